import type { Call } from "./calls";
import { SCENARIOS } from "./calls";
import type { Fault } from "./faults";
import { type Counts, sum } from "./requests";
import { RULES } from "./rules";

/**
 * What a fault comes to:
 * - `recovers`: as if it had not been;
 * - `fails`: an error, and nothing is changed: neither the token nor what state says;
 * - `incomplete`: an error, and state says that the token may have been written;
 * - `warns`: a warning, and the token is pushed;
 * - `keeps`: a refresh keeps what state says, marked as unreadable, with a warning;
 * - `missing`: a refresh says that the secret is missing, and goes on;
 * - `ignores`: nobody is told.
 */
export type Outcome = "recovers" | "fails" | "incomplete" | "warns" | "keeps" | "missing" | "ignores";

/** What has to happen in a cell. */
export interface Expectation {
  readonly outcome: Outcome;
  /** All requests of the process where the fault strikes, by name. */
  readonly counts: Counts;
  /** How many more there may be, by chance: of what was under way when a token expired. */
  readonly maybe: Counts;
  /** How often the call itself is made. */
  readonly tries: number;
  /** Words of the error or warning. */
  readonly says: readonly string[];
  /** A wait that has to be among those that were made, in milliseconds. */
  readonly waits: number | null;
  /** What it follows from. */
  readonly because: string;
}

/** Why there is no such cell. */
export interface NotApplicable {
  readonly notApplicable: string;
}

/** What has to happen in a cell, worked out from the rules alone; or why there is none. */
export function expectationOf(call: Call, fault: Fault): Expectation | NotApplicable {
  const why = notApplicable(call, fault);
  if (why !== null) return { notApplicable: why };
  const rule = RULES.find(({ applies }) => applies(call, fault));
  if (rule === undefined) throw new Error(`there is no rule for ${call.id}/${fault.id}`);
  const { outcome, tries, also = {}, maybe = {}, says = [] } = rule.expect(call, fault);
  return {
    outcome,
    tries,
    counts: sum(othersOf(call, outcome), { [call.request]: tries - 1 }, also),
    maybe,
    says,
    waits: outcome === "recovers" ? (fault.asksToWait ?? null) : null,
    because: rule.because,
  };
}

/** What is asked where the call is made once. */
function othersOf(call: Call, outcome: Outcome): Counts {
  switch (outcome) {
    case "recovers":
    case "missing":
      return SCENARIOS[call.scenario].counts;
    case "warns":
    case "ignores":
      return call.onward;
    default:
      return { ...call.rest, [call.request]: call.nth };
  }
}

function notApplicable(call: Call, { trouble, id }: Fault): string | null {
  if (trouble === "next link" && !call.isPaged) return "its answer has no pages";
  if (id === "truncated" && call.isAnsweredByNothing) return "a 204 has no body that could be cut off";
  if (trouble === "expired" && (call.api === "entra" || call.api === "login"))
    return "it carries no access token";
  if (id === "expired-403" && call.api !== "infisical")
    return "only Infisical answers like that (infisical.md)";
  if (trouble === "no permission" && call.api !== "synchronization")
    return "only the synchronization service answers like that (microsoft-graph.md §6)";
  if (trouble === "new" && !(call.scenario === "create" && call.purpose === "need"))
    return "only a create waits, when it looks at the service principal; the row of the 404 has the others";
  if (trouble === "not found" && call.scenario === "gone") return "that is the scenario itself";
  return null;
}
