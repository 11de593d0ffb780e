import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { cancelled } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { CliIo } from "../cli-io";
import { readTextFile, unreadable } from "../read-text-file";

/** What somebody named on the command line as a plan or a state. */
export type TerraformInput =
  /** JSON text, from a file or from standard input; `name` is for messages. */
  | { readonly kind: "json"; readonly name: string; readonly value: unknown }
  /** A plan file as `terraform plan -out` writes it. */
  | { readonly kind: "plan-file"; readonly file: string }
  /** A directory with a Terraform configuration. */
  | { readonly kind: "directory"; readonly directory: string };

const ZIP = Buffer.from("PK");

/**
 * Tells what `target` is: `-` is JSON on standard input, else a directory, a plan file, or a file of JSON.
 *
 * Throws `not_found` for what cannot be read, `invalid_input` for text that is no JSON, `cancelled` on Ctrl-C. Nothing of
 * a file's content is ever part of a problem.
 */
export async function openInput(
  target: string,
  io: Pick<CliIo, "stdin" | "signal">,
): Promise<TerraformInput> {
  if (target === "-")
    return { kind: "json", name: "standard input", value: parse(await readAll(io), "standard input") };
  const kind = await stat(target).catch(() => undefined);
  if (kind === undefined) throw unreadable(target);
  if (kind.isDirectory()) return { kind: "directory", directory: resolve(target) };
  if ((await beginningOf(target)).equals(ZIP)) return { kind: "plan-file", file: resolve(target) };
  return { kind: "json", name: target, value: parse(await readTextFile(target), target) };
}

async function readAll({ stdin, signal }: Pick<CliIo, "stdin" | "signal">): Promise<string> {
  const chunks: Uint8Array[] = [];
  const pieces = stdin[Symbol.asyncIterator]();
  // Whoever types at an open pipe has nothing but Ctrl-C to end it.
  const interrupted = aborted(signal);
  for (;;) {
    const piece = await Promise.race([pieces.next(), interrupted]);
    if (piece.done === true) return Buffer.concat(chunks).toString("utf8");
    chunks.push(piece.value);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  const interrupted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(cancelled());
    signal.addEventListener("abort", () => reject(cancelled()), { once: true });
  });
  interrupted.catch(() => {});
  return interrupted;
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch(() => {
    throw unreadable(file);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ZIP.length));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Problem("invalid_input", {
      summary: `${name} is not JSON`,
      detail:
        text.trim() === ""
          ? `${name} is empty. Give it the output of \`terraform show -json\`.`
          : `${name} has to be the output of \`terraform show -json\`, a plan file, or a directory with a Terraform configuration.`,
    });
  }
}
