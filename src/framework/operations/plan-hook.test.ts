import { Secret } from "../../core/secret";
import { configuredToy, makeToy, toyConfig } from "../toy-provider.test-support";
import { isUnknown, UNKNOWN, type Value } from "../value";

import { NO_PRIVATE, plan, stored, withPlan } from "./plan.test-support";

describe("the plan hook", () => {
  it("gets typed values and says what becomes unknown", async () => {
    const { at, diagnostics } = await plan(
      { prior: stored(), config: toyConfig({ name: "two" }) },
      withPlan(({ prior, planned, config, provider }) => {
        expect(prior?.version).toBe(4);
        expect(config.name).toBe("two");
        expect(provider.generation).toBe(1);
        return Promise.resolve({ planned: { ...planned, version: UNKNOWN, tenant: "default" } });
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(isUnknown(at("version"))).toBe(true);
    expect(at("tenant")).toBe("default");
  });

  it("stores private data, and leaves it alone when there is no hook", async () => {
    const { server } = await configuredToy(
      withPlan(({ planned, private: data }) => {
        data.set("seen", 1);
        return Promise.resolve({ planned });
      }),
    );
    const request = {
      type: "toy_thing",
      prior: null,
      proposed: toyConfig(),
      config: toyConfig(),
      private: NO_PRIVATE,
    };
    expect(Buffer.from((await server.plan(request)).private).toString()).toBe('{"seen":1}');
    const plain = await configuredToy();
    const bytes = Buffer.from('{"x":1}');
    expect((await plain.server.plan({ ...request, private: bytes })).private).toBe(bytes);
  });

  it.each<[string, (planned: Record<string, unknown>) => unknown, readonly (string | number)[] | undefined]>([
    ["a configured value changed", (p) => ({ ...p, name: "other" }), ["name"]],
    ["a value where nothing is configured", (p) => ({ ...p, note: "x" }), ["note"]],
    ["a block where none is configured", (p) => ({ ...p, auth: { password_file: "f" } }), ["auth"]],
    ["a configured block missing", (p) => ({ ...p, source: null }), ["source"]],
    ["a nested change", (p) => ({ ...p, source: { ...(p.source as object), key: "L" } }), ["source", "key"]],
    ["a write-only value", (p) => ({ ...p, token_wo: new Secret("s3cr3t") }), ["token_wo"]],
    ["a Secret where none belongs", (p) => ({ ...p, tenant: new Secret("s3cr3t") }), ["tenant"]],
    ["a plain string for a secret", (p) => ({ ...p, token_wo: "s3cr3t" }), ["token_wo"]],
    ["another type", (p) => ({ ...p, version: "4" }), ["version"]],
    ["a list for an object", (p) => ({ ...p, job: ["s3cr3t"] }), ["job"]],
    ["no number", (p) => ({ ...p, version: Number.NaN }), ["version"]],
    ["nothing", () => undefined, undefined],
  ])("reports a bug of resource code and names the attribute: %s", async (_, change, path) => {
    const { diagnostics } = await plan(
      { prior: stored(), config: toyConfig() },
      withPlan(({ planned }) => Promise.resolve({ planned: change(planned) as typeof planned })),
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.severity).toBe("error");
    expect(diagnostics[0]?.path).toEqual(path);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cr3t");
  });

  it("may keep the prior value for a configured one, as Terraform allows", async () => {
    const { diagnostics, at } = await plan(
      { prior: stored(), config: toyConfig({ name: "ONE" }) },
      withPlan(({ planned }) => Promise.resolve({ planned: { ...planned, name: "one" } })),
    );
    expect(diagnostics).toEqual([]);
    expect(at("name")).toBe("one");
  });

  it("turns what it throws into an error, without a foreign message", async () => {
    const { diagnostics, planned } = await plan(
      { prior: stored(), config: toyConfig() },
      withPlan(() => Promise.reject(new Error("s3cr3t"))),
    );
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cr3t");
    expect(planned).toStrictEqual(stored());
  });
});

describe("plan refuses", () => {
  it("what the constraints forbid, strictly now that the provider is configured", async () => {
    const { diagnostics } = await plan({ config: toyConfig({ auth: { cli: {}, federated: {} } }) });
    expect(diagnostics.map((item) => [item.summary, item.path])).toEqual([
      ['Only one of "auth.password_file", "auth.cli" and "auth.federated" may be set', ["auth", "federated"]],
    ]);
  });

  it("to run before configure", async () => {
    const { server } = makeToy();
    const config = toyConfig();
    const { diagnostics } = await server.plan({
      type: "toy_thing",
      prior: null,
      proposed: config,
      config,
      private: NO_PRIVATE,
    });
    expect(diagnostics.map((item) => item.summary)).toEqual(["The provider toy is not configured"]);
  });

  it("types that the provider does not have", async () => {
    const { server } = await configuredToy();
    const { diagnostics } = await server.plan({
      type: "toy_x",
      prior: null,
      proposed: null,
      config: null,
      private: NO_PRIVATE,
    });
    expect(diagnostics.map((item) => item.summary)).toEqual(['Unknown resource "toy_x"']);
  });

  it.each<[string, Value]>([
    ["a number for an object", 5],
    ["a string for a block", toyConfig({ source: "x" })],
    ["an object for a list", toyConfig({ rules: { a: 1 } })],
    ["a list for a string", toyConfig({ name: [] })],
    ["an element that is no object", toyConfig({ rules: ["x"] })],
  ])("a configuration of the wrong shape: %s", async (_, config) => {
    const { diagnostics } = await plan({ config, proposed: config });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.summary).toMatch(/^Unexpected value for/);
  });

  it("a number that TypeScript does not hold, at its path", async () => {
    const { diagnostics } = await plan(
      { config: toyConfig({ count_of: 2n ** 60n }) },
      withPlan(({ planned }) => Promise.resolve({ planned })),
    );
    expect(diagnostics.map((item) => item.path)).toEqual([["count_of"]]);
  });
});
