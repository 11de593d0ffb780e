import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Problem } from "../../core/problem";
import type { SeedInput } from "../../emulator/seed";

/** A file that holds a certificate authority. */
export interface CaFile {
  readonly path: string;
  /** Removes it, if it is a temporary one. */
  remove(): Promise<void>;
}

/**
 * Reads a seed from a JSON file. What it says is checked where the emulator starts. Throws `invalid_input` when the
 * file cannot be read or is no JSON.
 */
export async function readSeedFile(file: string): Promise<SeedInput> {
  const text = await readFile(file, "utf8").catch(() => {
    throw unusable(file, "The file cannot be read: it is not there, or this user may not read it.");
  });
  try {
    return JSON.parse(text) as SeedInput;
  } catch {
    throw unusable(file, "The file is not JSON.");
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

function unusable(file: string, why: string): Problem {
  return new Problem("invalid_input", {
    summary: "The emulator's seed cannot be used",
    detail: `${file}: ${why}`,
  });
}
