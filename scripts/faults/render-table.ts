import { CALLS, type Call, SCENARIOS, type ScenarioName } from "../../test/faults/calls";
import type { Outcome } from "../../test/faults/expectations";
import { FAULTS, type Fault } from "../../test/faults/faults";
import type { CellResult } from "../../test/faults/run-cell";

/** How a cell is drawn on: colours, or none. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Results by cell, `scenario.call/fault`. Cells without one were not run. */
export type Results = ReadonlyMap<string, CellResult>;

/** Scenarios that stand side by side. */
const BLOCKS: readonly (readonly ScenarioName[])[] = [
  ["update"],
  ["heal", "create"],
  ["refresh", "gone", "search"],
  ["missing", "clear"],
];

const SHORT: Readonly<Record<Outcome, { readonly word: string; readonly means: string }>> = {
  recovers: { word: "ok", means: "recovers, as if nothing had been" },
  fails: { word: "error", means: "fails, and neither token nor state are changed" },
  incomplete: { word: "part", means: "fails, and state says that the token may be written (incomplete)" },
  warns: { word: "warn", means: "the token is pushed, and a warning says what went wrong" },
  keeps: { word: "kept", means: "a refresh keeps state as it is, with a warning (unreadable)" },
  missing: { word: "gone", means: "a refresh says that the secret is missing" },
  ignores: { word: "null", means: "the display name stays empty, and nobody is told" },
};

const GAP = "  ";
const NOT_APPLICABLE = "–";

/** The table as text: a row for each fault, a column for each call, with the outcome and how often the call was made. */
export function renderTable(results: Results, paint: Paint): string {
  const blocks = BLOCKS.map((scenarios) => renderBlock(scenarios, results, paint)).filter(
    (text) => text !== "",
  );
  return [...blocks, legend(results, paint)].join("\n\n");
}

function renderBlock(scenarios: readonly ScenarioName[], results: Results, paint: Paint): string {
  const calls = CALLS.filter(
    (call) => scenarios.includes(call.scenario) && FAULTS.some((fault) => results.has(idOf(call, fault))),
  );
  const faults = FAULTS.filter((fault) => calls.some((call) => results.has(idOf(call, fault))));
  if (calls.length === 0) return "";
  const texts = faults.map((fault) => calls.map((call) => textOf(results.get(idOf(call, fault)))));
  const first = Math.max(...faults.map(({ title }) => title.length));
  const widths = calls.map(({ title }, column) =>
    Math.max(title.length, ...texts.map((row) => row[column]?.length ?? 0)),
  );
  const rows = faults.map((fault, row) => {
    const cells = calls.map((call, column) => {
      const text = (texts[row]?.[column] ?? "").padEnd(widths[column] ?? 0);
      return colour(results.get(idOf(call, fault)), paint)(text);
    });
    return [fault.title.padEnd(first), ...cells].join(GAP).trimEnd();
  });
  const titles = calls.map(({ title }, column) => title.padEnd(widths[column] ?? 0));
  return [
    ...scenarioLines(calls, first, widths).map((line) => paint.bold(line)),
    paint.bold(["".padEnd(first), ...titles].join(GAP).trimEnd()),
    ...rows,
  ].join("\n");
}

/** Names of scenarios over their first columns; what they are stands above. */
function scenarioLines(calls: readonly Call[], first: number, widths: readonly number[]): string[] {
  const names = [...new Set(calls.map(({ scenario }) => scenario))];
  let line = "".padEnd(first);
  let reached = first;
  calls.forEach((call, column) => {
    const isFirst = calls.findIndex(({ scenario }) => scenario === call.scenario) === column;
    if (isFirst) line = `${line.padEnd(reached)}${GAP}${call.scenario}`;
    reached += GAP.length + (widths[column] ?? 0);
  });
  return [...names.map((name) => `${name}: ${SCENARIOS[name].title}`), line];
}

function textOf(result: CellResult | undefined): string {
  if (result === undefined) return "";
  if (result.status === "not applicable") return NOT_APPLICABLE;
  return `${result.status === "passed" ? "✓" : "✗"} ${SHORT[result.expected.outcome].word} ${result.calls}`;
}

function colour(result: CellResult | undefined, paint: Paint): (text: string) => string {
  if (result?.status === "failed") return paint.red;
  return result?.status === "passed" ? paint.green : paint.dim;
}

function legend(results: Results, paint: Paint): string {
  const met = new Set(
    [...results.values()].map((each) => (each.status === "not applicable" ? null : each.expected.outcome)),
  );
  const words = (Object.entries(SHORT) as [Outcome, (typeof SHORT)[Outcome]][]).filter(([outcome]) =>
    met.has(outcome),
  );
  return [
    "The number says how often the call was made, the first time included.",
    ...words.map(([, { word, means }]) => `${word.padEnd(5)}  ${means}`),
    paint.dim(`${NOT_APPLICABLE.padEnd(5)}  cannot be: --json says why`),
  ].join("\n");
}

function idOf(call: Call, fault: Fault): string {
  return `${call.id}/${fault.id}`;
}
