import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { executableName } from "../src/cli/install/mirror-layout";
import { VERSION } from "../src/core/version";
import { applyOne } from "./bench/apply-one";
import { fleet } from "./bench/fleet";
import { buildMeteredProvider } from "./bench/metered-provider";
import { buildNaiveProvider } from "./bench/naive-provider";
import { type Row, renderRows } from "./bench/row";
import { startUp } from "./bench/start-up";
import { useProvider } from "./bench/sync-workspace";
import { synth } from "./bench/synth";
import { buildProvider } from "./build/provider";
import { askForSchemas } from "./build/warm-up";

/*
 * npm run bench [-- --json] [-- --only NAME]: the project's budgets, measured on what `npm run build` made. Every
 * time is a ratio of two things that were run in turn; nothing here is a test.
 */

type Suite = () => Promise<readonly Row[]>;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, only: { type: "string" } },
  });
  const built = resolve("dist", "provider");
  if (!existsSync(join(built, executableName(VERSION)))) {
    throw new Error("There is nothing to measure yet: run `npm run build` first.");
  }
  // Inside the project, so that the naive provider finds its packages.
  const cache = resolve("node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, "bench-"));
  try {
    // A copy, since a build may replace it meanwhile.
    await cp(built, join(scratch, "ours"), { recursive: true });
    const suites = suitesIn(scratch);
    if (values.only !== undefined && !Object.hasOwn(suites, values.only)) {
      throw new Error(`There are the suites ${Object.keys(suites).join(", ")}.`);
    }
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

function suitesIn(scratch: string): Record<string, Suite> {
  const folder = (name: string) => join(scratch, name);
  const executable = (name: string) => join(folder(name), executableName(VERSION));
  const use = (name: string) => useProvider(VERSION, folder(name), folder(`${name}-mirror`));
  return {
    "start-up": async () => {
      await buildNaiveProvider(VERSION, folder("naive"));
      return startUp(executable("ours"), executable("naive"));
    },
    "apply-one": async () => {
      await buildNaiveProvider(VERSION, folder("naive"));
      return applyOne(await use("ours"), await use("naive"));
    },
    fleet: async () => {
      await buildMeteredProvider(VERSION, folder("ours"), folder("metered"));
      const entry = join(__dirname, "bench", "instant-provider.ts");
      await buildProvider({ entry, version: VERSION, directory: folder("instant"), warmUp: askForSchemas });
      const [ours, metered, instant] = [await use("ours"), await use("metered"), await use("instant")];
      return fleet({ ours, metered, instant }, scratch);
    },
    synth: () => synth(scratch),
  };
}

function print(rows: readonly Row[], json: boolean): void {
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
    NODE_EXTRA_CA_CERTS: "not set, but where Terraform runs: there it holds the emulator's authority",
  };
  if (json) {
    console.log(JSON.stringify({ ...machine, rows }, null, 2));
    return;
  }
  console.log(`${renderRows(rows)}\n`);
  for (const [name, value] of Object.entries(machine)) console.log(`${name}: ${value}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
