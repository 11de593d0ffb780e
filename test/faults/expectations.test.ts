import { CALLS } from "./calls";
import { ALL_CELLS, CELLS, cellsLike, sampleOf } from "./cells";
import { type Expectation, expectationOf } from "./expectations";
import { FAULTS } from "./faults";
import { RULES } from "./rules";

const cell = (id: string) => {
  const found = ALL_CELLS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no cell ${id}`);
  return expectationOf(found.call, found.fault);
};

describe("the table", () => {
  it("has an expectation, or a reason why there is none, for every call and fault", () => {
    for (const { call, fault } of ALL_CELLS) {
      const expected = expectationOf(call, fault);
      if ("notApplicable" in expected) expect(expected.notApplicable).toMatch(/\w/);
      else expect(expected.because).toMatch(/^(§\d+|infisical\.md|microsoft-graph\.md)/);
    }
    expect(ALL_CELLS).toHaveLength(CALLS.length * FAULTS.length);
    expect(CELLS.length).toBeGreaterThan(1000);
  });

  it("has no two cells, calls or faults of one name", () => {
    for (const names of [ALL_CELLS, CALLS, FAULTS].map((all) => all.map(({ id }) => id))) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("has no rule without a cell", () => {
    const used = new Set(CELLS.map(({ call, fault }) => RULES.find(({ applies }) => applies(call, fault))));
    expect(RULES.filter((rule) => !used.has(rule)).map(({ because }) => because)).toEqual([]);
  });

  it("says something wherever a person has to be told something", () => {
    const silent = CELLS.filter(({ call, fault }) => {
      const { outcome, says } = expectationOf(call, fault) as Expectation;
      return ["fails", "incomplete", "warns", "keeps"].includes(outcome) !== says.length > 0;
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  // What a reader of the design would say without the rules.
  it.each<[string, Partial<Expectation>]>([
    [
      "update.put/503",
      {
        outcome: "recovers",
        counts: {
          login: 1,
          credential: 1,
          token: 1,
          list: 1,
          secrets: 2,
          jobs: 1,
          read: 1,
          validate: 1,
          put: 2,
        },
      },
    ],
    ["update.put/reset-after", { outcome: "recovers", tries: 2 }],
    ["update.put/429-wait", { outcome: "recovers", waits: 7000 }],
    ["update.put/429-hour", { outcome: "fails", tries: 1 }],
    [
      "update.put/403",
      {
        outcome: "fails",
        counts: {
          login: 1,
          credential: 1,
          token: 1,
          list: 1,
          secrets: 1,
          jobs: 1,
          read: 1,
          validate: 1,
          put: 1,
        },
      },
    ],
    ["update.put/503-always", { outcome: "incomplete", tries: 5 }],
    ["update.check/403", { outcome: "incomplete" }],
    ["update.login/401", { outcome: "fails", counts: { login: 1 } }],
    ["update.test/stall", { outcome: "warns", tries: 1 }],
    ["update.test/400", { outcome: "fails", tries: 1 }],
    ["update.secrets/401-unknown", { outcome: "fails", tries: 2 }],
    ["heal.start/500-after", { outcome: "recovers", tries: 1 }],
    ["heal.start/500", { outcome: "recovers", tries: 2 }],
    ["create.name/403", { outcome: "ignores" }],
    ["refresh.secrets/403", { outcome: "keeps" }],
    ["refresh.secrets/404", { outcome: "fails" }],
    ["refresh.jobs/503-always", { outcome: "fails", tries: 5 }],
    ["refresh.list/404", { outcome: "missing" }],
    ["gone.principal/redirect", { outcome: "fails", tries: 1 }],
  ])("%s: %j", (id, expected) => {
    expect(cell(id)).toMatchObject(expected);
    if (expected.counts !== undefined)
      expect(cell(id)).toEqual(expect.objectContaining({ counts: expected.counts }));
  });

  it.each(["update.put/next-link", "update.put/truncated", "update.login/expired", "refresh.token/404-new"])(
    "there is no %s",
    (id) => {
      expect(cell(id)).toEqual({ notApplicable: expect.any(String) });
    },
  );
});

describe("a sample", () => {
  it("is the same for a seed, and another for another", () => {
    expect(sampleOf(7, 90)).toEqual(sampleOf(7, 90));
    expect(sampleOf(7, 90)).not.toEqual(sampleOf(8, 90));
  });

  it.each([1, 2, 3])("has every call and every fault, and as many cells as are wanted (seed %d)", (seed) => {
    const sample = sampleOf(seed, 90);
    expect(new Set(sample.map(({ call }) => call)).size).toBe(CALLS.length);
    expect(new Set(sample.map(({ fault }) => fault)).size).toBe(FAULTS.length);
    expect(sample).toHaveLength(90);
  });
});

describe("cellsLike", () => {
  it.each([
    [["update.put/503"], ["update.put/503"]],
    [
      ["heal"],
      CALLS.filter(({ scenario }) => scenario === "heal").flatMap(({ id }) =>
        FAULTS.map((fault) => `${id}/${fault.id}`),
      ),
    ],
    [["*/huge"], CALLS.map(({ id }) => `${id}/huge`)],
    [
      ["gone.*/40*"],
      ["408", "409", "401", "401-unknown", "403", "404-new", "404", "404-route", "400"].map(
        (fault) => `gone.principal/${fault}`,
      ),
    ],
    [["update.pu"], []],
  ])("%j", (patterns, ids) => {
    expect(cellsLike(patterns).map(({ id }) => id)).toEqual(ids);
  });
});
