import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "../../src/framework/diagnostics";
import { isObjectValue, type Value } from "../../src/framework/value";
import { type Call, SCENARIOS, type ScenarioName } from "./calls";
import type { Expectation } from "./expectations";
import type { Fault } from "./faults";
import type { Counts } from "./requests";
import type { Observed } from "./run-cell";
import type { Stage } from "./scenarios";

/** What is judged. */
export interface Case {
  readonly call: Call;
  readonly fault: Fault;
  readonly expected: Expectation;
  readonly stage: Stage;
  readonly observed: Observed;
}

/** Compares what happened with what had to happen. Gives what is different, in words. */
export function judge(judged: Case): readonly string[] {
  const { expected, observed, stage } = judged;
  const wrong = [...judgeCounts(expected, observed.counts), ...OUTCOMES[expected.outcome](judged)];
  if (expected.waits !== null && !observed.waits.includes(expected.waits)) {
    wrong.push(
      `waited ${observed.waits.join(", ")} ms, and not the ${expected.waits} ms that were asked for`,
    );
  }
  for (const [key, value] of Object.entries(stage.otherSecrets)) {
    if (observed.stored[key] !== value) wrong.push(`${key} of the service principal is not what it was`);
  }
  return wrong;
}

/** The same for a scenario where nothing goes wrong. */
export function judgeUndisturbed(
  scenario: ScenarioName,
  stage: Stage,
  observed: Observed,
): readonly string[] {
  const { counts } = SCENARIOS[scenario];
  return [
    ...judgeCounts({ counts, maybe: {} }, observed.counts),
    ...wentWell(scenario, stage, observed),
    ...only(observed.diagnostics, messagesOf(scenario)),
  ];
}

/** The same for a run without any fault that follows. `puts`: how often it wrote. */
export function judgeAgain({
  call,
  expected,
  stage,
  observed,
  puts,
}: Omit<Case, "fault"> & { readonly puts: number }): readonly string[] {
  const wrong = wentWell(call.scenario, stage, observed, true).map((text) => `the next run: ${text}`);
  const errors = observed.diagnostics.filter(isError);
  if (errors.length > 0) wrong.push(`the next run fails: ${inWords(errors)}`);
  const due = putsOfNextRun(call, expected);
  if (due !== null && puts !== due) wrong.push(`the next run writes ${puts} times, not ${due}`);
  return wrong;
}

function putsOfNextRun({ scenario }: Call, { outcome }: Expectation): number | null {
  switch (scenario) {
    case "refresh":
    case "gone":
    case "search":
      return 0;
    case "missing":
      return 1;
    case "clear":
      // A removal that failed may have happened nevertheless.
      return null;
    default:
      return outcome === "fails" || outcome === "incomplete" ? 1 : 0;
  }
}

function judgeCounts({ counts, maybe }: Pick<Expectation, "counts" | "maybe">, counted: Counts): string[] {
  const names = new Set([...Object.keys(counts), ...Object.keys(counted)] as (keyof Counts)[]);
  return [...names].flatMap((name) => {
    const [least, found] = [counts[name] ?? 0, counted[name] ?? 0];
    const isFine = least <= found && found <= least + (maybe[name] ?? 0);
    return isFine ? [] : [`${name}: ${found} requests, not ${least}`];
  });
}

