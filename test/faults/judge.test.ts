import type { Value } from "../../src/framework/value";
import { CELLS } from "./cells";
import { type Expectation, expectationOf } from "./expectations";
import { type Case, judge, judgeAgain } from "./judge";
import type { Observed } from "./run-cell";
import type { Stage } from "./scenarios";

const stage: Stage = {
  objectId: "x",
  oldToken: "old",
  newToken: "new",
  otherSecrets: { BaseAddress: "https://app.example/scim" },
  reset: () => {},
  act: async () => [],
  again: async () => [],
};
const state = (sync_status: string, more: Record<string, Value> = {}): Value => ({
  sync_status,
  sync_message: null,
  ...more,
});
const error = (detail: string) => ({ severity: "error" as const, summary: "Error", detail });

/** What would be seen in a cell where all is as it should be, but for what is changed. */
function seen(id: string, observed: (expected: Expectation) => Partial<Observed>): Case {
  const cell = CELLS.find((each) => each.id === id);
  if (cell === undefined) throw new Error(`no cell ${id}`);
  const expected = expectationOf(cell.call, cell.fault) as Expectation;
  const base: Observed = {
    before: state("rotated"),
    state: state("synced"),
    diagnostics: [],
    counts: expected.counts,
    waits: expected.waits === null ? [] : [expected.waits],
    stored: { ...stage.otherSecrets, SecretToken: "new" },
  };
  return { ...cell, expected, stage, observed: { ...base, ...observed(expected) } };
}

const failed = ({ says }: Expectation): Partial<Observed> => ({
  state: state("rotated"),
  diagnostics: [error(says.join(" "))],
  stored: { ...stage.otherSecrets, SecretToken: "old" },
});

describe("judge", () => {
  it.each([
    ["update.put/503", () => ({})],
    ["update.put/403", failed],
    ["refresh.jobs/503-always", failed],
  ] as const)("has nothing against %s when it is as it should be", (id, observed) => {
    expect(judge(seen(id, observed))).toEqual([]);
  });

  it.each<[string, string, (expected: Expectation) => Partial<Observed>, RegExp]>([
    [
      "one request more",
      "update.put/503",
      ({ counts }) => ({ counts: { ...counts, put: 3 } }),
      /^put: 3 requests, not 2$/,
    ],
    [
      "one request less",
      "update.put/503",
      ({ counts }) => ({ counts: { ...counts, secrets: 1 } }),
      /^secrets: 1 requests/,
    ],
    ["a wait that was not made", "update.put/429-wait", () => ({ waits: [750] }), /7000 ms/],
    [
      "the old token after a recovery",
      "update.put/503",
      () => ({ stored: { ...stage.otherSecrets, SecretToken: "old" } }),
      /another token/,
    ],
    ["a lost key", "update.put/503", () => ({ stored: { SecretToken: "new" } }), /^BaseAddress/],
    ["a message after a recovery", "update.put/503", () => ({ diagnostics: [error("x")] }), /other messages/],
    [
      "an error that says something else",
      "update.put/403",
      (expected) => ({ ...failed(expected), diagnostics: [error("x")] }),
      /no message says/,
    ],
    ["no error", "update.put/403", (expected) => ({ ...failed(expected), diagnostics: [] }), /^0 errors/],
    [
      "a new token although it failed",
      "update.put/403",
      (expected) => ({ ...failed(expected), stored: { ...stage.otherSecrets, SecretToken: "new" } }),
      /another token/,
    ],
    [
      "an empty state",
      "refresh.jobs/503-always",
      (expected) => ({ ...failed(expected), state: null }),
      /^state is not/,
    ],
    [
      "a write that state does not tell of",
      "update.put/huge",
      (expected) => ({ ...failed(expected), stored: { ...stage.otherSecrets, SecretToken: "new" } }),
      /sync_status is "rotated", not "incomplete"/,
    ],
    [
      "a state that is not kept",
      "refresh.jobs/403",
      ({ says }) => ({
        state: state("unreadable", { synced_version: 9 }),
        diagnostics: [{ ...error(says.join(" ")), severity: "warning" }],
        stored: { ...stage.otherSecrets, SecretToken: "old" },
      }),
      /^state is not/,
    ],
  ])("sees %s", (_, id, observed, mismatch) => {
    expect(judge(seen(id, observed))).toEqual([expect.stringMatching(mismatch)]);
  });

  it.each<[string, string, number, Partial<Observed>, RegExp]>([
    ["a second write", "update.put/503", 1, {}, /writes 1 times, not 0/],
    ["no write", "update.put/403", 0, {}, /writes 0 times, not 1/],
    ["an error", "update.put/503", 0, { diagnostics: [error("x")] }, /the next run fails/],
    [
      "a sync that stays behind",
      "update.put/503",
      0,
      { state: state("incomplete") },
      /the next run: sync_status/,
    ],
  ])("sees %s in the run that follows", (_, id, puts, observed, mismatch) => {
    const { fault: _fault, ...judged } = seen(id, () => observed);
    expect(judgeAgain({ ...judged, puts })).toEqual([expect.stringMatching(mismatch)]);
  });
});
