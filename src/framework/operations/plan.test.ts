import { Secret } from "../../core/secret";
import { conform } from "../conform";
import {
  configuredToy,
  makeToy,
  type Plain,
  type ToyOptions,
  type ToyResource,
  toyConfig,
  toySchema,
  value,
} from "../toy-provider.test-support";
import { isUnknown, type ObjectValue, UNKNOWN, type Value } from "../value";

const NO_PRIVATE = new Uint8Array();

/** The state that a create of `toyConfig()` leaves. */
function stored(changes: { readonly [key: string]: Plain } = {}): Value {
  return conform(
    toySchema,
    value({
      name: "one",
      source: { project_id: "p", key: "K", mode: "latest" },
      destination: { connection: { client_id: null }, target: "t-1" },
      on_destroy: "retain",
      enabled: true,
      tenant: "ten",
      settings: { level: "low", stamp: "s" },
      id: "t-1",
      version: 4,
      job: { status: "Active" },
      ...changes,
    }),
  );
}

async function plan(request: { prior?: Value; config: Value; proposed?: Value }, options: ToyOptions = {}) {
  const { server } = await configuredToy(options);
  const result = await server.plan({
    type: "toy_thing",
    prior: request.prior ?? null,
    proposed: request.proposed ?? request.config,
    config: request.config,
    private: NO_PRIVATE,
  });
  return { ...result, at: (...path: (string | number)[]) => get(result.planned, path) };
}

function get(from: Value, path: readonly (string | number)[]): Value {
  return path.reduce<Value>((inner, step) => (inner as ObjectValue)[step] ?? null, from);
}

const withPlan = (hook: ToyResource["plan"]): ToyOptions => ({
  resource: { plan: hook as NonNullable<typeof hook> },
});

describe("plan of a create", () => {
  it("plans defaults where the configuration is null, in blocks that are there too", async () => {
    const { at, diagnostics } = await plan({ config: toyConfig() });
    expect(diagnostics).toEqual([]);
    expect(at("on_destroy")).toBe("retain");
    expect(at("enabled")).toBe(true);
    expect(at("source", "mode")).toBe("latest");
  });

  it("plans an optional block that is left out as exactly null", async () => {
    const { at } = await plan({ config: toyConfig() });
    expect(at("auth")).toBeNull();
    expect(at("timeouts")).toBeNull();
  });

  it("plans what is computed as unknown, optional_computed without default too", async () => {
    const { at } = await plan({ config: toyConfig() });
    for (const path of [["id"], ["version"], ["job"], ["tenant"], ["settings"], ["source", "project_id"]]) {
      expect([path, isUnknown(at(...path))]).toEqual([path, true]);
    }
  });

  it("keeps what is configured, known or not", async () => {
    const config = toyConfig({ tenant: "mine", note: UNKNOWN, on_destroy: "clear", enabled: false });
    const { at, diagnostics } = await plan({ config });
    expect(diagnostics).toEqual([]);
    expect(at("tenant")).toBe("mine");
    expect(at("on_destroy")).toBe("clear");
    expect(at("enabled")).toBe(false);
    expect(isUnknown(at("note"))).toBe(true);
  });

  it("plans defaults inside nested attributes and lists that are configured", async () => {
    const { at, diagnostics } = await plan({
      config: toyConfig({ settings: { level: null }, rules: [{ key: "a" }, { key: "b", weight: 7 }] }),
    });
    expect(diagnostics).toEqual([]);
    expect(at("settings", "level")).toBe("low");
    expect(isUnknown(at("settings", "stamp"))).toBe(true);
    expect([at("rules", 0, "weight"), at("rules", 1, "weight")]).toEqual([1, 7]);
    expect(isUnknown(at("rules", 1, "etag"))).toBe(true);
  });

  it("keeps a nested attribute that is unknown as a whole", async () => {
    const { at, diagnostics } = await plan({ config: toyConfig({ settings: UNKNOWN, rules: UNKNOWN }) });
    expect(diagnostics).toEqual([]);
    expect(isUnknown(at("settings")) && isUnknown(at("rules"))).toBe(true);
  });

  it("nulls the write-only token that Terraform puts into the proposed state", async () => {
    const config = toyConfig({ source: null, token_wo: "s3cr3t", token_wo_version: 1 });
    const { at, planned, diagnostics } = await plan({ config, proposed: config });
    expect(diagnostics).toEqual([]);
    expect(at("token_wo")).toBeNull();
    expect(JSON.stringify(planned)).not.toContain("s3cr3t");
  });

  it("hands the token to resource code in the configuration alone, as a Secret", async () => {
    let seen: unknown[] = [];
    await plan(
      { config: toyConfig({ source: null, token_wo: "s3cr3t", token_wo_version: 1 }) },
      withPlan(({ config, planned }) => {
        seen = [config.token_wo, planned.token_wo];
        return Promise.resolve({ planned });
      }),
    );
    expect(seen[0]).toBeInstanceOf(Secret);
    expect((seen[0] as Secret).reveal()).toBe("s3cr3t");
    expect(seen[1]).toBeNull();
  });
});

