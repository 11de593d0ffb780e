import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Problem } from "../../core/problem";
import type { GeneratedFiles } from "./generate";

/**
 * Writes generated files: into `target` where that is a folder or ends with a slash, else as one text into the file
 * `target`. Folders are made. Gives the paths of the files.
 *
 * Rejects with `conflict` where a file is there already, before anything is written, and with `invalid_input` where
 * the file system refuses.
 */
export async function writeFiles(files: GeneratedFiles, target: string): Promise<readonly string[]> {
  const isFolder = /[\\/]$/.test(target) || (await exists(target, "folder"));
  const planned: [path: string, text: string][] = isFolder
    ? [...files].map(([name, text]) => [join(target, name), text])
    : [[target, [...files.values()].join("\n")]];
  for (const [path] of planned) if (await exists(path, "any")) throw taken(path);
  for (const [path, text] of planned) await writeNew(path, text);
  return planned.map(([path]) => path);
}

async function exists(path: string, what: "folder" | "any"): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && (what === "any" || found.isDirectory());
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
  } catch (caught) {
    const { code, syscall } = caught as NodeJS.ErrnoException;
    if (code === "EEXIST" && syscall === "open") throw taken(path);
    throw new Problem("invalid_input", {
      summary: `${basename(path)} cannot be written`,
      detail: `Writing ${path} failed with ${code ?? "an unknown error"}. Give --out a file or folder that may be written.`,
    });
  }
}

function taken(path: string): Problem {
  return new Problem("conflict", {
    summary: `${basename(path)} is there already`,
    detail: `Nothing is written over ${path}. Give --out another file or folder, or move that one away.`,
  });
}
