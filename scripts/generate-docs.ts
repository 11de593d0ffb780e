import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { commandLinePage } from "./generate-docs/command-line-page";
import { constructsPage } from "./generate-docs/constructs-page";
import { withIncludes } from "./generate-docs/includes";
import { referencePages } from "./generate-docs/reference-pages";

/*
 * Writes the pages that say what the sources say, and the parts of other pages that repeat a file:
 *
 *   docs/index.md, docs/resources/, docs/data-sources/   from the schemas, as the Terraform registry lays them out
 *   docs/constructs.md                                   from the doc comments of constructs/
 *   docs/cli.md                                          from the commands and their exit codes
 *   README.md, docs/**                                   code after <!-- include: FILE -->
 *
 * With --check it writes nothing, and exits with 1 when something would change. --root names the folder that holds
 * README.md and docs/, if it is another.
 */

const SOURCES = resolve(__dirname, "..");
/** Folders in which nothing is written by hand. */
const GENERATED_FOLDERS = ["docs/resources", "docs/data-sources"];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: "boolean", default: false }, root: { type: "string", default: SOURCES } },
  });
  const pages = await generate(values.root);
  const stale = await staleFiles(values.root, pages);
  if (values.check) {
    if (stale.length === 0) return console.log(`${pages.size} pages are up to date`);
    console.error(`out of date, run "npm run generate:docs": ${stale.join(", ")}`);
    process.exitCode = 1;
    return;
  }
  for (const [path, content] of pages) {
    await mkdir(dirname(join(values.root, path)), { recursive: true });
    await writeFile(join(values.root, path), content);
  }
  console.log(stale.length === 0 ? "nothing has changed" : `changed: ${stale.join(", ")}`);
}

async function generate(root: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>([
    ...(await referencePages()),
    ["docs/constructs.md", constructsPage(join(SOURCES, "constructs"))],
    ["docs/cli.md", await commandLinePage(join(SOURCES, "src", "cli"))],
  ]);
  for (const path of await markdownFiles(root)) {
    if (pages.has(path) || GENERATED_FOLDERS.includes(dirname(path))) continue;
    pages.set(path, withIncludes(await readFile(join(root, path), "utf8"), SOURCES));
  }
  return pages;
}

async function staleFiles(root: string, pages: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const leftOver = (await markdownFiles(root)).filter((path) => !pages.has(path));
  const stale: string[] = leftOver;
  for (const [path, content] of pages) {
    const present = await readFile(join(root, path), "utf8").catch(() => undefined);
    if (present !== content) stale.push(path);
  }
  return stale.sort();
}

async function markdownFiles(root: string): Promise<readonly string[]> {
  const docs = existsSync(join(root, "docs")) ? await readdir(join(root, "docs"), { recursive: true }) : [];
  const pages = docs.filter((path) => path.endsWith(".md")).map((path) => `docs/${path}`);
  return [...(existsSync(join(root, "README.md")) ? ["README.md"] : []), ...pages.sort()];
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
