import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { executableName } from "../src/cli/mirror-layout";
import { VERSION } from "../src/core/version";
import { buildNaiveProvider } from "./bench/naive-provider";
import { type Row, renderRows } from "./bench/row";
import { startUp } from "./bench/start-up";
import { synth } from "./bench/synth";

/*
 * npm run bench [-- --json] [-- --only NAME]: the project's budgets, measured on what `npm run build` made. Every
 * time is a ratio of two things that were run in turn; nothing here is a test.
 */

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, only: { type: "string" } },
  });
  const executable = resolve("dist", "provider", executableName(VERSION));
  if (!existsSync(executable)) throw new Error("There is nothing to measure yet: run `npm run build` first.");
  // It makes Node 20 parse all certificates at start, which would hide the rest.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  // Inside the project, so that its packages are found.
  const scratch = await mkdtemp(join(resolve("dist"), "bench-"));
  try {
    const naive = await buildNaiveProvider(VERSION, join(scratch, "naive"));
    const suites: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
      "start-up": () => startUp(executable, naive, env),
      synth: () => synth(scratch),
    };
    const rows: Row[] = [];
    for (const [name, measure] of Object.entries(suites)) {
      if (values.only !== undefined && values.only !== name) continue;
      if (!values.json) process.stderr.write(`measuring: ${name}\n`);
      rows.push(...(await measure()));
    }
    print(rows, values.json);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

function print(rows: readonly Row[], json: boolean): void {
  const machine = { node: process.version, platform: `${process.platform} ${process.arch}` };
  if (json) console.log(JSON.stringify({ ...machine, NODE_EXTRA_CA_CERTS: "unset", rows }, null, 2));
  else
    console.log(
      `${renderRows(rows)}\n\nNode ${machine.node}, ${machine.platform}; NODE_EXTRA_CA_CERTS was not set.`,
    );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
