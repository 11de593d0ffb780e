import { parseArgs } from "node:util";
import { createColors } from "picocolors";
import { SCENARIOS, type ScenarioName } from "../test/faults/calls";
import { ALL_CELLS, type Cell, cellsLike, sampleOf } from "../test/faults/cells";
import type { CellResult } from "../test/faults/run-cell";
import { CellRunner } from "../test/faults/run-cells";
import { renderTable } from "./faults/render-table";

const HELP = `npm run faults [-- OPTIONS]

Runs every call with every fault against the emulated clouds, and prints what each came to and how often the call was
made. Ends with 1 when something is not as test/faults/rules.ts says.

  --only CELL   only these cells; can be repeated. update.put/503 is one, update.put a column, update a scenario,
                and * stands for anything: '*/503' is a row
  --seed N      only the sample that npm test runs with ENTRASCIM_FAULTS_SEED=N
  --size N      so many cells in the sample (90), at least as many as it takes to have every call and every fault
  --json        prints JSON: of each cell what was expected, why, and what was different
  --help        prints this
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      seed: { type: "string" },
      size: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const cells = choose(values);
  const began = Date.now();
  const { results, undisturbed } = await run(cells);
  const milliseconds = Date.now() - began;
  if (values.json) printJson(results, undisturbed, milliseconds);
  else print(results, undisturbed, milliseconds);
  if (undisturbed.size > 0 || failures(results).length > 0) process.exitCode = 1;
}

function choose(values: { only?: string[]; seed?: string; size?: string }): readonly Cell[] {
  if (values.seed !== undefined)
    return sampleOf(wholeNumber("seed", values.seed), wholeNumber("size", values.size ?? "90"));
  if (values.only === undefined) return ALL_CELLS;
  const cells = cellsLike(values.only);
  if (cells.length === 0) throw new Error("There are no such cells. See --help for how they are named.");
  return cells;
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number.`);
}

/** Results by cell, and what is wrong in scenarios without any fault. */
interface Outcome {
  readonly results: ReadonlyMap<string, CellResult>;
  readonly undisturbed: ReadonlyMap<ScenarioName, readonly string[]>;
}

async function run(cells: readonly Cell[]): Promise<Outcome> {
  const runner = new CellRunner();
  const results = new Map<string, CellResult>();
  const undisturbed = new Map<ScenarioName, readonly string[]>();
  const chosen = new Set(cells.map(({ call }) => call.scenario));
  try {
    for (const scenario of chosen) {
      const wrong = await runner.runUndisturbed(scenario);
      if (wrong.length > 0) undisturbed.set(scenario, wrong);
    }
    for (const cell of cells) {
      progress(`${results.size} of ${cells.length}  ${cell.id}`);
      results.set(cell.id, await runner.run(cell));
    }
  } finally {
    progress("");
    await runner.close();
  }
  return { results, undisturbed };
}

/** A line that is written over, on a terminal alone. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function failures(results: Outcome["results"]): readonly [string, readonly string[]][] {
  return [...results].flatMap(([id, result]) =>
    result.status === "failed" ? [[id, result.mismatches] as [string, readonly string[]]] : [],
  );
}

function print(results: Outcome["results"], undisturbed: Outcome["undisturbed"], milliseconds: number): void {
  const paint = createColors(process.stdout.isTTY && !process.env.NO_COLOR);
  const of = (status: CellResult["status"]) =>
    [...results.values()].filter((each) => each.status === status).length;
  console.log(`${renderTable(results, paint)}\n`);
  for (const [scenario, mismatches] of undisturbed) {
    console.log(`${paint.red(`${scenario} without a fault`)} (${SCENARIOS[scenario].title})`);
    for (const mismatch of mismatches) console.log(`  ${mismatch}`);
  }
  for (const [id, mismatches] of failures(results)) {
    console.log(paint.red(id));
    for (const mismatch of mismatches) console.log(`  ${mismatch}`);
    console.log(`  again: npm run faults -- --only '${id}'`);
  }
  const seconds = (milliseconds / 1000).toFixed(0);
  console.log(
    `${of("passed")} passed, ${of("failed")} failed, ${of("not applicable")} not applicable, in ${seconds} s`,
  );
}

function printJson(
  results: Outcome["results"],
  undisturbed: Outcome["undisturbed"],
  milliseconds: number,
): void {
  const cells = [...results].map(([id, result]) => ({ id, ...result }));
  console.log(JSON.stringify({ milliseconds, undisturbed: Object.fromEntries(undisturbed), cells }, null, 2));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
