import type { Call } from "./calls";
import type { Outcome } from "./expectations";
import type { Fault, Trouble } from "./faults";
import { type Counts, sum } from "./requests";
import { wordsOf } from "./words";

/** What a rule says of a cell. */
interface Verdict {
  readonly outcome: Outcome;
  /** How often the call is made, the first time included. */
  readonly tries: number;
  /** Requests that come on top of what is asked anyway. */
  readonly also?: Counts;
  /** Requests that may come on top, where it is up to chance what was under way. */
  readonly maybe?: Counts;
  readonly says?: readonly string[];
}

/** A rule of the table. The first that applies to a cell counts. */
export interface Rule {
  readonly because: string;
  readonly applies: (call: Call, fault: Fault) => boolean;
  readonly expect: (call: Call, fault: Fault) => Verdict;
}

/** The first try and `http.max_retries`. */
const MOST_TRIES = 5;
/** Looks at a service principal that is not there: at once, and after 2, 4, 8, 16 s in a plan (30 s in all), … */
const LOOKS_OF_PLAN = 5;
/** … after 2, 4, 8 and then each 15 s in a create, for up to two minutes. */
const LOOKS_OF_CREATE = 11;
/** Of which one that reappears after 10 s is seen by the fourth: at 0, 2, 6 and 14 s. */
const LOOKS_AT_NEW = 4;

/** Refusals of whoever we are; a refresh goes on after them. */
const REFUSALS: ReadonlySet<Trouble> = new Set(["unauthorized", "no permission", "forbidden"]);

/** The rules, the more special ones first. */
export const RULES: readonly Rule[] = [
  {
    because: "§6: `start` is repeated only after reading the job again",
    applies: ({ request }, { trouble }) => request === "start" && isPassing(trouble),
    expect: (_call, { isProcessed }) => ({
      outcome: "recovers",
      tries: isProcessed ? 1 : 2,
      also: { jobs: 1 },
    }),
  },
  {
    because: "§6, Untestable: our own timeout (standard warns)",
    applies: ({ request }, { trouble }) => request === "validate" && trouble === "silence",
    expect: () => ({ outcome: "warns", tries: 1, says: ["The new token could not be tested", "Timeout"] }),
  },
  {
    because:
      "§6, Retries: 408, 409, 423, 424, 429, 5xx and connection faults; PUT of the same value is safe to repeat",
    applies: (_call, { trouble }) => isPassing(trouble),
    expect: () => ({ outcome: "recovers", tries: 2 }),
  },
  {
    because: "§6, Retries: 404 only in a create, for up to two minutes; §5: a plan asks again for up to 30 s",
    applies: (_call, { trouble }) => trouble === "new",
    expect: (call) => ({
      outcome: "recovers",
      tries: LOOKS_AT_NEW,
      also: sum(siblings(call, LOOKS_AT_NEW - 1), { principal: LOOKS_AT_NEW - 1 }),
    }),
  },
  {
    because: "§6: a refused token means one fresh one; an expired token of Infisical one more login",
    applies: (_call, { trouble }) => trouble === "expired",
    expect: (call) => ({ outcome: "recovers", tries: 2, also: freshToken(call), maybe: siblings(call, 1) }),
  },
  {
    because: "infisical.md: version 3 of the API for servers that do not have version 4 yet",
    applies: ({ api }, { trouble }) => api === "infisical" && trouble === "no such route",
    expect: () => ({ outcome: "recovers", tries: 2 }),
  },
  {
    because: "§5: checks of a plan give diagnostics only; an existing sync is about to get what mends it",
    applies: ({ purpose }) => purpose === "notice",
    expect: (call, fault) => ({ outcome: "warns", ...attempts(call, fault), says: wordsOf(call, fault) }),
  },
  {
    because: "§11: the display name is null without permission to read it, never an error",
    applies: ({ purpose }) => purpose === "name",
    expect: (call, fault) => ({ outcome: "ignores", ...attempts(call, fault) }),
  },
  {
    because: "§5: the error says where an imported secret comes from; there is none",
    applies: ({ request }, { trouble }) => request === "imports" && trouble === "not found",
    expect: () => ({ outcome: "recovers", tries: 1 }),
  },
  ...rulesOfTest(),
  {
    because: "§5: once the token may have been written, state says so, also with an error",
    applies: ({ purpose }, { trouble }) =>
      purpose === "check" || (purpose === "write" && (trouble === "down" || trouble === "garbled")),
    expect: (call, fault) => ({
      outcome: "incomplete",
      ...attempts(call, fault),
      says: ["The push could not be confirmed", "the next apply pushes again", ...wordsOf(call, fault)],
    }),
  },
  ...rulesOfHealing(),
  ...rulesOfRefresh(),
  {
    because:
      "§5: before the PUT, create returns no state and update the prior one; §6: permanent faults are never retried",
    applies: () => true,
    expect: (call, fault) => ({ outcome: "fails", ...attempts(call, fault), says: wordsOf(call, fault) }),
  },
];

