import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import type { FuzzProperty } from "../test/fuzz/fuzz-property";
import { PROPERTIES } from "../test/fuzz/properties";
import { mebibytes } from "./fuzz/heap-watch";
import { type PropertyOutcome, runInProcess } from "./fuzz/run-property";

const DEFAULT_CASES = 12_000;
const NAMES = PROPERTIES.map(({ name }) => name).join(", ");

const USAGE = `npm run fuzz [-- OPTIONS]

Sends damaged messages through every RPC, socket and client, and looks that each ends in a diagnostic or an error. A
failure comes with the command that repeats it, and the whole ends with 1.

  --cases N     so many cases in all (${DEFAULT_CASES})
  --seed N      the seed of an earlier run
  --only NAME   one property: ${NAMES}
  --path PATH   of a failure: only that case
  --json        prints JSON
  --help        prints this
`;

/** A longer account of a failure says no more. */
const MOST_MESSAGE = 6_000;

interface Options {
  readonly cases: number;
  readonly seed: number;
  readonly path?: string | undefined;
  readonly json: boolean;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: "string" },
      seed: { type: "string" },
      only: { type: "string" },
      path: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const chosen = PROPERTIES.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new Error(`There are the properties ${NAMES}.`);
  const cases = wholeNumber("cases", values.cases) ?? DEFAULT_CASES;
  const seed = wholeNumber("seed", values.seed) ?? randomInt(2 ** 31);
  process.stderr.write(`seed ${seed}\n`);
  const outcomes: PropertyOutcome[] = [];
  for (const property of chosen) {
    const own = { cases: share(property, chosen, cases), seed, path: values.path, json: values.json };
    outcomes.push(await runInProcess(property, own, progress(property, own)));
  }
  if (values.json) console.log(JSON.stringify({ seed, properties: outcomes }, null, 2));
  else print(outcomes);
  if (outcomes.some(({ failure }) => failure !== null)) process.exitCode = 1;
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$|^[12]\d{9}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number.`);
}

function share({ weight }: FuzzProperty, chosen: readonly FuzzProperty[], cases: number): number {
  return Math.ceil((cases * weight) / chosen.reduce((sum, each) => sum + each.weight, 0));
}

/** A line that is written over, on a terminal; else one line for each property. */
function progress({ name }: FuzzProperty, { cases, json }: Options): (count: number) => void {
  if (!process.stderr.isTTY || json) {
    process.stderr.write(`${name}: ${cases} cases\n`);
    return () => {};
  }
  return (count) => {
    if (count % 50 === 0 || count === cases) process.stderr.write(`\r\u001b[K${name}: ${count} of ${cases}`);
    if (count === cases) process.stderr.write("\n");
  };
}

function print(outcomes: readonly PropertyOutcome[]): void {
  const table = new Table({
    head: ["property", "cases", "outcome", "seed", "time", "peak heap"],
    style: { head: [], border: [] },
  });
  for (const { name, cases, failure, seed, milliseconds, peakBytes } of outcomes) {
    const time = `${(milliseconds / 1000).toFixed(1)} s`;
    table.push([name, cases, failure === null ? "holds" : "FAILED", seed, time, mebibytes(peakBytes)]);
  }
  console.log(table.toString());
  for (const { name, seed, failure } of outcomes) {
    if (failure === null) continue;
    const path = failure.path === "" ? "" : ` --path ${failure.path}`;
    console.log(
      `\n${failure.message.slice(0, MOST_MESSAGE)}\n\nnpm run fuzz -- --only ${name} --seed ${seed}${path}`,
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
