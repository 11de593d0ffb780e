import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences that a bundle under MPL-2.0 may carry; anything else stops the build, to be looked at. */
const accepted = new Set([
  "0BSD",
  "Apache-2.0",
  "(Apache-2.0 AND BSD-3-Clause)",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "(BSD-3-Clause OR GPL-2.0)",
  "ISC",
  "MIT",
]);

interface ThirdPartyPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/**
 * The notices that the licences of bundled packages ask for, as one text.
 *
 * @param inputs source files of the bundles, as esbuild's metafile names them.
 * @throws when a package has a licence that is not in the accepted list.
 */
export function thirdPartyNotices(inputs: readonly string[]): string {
  const roots = new Set(inputs.filter((input) => input.includes("node_modules/")).map(packageRoot));
  const packages = [...roots].map(describePackage);
  const unique = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  const sections = [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, text }]) => `${title}\nLicense: ${license}\n\n${text.trim()}\n`);
  const head = "This program contains the following third-party packages, each under its own licence.\n";
  return [head, ...sections].join(`\n${"-".repeat(80)}\n\n`);
}

function packageRoot(input: string): string {
  let directory = dirname(input);
  // Some packages have nested package.json files that say no more than `"type": "commonjs"`.
  while (!existsSync(join(directory, "package.json")) || readManifest(directory).name === undefined) {
    directory = dirname(directory);
  }
  return directory;
}

function describePackage(root: string): ThirdPartyPackage {
  const { name = root, version = "", license = "unknown" } = readManifest(root);
  if (!accepted.has(license)) {
    throw new Error(
      `${name} ${version} has the licence "${license}": see scripts/build/third-party-notices.ts`,
    );
  }
  const files = readdirSync(root).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const text = files.map((file) => readFileSync(join(root, file), "utf8").trim()).join("\n\n");
  return { name, version, license, text: text || "(The package comes without a licence text of its own.)" };
}

function readManifest(directory: string): { name?: string; version?: string; license?: string } {
  return JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
}