describe("plan of an update", () => {
  it("plans exactly the prior state when nothing changed", async () => {
    const prior = stored();
    const { planned, replaces, diagnostics } = await plan({ prior, config: toyConfig() });
    expect(diagnostics).toEqual([]);
    expect(planned).toStrictEqual(prior);
    expect(replaces).toEqual([]);
  });

  it("plans the default again for an option taken out of the configuration, not the prior value proposed", async () => {
    const prior = stored({
      on_destroy: "clear",
      enabled: false,
      source: { project_id: "p", key: "K", mode: "pinned" },
    });
    const { at } = await plan({ prior, proposed: prior, config: toyConfig() });
    expect(at("on_destroy")).toBe("retain");
    expect(at("enabled")).toBe(true);
    expect(at("source", "mode")).toBe("latest");
  });

  it("keeps computed values when something else changes", async () => {
    const { at } = await plan({ prior: stored(), config: toyConfig({ name: "two" }) });
    expect(at("name")).toBe("two");
    expect(at("version")).toBe(4);
    expect(at("job", "status")).toBe("Active");
    expect(at("source", "project_id")).toBe("p");
  });

  it("keeps a computed null", async () => {
    const { at } = await plan({ prior: stored({ job: null, version: null }), config: toyConfig() });
    expect([at("job"), at("version")]).toEqual([null, null]);
  });

  it("plans what is computed in a block that the update adds as unknown: an imported resource", async () => {
    const { at, diagnostics } = await plan({ prior: stored({ source: null }), config: toyConfig() });
    expect(diagnostics).toEqual([]);
    expect(isUnknown(at("source", "project_id"))).toBe(true);
    expect(at("source", "mode")).toBe("latest");
  });

  it("meets elements of a list with their prior by index", async () => {
    const prior = stored({ rules: [{ key: "a", weight: 1, etag: "e" }] });
    const { at } = await plan({ prior, config: toyConfig({ rules: [{ key: "a" }, { key: "b" }] }) });
    expect(at("rules", 0, "etag")).toBe("e");
    expect(isUnknown(at("rules", 1, "etag"))).toBe(true);
  });

  it("gives the same known values when Terraform plans again in another process", async () => {
    const request = { prior: stored(), config: toyConfig({ name: "two", tenant: UNKNOWN }) };
    const [first, second] = await Promise.all([plan(request), plan(request)]);
    expect(second.planned).toStrictEqual(first.planned);
  });
});

describe("replacement", () => {
  const target = (to: Plain) => toyConfig({ destination: { connection: { client_id: null }, target: to } });

  it.each<[string, Value, Value, readonly (readonly (string | number)[])[]]>([
    ["a known change", stored(), target("t-2"), [["destination", "target"]]],
    ["the same value", stored(), target("t-1"), []],
    [
      "a value that is unknown still, since an update cannot become a replacement later",
      stored(),
      target(UNKNOWN),
      [["destination", "target"]],
    ],
    [
      "a null prior, which an import leaves",
      stored({ destination: { connection: null, target: null } }),
      target("t-2"),
      [],
    ],
    ["a prior without the block", stored({ destination: null }), target("t-2"), []],
    ["another attribute", stored(), toyConfig({ name: "two" }), []],
    [
      "an element of a list",
      stored({
        rules: [
          { key: "a", weight: 1, etag: "e" },
          { key: "b", weight: 1, etag: "e" },
        ],
      }),
      toyConfig({ rules: [{ key: "a" }, { key: "c" }] }),
      [["rules", 1, "key"]],
    ],
  ])("%s", async (_, prior, config, expected) => {
    const { replaces, diagnostics } = await plan({ prior, config });
    expect(diagnostics).toEqual([]);
    expect(replaces).toEqual(expected);
  });

  it("is planned twice: with the prior, then as a create with everything computed unknown", async () => {
    const config = target("t-2");
    const first = await plan({ prior: stored(), config });
    expect(first.replaces).toHaveLength(1);
    const second = await plan({ prior: null, config });
    expect(second.replaces).toEqual([]);
    expect(isUnknown(second.at("version"))).toBe(true);
  });

  it("adds what resource code says, each path once", async () => {
    const { replaces } = await plan(
      { prior: stored(), config: target("t-2") },
      withPlan(({ planned }) =>
        Promise.resolve({ planned, replaces: [["tenant"], ["destination", "target"], ["tenant"]] }),
      ),
    );
    expect(replaces).toEqual([["destination", "target"], ["tenant"]]);
  });

  it("ignores what resource code says for a create", async () => {
    const { replaces } = await plan(
      { config: target("t-2") },
      withPlan(({ planned }) => Promise.resolve({ planned, replaces: [["tenant"]] })),
    );
    expect(replaces).toEqual([]);
  });
});

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

describe("plan of a destroy", () => {
  const destroy = (server: Awaited<ReturnType<typeof configuredToy>>["server"]) =>
    server.plan({
      type: "toy_thing",
      prior: stored(),
      proposed: null,
      config: null,
      private: Buffer.from('{"a":1}'),
    });

  it("is null, keeps private data and calls no plan hook", async () => {
    const { server } = await configuredToy(withPlan(() => Promise.reject(new Error("called"))));
    const result = await destroy(server);
    expect(result).toEqual({ planned: null, replaces: [], private: Buffer.from('{"a":1}'), diagnostics: [] });
  });

  it("lets resource code warn", async () => {
    const { server } = await configuredToy({
      resource: {
        planDestroy: ({ state, diagnostics }) => {
          diagnostics.warning("The token stays", `on_destroy is ${state.on_destroy}.`);
          return Promise.resolve();
        },
      },
    });
    expect((await destroy(server)).diagnostics).toEqual([
      { severity: "warning", summary: "The token stays", detail: "on_destroy is retain." },
    ]);
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
