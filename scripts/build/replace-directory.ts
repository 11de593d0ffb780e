import { rename, rm } from "node:fs/promises";

/**
 * Makes a folder anew beside its place and puts it there when it is complete, so that whoever uses the one before
 * sees it change in a moment, and a build that fails changes nothing.
 */
export async function replaceDirectory(
  directory: string,
  make: (fresh: string) => Promise<void>,
): Promise<void> {
  const fresh = `${directory}.${process.pid}`;
  try {
    await make(fresh);
    await rm(directory, { recursive: true, force: true });
    await rename(fresh, directory);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
