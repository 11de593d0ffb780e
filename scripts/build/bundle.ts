import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BuildResult, build } from "esbuild";
import { buildVendorChunk, commonOptions, type VendorChunk, vendorPlugin } from "./vendor-chunks";

/** A program in few files: all of our own code in one, and third-party code in chunks beside it. */
export interface Bundle {
  /** Contents by path, relative to where the bundle will be: `provider.cjs`, `vendor/zod.cjs`. */
  readonly files: ReadonlyMap<string, string>;
  /** Every source file in it, as esbuild names them. */
  readonly inputs: readonly string[];
}

/** Bundles `entry` into `<name>.cjs` and the vendor chunks that its imports name. Throws what esbuild reports. */
export async function bundle(name: string, entry: string): Promise<Bundle> {
  const used = new Map<VendorChunk, Set<string>>();
  const chunkFile = (chunk: VendorChunk) => `vendor/${chunk.name}.cjs`;
  const main = await build({
    ...commonOptions,
    entryPoints: [entry],
    plugins: [vendorPlugin(used, (chunk) => `./${chunkFile(chunk)}`)],
  });
  const chunks = await Promise.all(
    [...used].map(async ([chunk, packages]) => ({ chunk, result: await buildVendorChunk(chunk, packages) })),
  );
  return {
    files: new Map([
      [`${name}.cjs`, text(main)],
      ...chunks.map(({ chunk, result }) => [chunkFile(chunk), text(result)] as const),
    ]),
    inputs: [main, ...chunks.map(({ result }) => result)].flatMap(({ metafile }) =>
      Object.keys(metafile?.inputs ?? {}),
    ),
  };
}

/** A short hash of all contents and names of a bundle. */
export function contentHash(bundle: Bundle): string {
  const hash = createHash("sha256");
  for (const [path, content] of [...bundle.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content}\0`);
  }
  return hash.digest("hex").slice(0, 12);
}

/** Writes a bundle's files below `directory`. */
export async function writeBundle(bundle: Bundle, directory: string): Promise<void> {
  for (const [path, content] of bundle.files) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function text(result: BuildResult): string {
  const [file] = result.outputFiles ?? [];
  if (file === undefined) throw new Error("esbuild gave no output");
  return file.text;
}
