import { conform } from "../conform";
import { makeToy, type Plain, type ToyResource, toySchema, value } from "../toy-provider.test-support";
import { DecimalNumber } from "../value";

function upgrade(json: unknown, version = 2, upgrades: ToyResource["upgrades"] = undefined) {
  const toy = makeToy({ resource: upgrades === undefined ? {} : { upgrades } });
  return { toy, outcome: toy.server.upgradeState({ type: "toy_thing", version, json }) };
}

const state = (plain: { readonly [key: string]: Plain }) => conform(toySchema, value(plain));

describe("upgrade of a stored state", () => {
  it("reads today's version by the schema, without loading behaviour and before configure", async () => {
    const json = {
      name: "one",
      version: 4,
      enabled: false,
      tags: ["a"],
      source: { project_id: null, key: "K", mode: "latest" },
      rules: [{ key: "a", weight: 1.5 }],
      dropped: { by: "an earlier release" },
    };
    const { toy, outcome } = upgrade(json);
    const { dropped: _, ...kept } = json;
    expect(await outcome).toEqual({ state: state(kept), diagnostics: [] });
    expect(toy.loads.resource).toBe(0);
  });

  it("goes through the upgrades version by version", async () => {
    const { outcome } = upgrade({ title: "one" }, 0, {
      0: ({ title, ...rest }) => ({ ...rest, called: title }),
      1: ({ called, ...rest }) => ({ ...rest, name: called }),
    });
    expect(await outcome).toEqual({ state: state({ name: "one" }), diagnostics: [] });
  });

  it("keeps numbers that a double does not hold, as far as the parser kept them", async () => {
    const numbers = [2n ** 60n, new DecimalNumber("0.1")];
    for (const number of numbers) {
      expect((await upgrade({ version: number }).outcome).state).toStrictEqual(state({ version: number }));
    }
  });

  it("drops what is write-only, and members called like a prototype", async () => {
    const json: unknown = JSON.parse('{"token_wo": "s3cr3t", "name": "one", "__proto__": {"note": "x"}}');
    expect(await upgrade(json).outcome).toEqual({ state: state({ name: "one" }), diagnostics: [] });
  });

  it.each<[string, unknown, number, ToyResource["upgrades"], string]>([
    ["a newer version", {}, 3, undefined, "The state of toy_thing is newer than the provider"],
    ["a version without an upgrade", {}, 1, undefined, "The state of toy_thing cannot be upgraded"],
    ["a gap in the upgrades", {}, 0, { 0: (json) => json }, "The state of toy_thing cannot be upgraded"],
    [
      "an upgrade that throws",
      {},
      1,
      {
        1: () => {
          throw new Error("s3cr3t");
        },
      },
      "This is a bug",
    ],
    [
      "an upgrade that returns nothing",
      {},
      1,
      { 1: () => undefined as never },
      "The stored state cannot be read",
    ],
    ["null", null, 2, undefined, "The stored state cannot be read"],
    ["a list", [], 2, undefined, "The stored state cannot be read"],
    ["a string for a number", { version: "s3cr3t" }, 2, undefined, "The stored state cannot be read"],
    ["a list for a block", { source: [] }, 2, undefined, "The stored state cannot be read"],
  ])("refuses %s", async (_, json, version, upgrades, summary) => {
    const outcome = await upgrade(json, version, upgrades).outcome;
    expect(outcome.state).toBeNull();
    expect(outcome.diagnostics.map((item) => item.summary)).toEqual([summary]);
    expect(JSON.stringify(outcome.diagnostics)).not.toContain("s3cr3t");
  });

  it("tells which release to use for a newer one", async () => {
    const [first] = (await upgrade({}, 3).outcome).diagnostics;
    expect(first?.detail).toContain("version 3 of the schema; toy 1.2.3 knows versions up to 2");
  });
});
