import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Problem } from "../../core/problem";
import { unreadable } from "../read-text-file";

/**
 * The directory that Terraform has to run in for what somebody named: a folder with a Terraform configuration is that
 * folder itself; a CDKTF project, or the folder that it was synthesized to (`cdktf.out`), is the folder of its one
 * stack.
 *
 * Throws `ambiguous` with the folders to choose from when there are several stacks, `not_found` when there is
 * neither a configuration nor a synthesized stack, `invalid_input` for a manifest or cdktf.json that is no JSON.
 */
export async function stackDirectory(directory: string): Promise<string> {
  const names = await entriesOf(directory);
  if (names.some((name) => TERRAFORM_FILE.test(name))) return directory;
  const output = names.includes("manifest.json")
    ? directory
    : join(directory, await synthesizedTo(directory, names));
  const stacks = await stacksIn(output);
  const [only, ...others] = stacks;
  if (only === undefined) throw noConfiguration(directory, names.includes("cdktf.json"));
  if (others.length > 0) throw severalStacks(directory, output, stacks);
  return join(output, only);
}

const TERRAFORM_FILE = /\.(?:tf|tofu)(?:\.json)?$/;

async function entriesOf(directory: string): Promise<readonly string[]> {
  return await readdir(directory).catch(() => {
    throw unreadable(directory);
  });
}

/** Where a CDKTF project is synthesized to, relative to it. */
async function synthesizedTo(directory: string, names: readonly string[]): Promise<string> {
  if (!names.includes("cdktf.json")) return "cdktf.out";
  const settings = (await readJson(join(directory, "cdktf.json"))) as { output?: unknown } | null;
  return typeof settings?.output === "string" ? settings.output : "cdktf.out";
}

/** Folders of the stacks that the last synth wrote, relative to `output`; none when there was no synth. */
async function stacksIn(output: string): Promise<readonly string[]> {
  const manifest = (await readJson(join(output, "manifest.json"))) as {
    stacks?: Readonly<Record<string, { workingDirectory?: unknown } | null>> | null;
  } | null;
  return Object.values(manifest?.stacks ?? {})
    .map((stack) => stack?.workingDirectory)
    .filter((folder) => typeof folder === "string")
    .sort();
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("invalid_input", {
      summary: `${file} is not JSON`,
      detail: `${file} could not be understood. Run \`cdktf synth\` again, or name the directory of the stack itself.`,
    });
  }
}

function noConfiguration(directory: string, isCdktf: boolean): Problem {
  return new Problem("not_found", {
    summary: `${directory} has no Terraform configuration`,
    detail: isCdktf
      ? "It is a CDKTF project that has not been synthesized: run `cdktf synth` first."
      : "It has neither .tf files nor stacks that CDKTF synthesized. Name the directory that `terraform init` was run in, or a CDKTF project.",
  });
}

function severalStacks(directory: string, output: string, stacks: readonly string[]): Problem {
  return new Problem("ambiguous", {
    summary: `${directory} has ${stacks.length} stacks`,
    detail: [
      "Name the directory of one of them:",
      ...stacks.map((stack) => `  ${relative("", join(output, stack))}`),
    ].join("\n"),
  });
}
