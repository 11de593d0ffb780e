import type { SourceFile } from "./source-file";

/** A part of the sources and the parts that it may import, beside itself. */
interface Layer {
  readonly name: string;
  readonly holds: (path: string) => boolean;
  readonly imports: readonly string[];
}

const below = (folder: string) => (path: string) => path.startsWith(`${folder}/`);

/**
 * Who may import whom, in the order in which a path is looked up. What is not listed is forbidden. Types count: a
 * folder that needs another's types cannot be understood, or published, without it.
 */
const layers: readonly Layer[] = [
  {
    name: "schemas",
    holds: (path) => /^src\/provider\/.*\.schema\.ts$/.test(path),
    imports: ["framework", "core"],
  },
  {
    name: "provider/main",
    holds: (path) => path === "src/provider/main.ts",
    imports: ["core", "framework", "sync", "clients", "provider", "schemas", "protocol"],
  },
  {
    name: "cli/main",
    holds: (path) => path === "src/cli/main.ts",
    imports: [
      "core",
      "framework",
      "sync",
      "clients",
      "emulator",
      "controller",
      "schemas",
      "cli",
      "package.json",
    ],
  },
  { name: "package.json", holds: (path) => path === "package.json", imports: [] },
  { name: "core", holds: below("src/core"), imports: ["package.json"] },
  { name: "framework", holds: below("src/framework"), imports: ["core"] },
  { name: "protocol", holds: below("src/protocol"), imports: ["core", "framework"] },
  { name: "http", holds: below("src/clients/http"), imports: ["core"] },
  { name: "entra", holds: below("src/clients/entra"), imports: ["core", "http"] },
  { name: "graph", holds: below("src/clients/graph"), imports: ["core", "http"] },
  { name: "infisical", holds: below("src/clients/infisical"), imports: ["core", "http"] },
  {
    // connect.ts and the public face beside it: the only files directly in clients/.
    name: "clients",
    holds: below("src/clients"),
    imports: ["core", "http", "entra", "graph", "infisical"],
  },
  { name: "sync", holds: below("src/sync"), imports: ["core"] },
  {
    name: "provider",
    holds: below("src/provider"),
    imports: ["core", "framework", "sync", "clients", "http", "entra", "graph", "infisical", "schemas"],
  },
  { name: "emulator", holds: below("src/emulator"), imports: ["core"] },
  {
    name: "controller",
    holds: below("src/controller"),
    imports: ["core", "sync", "clients", "http", "entra", "graph", "infisical"],
  },
  {
    name: "cli",
    holds: below("src/cli"),
    imports: [
      "core",
      "framework",
      "sync",
      "clients",
      "http",
      "entra",
      "graph",
      "infisical",
      "emulator",
      "controller",
      "schemas",
    ],
  },
  { name: "constructs", holds: below("constructs"), imports: [] },
];

/** What constructs may use beside their own files: the users' packages, and Node. */
const constructsPackages = /^(cdktf|constructs)(\/|$)|^node:/;

/** One line for each import that the table does not allow. */
export function forbiddenImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return [`${file.path} is in no folder that the import table knows`];
    return file.imports.flatMap(({ specifier, target }) => {
      if (target === undefined) {
        const isForeign = layer.name === "constructs" && !constructsPackages.test(specifier);
        return isForeign
          ? [`${file.path} imports ${specifier}; constructs use cdktf and constructs alone`]
          : [];
      }
      const wanted = layerOf(target);
      if (wanted === layer || (wanted !== undefined && layer.imports.includes(wanted.name))) return [];
      return [`${file.path} (${layer.name}) imports ${target} (${wanted?.name ?? "outside of the table"})`];
    });
  });
}

function layerOf(path: string): Layer | undefined {
  return layers.find(({ holds }) => holds(path));
}