function rulesOfTest(): readonly Rule[] {
  const untestable: ReadonlySet<Trouble> = new Set([
    "down",
    "later",
    "garbled",
    "not found",
    "no such route",
  ]);
  return [
    {
      because: "§6, Untestable: 404/405/5xx of the call itself, a redirect, no template, or nothing to go by",
      applies: ({ purpose, request }, { trouble }) =>
        purpose === "test" &&
        (untestable.has(trouble) || trouble === (request === "validate" ? "redirect" : "bad request")),
      expect: (call, fault) => ({
        outcome: "warns",
        ...attempts(call, fault),
        says: ["The new token could not be tested", "It was pushed all the same"],
      }),
    },
    {
      because: '§6, Rejected: any unknown 400, which names validation = "off"',
      applies: ({ request }, { trouble }) => request === "validate" && trouble === "bad request",
      expect: () => ({
        outcome: "fails",
        tries: 1,
        says: ["The application refused the new token", 'validation = "off"'],
      }),
    },
  ];
}

function rulesOfHealing(): readonly Rule[] {
  return [
    {
      because: "§6, step 6: start it, wait, report; what a start came to shows in the job, not in its answer",
      applies: ({ request }, { id }) => request === "start" && id === "malformed",
      expect: () => ({ outcome: "recovers", tries: 1 }),
    },
    {
      because: "§6: polled after 1, 2, 4, 8, 15 s; not lifted by then is a warning",
      applies: ({ request }, { id }) => request === "start" && id === "page",
      expect: () => ({
        outcome: "warns",
        tries: 1,
        also: { jobs: 5 },
        says: ["The provisioning job is still in quarantine"],
      }),
    },
    {
      because: "§6, step 6: the token is in place, so everything here is a warning",
      applies: ({ purpose }) => purpose === "heal",
      expect: (call, fault) => {
        const summary =
          call.request === "start"
            ? "The provisioning job was not started again"
            : "The provisioning job could not be looked at";
        const looks = call.request === "start" && fault.trouble === "down" ? { jobs: MOST_TRIES - 1 } : {};
        const { tries, also } = attempts(call, fault);
        return {
          outcome: "warns",
          tries,
          also: sum(also, looks),
          says: [summary, "The token is in place", ...wordsOf(call, fault)],
        };
      },
    },
  ];
}

function rulesOfRefresh(): readonly Rule[] {
  return [
    {
      because: "§5: missing secret: `secret_missing`, no error, so that destroy works",
      applies: ({ id }, { trouble }) => id === "refresh.list" && trouble === "not found",
      expect: (call, fault) => ({ outcome: "missing", ...attempts(call, fault) }),
    },
    {
      because:
        "§5: credentials or permissions refused, of Entra or Infisical: the state as it is, `unreadable`",
      applies: (call, fault) => call.purpose === "look" && isRefused(call, fault.trouble),
      expect: (call, fault) => ({
        outcome: "keeps",
        ...attempts(call, fault),
        says: ["The sync could not be read", "Its state is kept as it is", ...wordsOf(call, fault)],
      }),
    },
    {
      because:
        "§5: unreachable API: an error, never an empty state; any 404 that does not say that it is gone is one",
      applies: ({ purpose }) => purpose === "look",
      expect: (call, fault) => {
        const { tries, also } = attempts(call, fault);
        // The list and the connection's credential share a login that is under way, and not one that has failed.
        const maybe: Counts = call.api === "login" ? { login: tries } : {};
        return { outcome: "fails", tries, also, maybe, says: wordsOf(call, fault) };
      },
    },
  ];
}

/** Whether what happens to this call says that whoever asks is refused. */
function isRefused({ api, request }: Call, trouble: Trouble): boolean {
  if (REFUSALS.has(trouble)) return true;
  // A login, a sign-in or a credential that the service will not have, or does not know.
  if (trouble === "bad request") return api === "login" || api === "entra" || request === "credential";
  return trouble === "not found" && (api === "login" || request === "credential");
}

function isPassing(trouble: Trouble): boolean {
  return trouble === "passing" || trouble === "silence";
}

/** How often a call is made that fails in the end, and what is asked beside it. */
function attempts(call: Call, { trouble }: Fault): { readonly tries: number; readonly also: Counts } {
  const absent = trouble === "not found" || trouble === "no such route";
  if (absent && call.scenario === "create" && call.purpose === "need") {
    const looks = call.nth === 1 ? LOOKS_OF_PLAN : LOOKS_OF_CREATE;
    const confirmed = trouble === "not found" ? { principal: looks } : {};
    return { tries: looks, also: sum(siblings(call, looks - 1), confirmed) };
  }
  if (trouble === "down") return { tries: MOST_TRIES * call.asks, also: reads(call, call.asks) };
  if (trouble === "later") return { tries: call.asks, also: reads(call, call.asks) };
  if (
    (trouble === "unauthorized" || trouble === "no permission") &&
    call.api !== "entra" &&
    call.api !== "login"
  ) {
    return { tries: 2, also: freshToken(call) };
  }
  return { tries: 1, also: sum(reads(call, 1), trouble === "not found" ? confirmation(call) : {}) };
}

/** What is asked to make sure that what a 404 is about is really not there. */
function confirmation({ api, request, isLook }: Call): Counts {
  if (api === "infisical") return request === "read" ? { root: 1, imports: 1 } : { root: 1 };
  return isLook ? { principal: 1 } : {};
}

/** Each sign-in reads the credential anew, since it may have been rotated. */
function reads({ api }: Call, times: number): Counts {
  return api === "entra" ? { credential: times } : {};
}

function freshToken({ api }: Call): Counts {
  return api === "infisical" ? { login: 1 } : { token: 1, credential: 1 };
}

function siblings({ siblings: names }: Call, times: number): Counts {
  return Object.fromEntries(names.map((name) => [name, times]));
}
