import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Problem } from "../../core/problem";
import type { SeedInput } from "../../emulator/seed";
import { readTextFile } from "../read-text-file";

/** A file that holds a certificate authority. */
export interface CaFile {
  readonly path: string;
  /** Removes it, if it is a temporary one. */
  remove(): Promise<void>;
}

/**
 * Reads a seed from a JSON file. What it says is checked where the emulator starts. Throws `not_found` when the file
 * cannot be read, `invalid_input` when it is no JSON.
 */
export async function readSeedFile(file: string): Promise<SeedInput> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text) as SeedInput;
  } catch {
    throw new Problem("invalid_input", {
      summary: `${file} is not JSON`,
      detail: "--seed takes a file of JSON. docs/emulator.md lists what it may say.",
    });
  }
}

/** Writes the authority to `file`, or to a file in a new folder in `temporary`. Throws `invalid_input` when it cannot. */
export async function keepCaFile(
  certificate: string,
  file: string | undefined,
  temporary = tmpdir(),
): Promise<CaFile> {
  if (file !== undefined) {
    const path = resolve(file);
    await writeFile(path, certificate).catch(() => {
      throw new Problem("invalid_input", {
        summary: "The certificate authority cannot be written",
        detail: `${path} cannot be written. Give --ca-file a file in a folder that exists and is yours.`,
      });
    });
    return { path, remove: async () => {} };
  }
  const folder = await mkdtemp(join(temporary, "entrascim-emulator-")).catch(() => {
    throw new Problem("invalid_input", {
      summary: "The certificate authority cannot be written",
      detail: `No folder can be made in ${temporary}, where temporary files go. Name a file with --ca-file, or set TMPDIR to a folder that is yours.`,
    });
  });
  const path = join(folder, "ca.pem");
  await writeFile(path, certificate);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
