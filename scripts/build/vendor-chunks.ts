import { builtinModules } from "node:module";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/** A file of third-party code beside a bundle, loaded when the first import of one of its packages runs. */
export interface VendorChunk {
  /** File name without extension. */
  readonly name: string;
  /** What our code imports from it. Packages that share state or dependencies belong in one chunk. */
  readonly packages: readonly string[];
  /** A file to load instead of the package itself, where its index loads much that nobody here uses. */
  readonly instead?: string;
}

/**
 * Heavy packages, each in a file of its own so that a run that needs none reads none. Everything of ours is in the
 * one main bundle: a class that existed twice would break `instanceof`.
 */
export const vendorChunks: readonly VendorChunk[] = [
  {
    name: "azure",
    packages: ["@azure/identity", "@azure/core-rest-pipeline", "@azure/logger", "@azure/msal-node"],
  },
  { name: "clack", packages: ["@clack/prompts"] },
  { name: "graph", packages: ["@microsoft/microsoft-graph-client"] },
  { name: "msgpack", packages: ["@msgpack/msgpack"] },
  { name: "forge", packages: ["node-forge"] },
  { name: "selfsigned", packages: ["selfsigned"] },
  { name: "transliteration", packages: ["transliteration"] },
  { name: "undici", packages: ["undici"], instead: join(__dirname, "undici-client.cjs") },
  { name: "web", packages: ["express", "scimmy", "scimmy-routers"] },
  { name: "zod", packages: ["zod"] },
];

/** Small packages that may be part of a main bundle. Any other has to be given a place here or above. */
const inlined: readonly string[] = ["@bufbuild/protobuf", "commander", "picocolors"];

/** Options that every bundle has: plain CommonJS for the oldest Node that is supported, in ASCII. */
export const commonOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  charset: "ascii",
  // Dynamic imports become lazy requires: the launcher's scripts have no import() of their own.
  supported: { "dynamic-import": false },
  // The texts are in THIRD-PARTY-NOTICES.txt.
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  write: false,
} satisfies BuildOptions;

/**
 * Turns imports of packages into reads of their vendor chunk, and refuses a package that has no place. `used`
 * collects the specifiers (`zod`, `zod/mini`) by chunk; `file` says where a chunk will be, relative to the bundle.
 *
 * Our code imports a facade, an ES module that is filled once: of a CommonJS module, esbuild would copy all members
 * each time that an `import()` of it runs.
 */
export function vendorPlugin(
  used: Map<VendorChunk, Set<string>>,
  file: (chunk: VendorChunk) => string,
): Plugin {
  return {
    name: "vendor-chunks",
    setup(build) {
      build.onResolve({ filter: /^[^./]/, namespace: "file" }, ({ path, importer, kind }) => {
        if (kind === "entry-point" || importer.includes("node_modules") || isBuiltin(path)) return undefined;
        const name = packageName(path);
        if (inlined.includes(name)) return undefined;
        const chunk = vendorChunks.find(({ packages }) => packages.includes(name));
        if (chunk === undefined) {
          return {
            errors: [{ text: `${name} has no place yet: list it in scripts/build/vendor-chunks.ts` }],
          };
        }
        used.set(chunk, (used.get(chunk) ?? new Set()).add(path));
        return { path, namespace: "vendor-facade", pluginData: chunk };
      });
      build.onLoad({ filter: /./, namespace: "vendor-facade" }, ({ path, pluginData }) => {
        const quoted = JSON.stringify(path);
        return {
          contents: `export * from ${quoted}; export { default } from ${quoted};`,
          loader: "js",
          pluginData,
        };
      });
      build.onResolve({ filter: /./, namespace: "vendor-facade" }, ({ path, pluginData }) => ({
        path,
        namespace: "vendor",
        pluginData,
      }));
      build.onLoad({ filter: /./, namespace: "vendor" }, ({ path, pluginData }) => ({
        contents: `module.exports = require(${JSON.stringify(file(pluginData))})[${JSON.stringify(path)}];`,
        loader: "js",
      }));
      build.onResolve({ filter: /./, namespace: "vendor" }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** Bundles one chunk: an object with a lazy member for each specifier. */
export async function buildVendorChunk(chunk: VendorChunk, specifiers: ReadonlySet<string>) {
  const members = [...specifiers].sort().map((name) => {
    const file = JSON.stringify(chunk.instead ?? name);
    return `get ${JSON.stringify(name)}() { return require(${file}); }`;
  });
  return build({
    ...commonOptions,
    stdin: {
      contents: `module.exports = { ${members.join(", ")} };`,
      resolveDir: process.cwd(),
      loader: "js",
    },
  });
}

function isBuiltin(path: string): boolean {
  return path.startsWith("node:") || builtinModules.includes(path);
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}