const OUTCOMES: Readonly<Record<Expectation["outcome"], (judged: Case) => string[]>> = {
  recovers: ({ call, stage, observed }) => [
    ...wentWell(call.scenario, stage, observed),
    ...only(observed.diagnostics, messagesOf(call.scenario)),
  ],
  ignores: ({ call, stage, observed }) => [
    ...wentWell(call.scenario, stage, observed),
    ...only(observed.diagnostics, []),
    ...differs("display name", member(observed.state, "service_principal_display_name"), null),
  ],
  warns: ({ call, expected, stage, observed }) => [
    ...wentWell(call.scenario, stage, observed),
    ...none(observed.diagnostics.filter(isError)),
    ...says(observed.diagnostics, expected.says),
  ],
  fails: ({ call, expected, stage, observed }) => [
    ...saysOneError(observed.diagnostics, expected.says),
    ...(isDeepStrictEqual(observed.state, call.scenario === "search" ? null : observed.before)
      ? []
      : ["state is not what it was"]),
    ...(call.scenario === "clear"
      ? []
      : differs("token", observed.stored.SecretToken ?? null, stage.oldToken)),
  ],
  incomplete: ({ call, fault, expected, stage, observed }) => [
    ...saysOneError(observed.diagnostics, expected.says),
    ...differs("sync_status", member(observed.state, "sync_status"), "incomplete"),
    ...differs(
      "token",
      observed.stored.SecretToken ?? null,
      call.purpose === "check" || fault.isProcessed ? stage.newToken : stage.oldToken,
    ),
  ],
  keeps: ({ expected, stage, observed }) => [
    ...none(observed.diagnostics.filter(isError)),
    ...says(observed.diagnostics, expected.says),
    ...differs("sync_status", member(observed.state, "sync_status"), "unreadable"),
    ...(isDeepStrictEqual(withoutStatus(observed.state), withoutStatus(observed.before))
      ? []
      : ["state is not what it was"]),
    ...differs("token", observed.stored.SecretToken ?? null, stage.oldToken),
  ],
  missing: ({ observed }) => [
    ...only(observed.diagnostics, []),
    ...differs("sync_status", member(observed.state, "sync_status"), "secret_missing"),
  ],
};

/** What has to be so after a scenario without a fault. `again`: after a run that followed. */
function wentWell(
  scenario: ScenarioName,
  stage: Stage,
  { state, stored }: Observed,
  again = false,
): string[] {
  const token = stored.SecretToken ?? null;
  switch (scenario) {
    case "missing":
      if (!again) return [...differs("state", state, null), ...differs("token", token, null)];
      return pushed(stage, state, token);
    case "gone":
      return differs("state", state, null);
    case "search": {
      const found = member(state, "service_principals");
      return differs("applications found", Array.isArray(found) ? found.length : null, 2);
    }
    case "clear":
      return [...differs("state", state, null), ...differs("token", token, null)];
    default:
      return pushed(stage, state, token);
  }
}

/** Summaries of what is said where nothing goes wrong. */
function messagesOf(scenario: ScenarioName): readonly string[] {
  return scenario === "missing" ? ["The secret does not exist"] : [];
}

function pushed(stage: Stage, state: Value, token: string | null): string[] {
  return [
    ...differs("token", token, stage.newToken),
    ...differs("sync_status", member(state, "sync_status"), "synced"),
    ...differs("sync_message", member(state, "sync_message"), null),
  ];
}

function says(diagnostics: readonly Diagnostic[], words: readonly string[]): string[] {
  const texts = diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`);
  if (texts.some((text) => words.every((word) => text.includes(word)))) return [];
  return [`no message says ${words.map((word) => `"${word}"`).join(" and ")}: ${inWords(diagnostics)}`];
}

function saysOneError(diagnostics: readonly Diagnostic[], words: readonly string[]): string[] {
  const errors = diagnostics.filter(isError);
  return errors.length === 1
    ? says(errors, words)
    : [`${errors.length} errors, not 1: ${inWords(diagnostics)}`];
}

function none(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.length === 0 ? [] : [`there should be no message: ${inWords(diagnostics)}`];
}

/** Messages with these summaries and no others; the warning of a plan and the error of its apply count as one. */
function only(diagnostics: readonly Diagnostic[], summaries: readonly string[]): string[] {
  const found = [...new Set(diagnostics.map(({ summary }) => summary))];
  return isDeepStrictEqual(found, [...summaries])
    ? []
    : [`other messages than expected: ${inWords(diagnostics)}`];
}

function differs(what: string, actual: unknown, expected: unknown): string[] {
  if (isDeepStrictEqual(actual, expected)) return [];
  return [
    what === "token"
      ? "the service principal holds another token than expected"
      : `${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`,
  ];
}

function member(state: Value, name: string): unknown {
  return isObjectValue(state) ? (state[name] ?? null) : null;
}

function withoutStatus(state: Value): unknown {
  if (!isObjectValue(state)) return state;
  const { sync_status: _, sync_message: __, ...rest } = state;
  return rest;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function inWords(diagnostics: readonly Diagnostic[]): string {
  return (
    diagnostics.map(({ severity, summary, detail }) => `${severity}: ${summary}: ${detail}`).join(" | ") ||
    "none"
  );
}
