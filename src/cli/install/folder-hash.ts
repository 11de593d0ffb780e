import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/**
 * The hash of a provider's folder as lock files record it, `h1:…`: SHA-256 over the sorted lines
 * `<SHA-256 of the file in hex>  <path>`. Rejects when the folder cannot be read.
 *
 * Source: `Hash1` of golang.org/x/mod/sumdb/dirhash, which Terraform calls `h1`.
 */
export async function folderHash(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, name: relative(directory, file).split(sep).join("/") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const whole = createHash("sha256");
  for (const { file, name } of files) {
    const own = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    whole.update(`${own}  ${name}\n`);
  }
  return `h1:${whole.digest("base64")}`;
}
