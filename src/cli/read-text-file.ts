import { readFile } from "node:fs/promises";
import { Problem } from "../core/problem";

/** The text of a file that somebody named. Throws {@link unreadable} where it cannot be read. */
export async function readTextFile(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw unreadable(file);
  });
}

/** The problem `not_found` of a file or directory that is not there, or that this user may not read. */
export function unreadable(path: string): Problem {
  return new Problem("not_found", {
    summary: `${path} cannot be read`,
    detail: `There is no file or directory ${path} that may be read. Check its name, and who may read it.`,
  });
}
