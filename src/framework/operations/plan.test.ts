import { Secret } from "../../core/secret";
import { configuredToy, type Plain, toyConfig } from "../toy-provider.test-support";
import { isUnknown, UNKNOWN, type Value } from "../value";

import { plan, stored, withPlan } from "./plan.test-support";

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
