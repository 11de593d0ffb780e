import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { version } from "../package.json";
import { generateBindings } from "./generate-constructs/bindings";
import { generateRules } from "./generate-constructs/rules";

const USAGE = "usage: npm run generate:constructs -- [--check] [--out DIR]";

/** Writes `constructs/gen/`, or with `--check` exits with 1 and names the files that differ. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: "boolean", default: false }, out: { type: "string" } },
  });
  const out = resolve(values.out ?? join(__dirname, "..", "constructs", "gen"));
  const files = await generateBindings(version);
  files.set("rules.ts", generateRules());
  if (values.check) return check(out, files);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const [name, content] of files) await writeFile(join(out, name), content);
  console.log(`wrote ${files.size} files to ${relative(process.cwd(), out)}`);
}

async function check(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const present = await readdir(out).catch(() => []);
  const names = new Set([...present, ...files.keys()]);
  const stale: string[] = [];
  for (const name of names) {
    const content = await readFile(join(out, name), "utf8").catch(() => undefined);
    if (content !== files.get(name)) stale.push(name);
  }
  if (stale.length === 0) return console.log(`${files.size} files are up to date`);
  console.error(`out of date, run "npm run generate:constructs": ${stale.sort().join(", ")}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  console.error(USAGE);
  process.exitCode = 1;
});
