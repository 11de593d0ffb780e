import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { executableName } from "../src/cli/mirror-layout";
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

/*
 * npm run bench [-- --json] [-- --only NAME]: the project's budgets, measured on what `npm run build` made. Every
 * time is a ratio of two things that were run in turn; nothing here is a test.
 */

type Suite = () => Promise<readonly Row[]>;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, only: { type: "string" } },
  });
  const executable = resolve("dist", "provider", executableName(VERSION));
  if (!existsSync(executable)) throw new Error("There is nothing to measure yet: run `npm run build` first.");
  // It makes Node 20 parse all certificates at start, which would hide the rest.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  // Inside the project, so that the naive provider finds its packages.
  const scratch = await mkdtemp(join(resolve("dist"), "bench-"));
  try {
    const suites = suitesIn(scratch, executable, env);
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

function suitesIn(scratch: string, executable: string, env: NodeJS.ProcessEnv): Record<string, Suite> {
  const below = (name: string) => join(scratch, name);
  const use = (directory: string, name: string) => useProvider(VERSION, directory, below(`${name}-mirror`));
  const ours = () => use(dirname(executable), "ours");
  const naive = () => buildNaiveProvider(VERSION, below("naive"));
  return {
    "start-up": async () => startUp(executable, await naive(), env),
    "apply-one": async () => applyOne(await ours(), await use(dirname(await naive()), "naive")),
    fleet: async () => {
      await buildMeteredProvider(VERSION, dirname(executable), below("metered"));
      await buildProvider({
        entry: join(__dirname, "bench", "instant-provider.ts"),
        version: VERSION,
        directory: below("instant"),
      });
      const providers = {
        ours: await ours(),
        metered: await use(below("metered"), "metered"),
        instant: await use(below("instant"), "instant"),
      };
      return fleet(providers, scratch);
    },
    synth: () => synth(scratch),
  };
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
