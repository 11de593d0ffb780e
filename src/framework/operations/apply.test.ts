import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { conform } from "../conform";
import type { State } from "../infer";
import {
  configuredToy,
  makeToy,
  type Plain,
  type Toy,
  type ToyOptions,
  type ToyResource,
  toyConfig,
  toySchema,
  value,
} from "../toy-provider.test-support";
import { type ObjectValue, UNKNOWN, type Value } from "../value";

type ToyState = State<typeof toySchema>;

const PRIVATE = Buffer.from('{"planned":true}');

const known = {
  on_destroy: "retain",
  enabled: true,
  source: { project_id: "p", key: "K", mode: "latest" },
} as const;

/** What plan leaves of `toyConfig()` for a create: what is computed is unknown. */
const planned = (changes: { readonly [key: string]: Plain } = {}): Value =>
  conform(
    toySchema,
    toyConfig({
      ...known,
      source: { ...known.source, project_id: UNKNOWN },
      tenant: UNKNOWN,
      settings: UNKNOWN,
      id: UNKNOWN,
      version: UNKNOWN,
      job: UNKNOWN,
      ...changes,
    }),
  );

/** What a good create returns for it. */
const result = (changes: object = {}): ToyState =>
  ({
    name: "one",
    ...known,
    destination: { connection: { client_id: null }, target: "t-1" },
    tenant: "ten",
    settings: null,
    id: "t-1",
    version: 4,
    job: { status: "Active" },
    ...changes,
  }) as unknown as ToyState;

const stored = (changes: { readonly [key: string]: Plain } = {}): Value =>
  conform(toySchema, value({ ...(result() as unknown as { [key: string]: Plain }), ...changes }));

interface Changes {
  readonly prior?: Value;
  readonly planned?: Value;
  readonly config?: Value;
}

function apply(toy: Toy, changes: Changes = {}) {
  return toy.server.apply({
    type: "toy_thing",
    prior: null,
    planned: planned(),
    config: toyConfig(),
    private: PRIVATE,
    ...changes,
  });
}

const resource = (handlers: Partial<ToyResource>): ToyOptions => ({ resource: handlers });
const create = (make: ToyResource["create"]) => configuredToy(resource({ create: make }));
const at = (state: Value, name: string) => (state as ObjectValue)[name];

describe("create", () => {
  it("stores what resource code returns, with every attribute", async () => {
    const toy = await create(({ planned: plan, config, private: data }) => {
      expect(plan.version).toBe(UNKNOWN);
      expect(config.name).toBe("one");
      expect(data.get("planned")).toBe(true);
      data.set("made", 1);
      return Promise.resolve(result());
    });
    const { state, diagnostics, private: bytes } = await apply(toy);
    expect(diagnostics).toEqual([]);
    expect(state).toStrictEqual(stored());
    expect(Buffer.from(bytes).toString()).toBe('{"planned":true,"made":1}');
  });

  it("takes the write-only token from the configuration and stores none, even if it was planned", async () => {
    const toy = await create(({ config, planned: plan }) => {
      expect(config.token_wo?.reveal()).toBe("s3cr3t");
      expect(plan.token_wo).toBeNull();
      return Promise.resolve(result({ source: null, token_wo: config.token_wo, token_wo_version: 1 }));
    });
    const given = { source: null, token_wo: "s3cr3t", token_wo_version: 1 };
    const { state, diagnostics } = await apply(toy, { config: toyConfig(given), planned: planned(given) });
    expect(at(state, "token_wo")).toBeNull();
    expect(JSON.stringify([state, diagnostics])).not.toContain("s3cr3t");
    expect(diagnostics).toEqual([]);
  });

  it("stores a secret that is not write-only as the string that Terraform knows", async () => {
    const toy = await create(() => Promise.resolve(result({ password: new Secret("pw") })));
    const { state, diagnostics } = await apply(toy, {
      config: toyConfig({ password: "pw" }),
      planned: planned({ password: "pw" }),
    });
    expect(diagnostics).toEqual([]);
    expect(at(state, "password")).toBe("pw");
  });

  it("leaves no state and no private data when it throws", async () => {
    const toy = await create(({ private: data }) => {
      data.set("made", 1);
      throw new Problem("rejected", {
        summary: "Refused",
        detail: "No.",
        path: ["source"],
        requestId: "r-1",
      });
    });
    const outcome = await apply(toy);
    expect(outcome.state).toBeNull();
    expect(outcome.private).toHaveLength(0);
    expect(outcome.diagnostics).toEqual([
      { severity: "error", summary: "Refused", detail: "No. (request id r-1)", path: ["source"] },
    ]);
  });

  it("stores a state that comes with an error, also where it differs from the plan", async () => {
    const toy = await create(({ diagnostics }) => {
      diagnostics.error("Written, not checked", "The token was written.");
      return Promise.resolve(result({ name: "else", on_destroy: "clear" }));
    });
    const { state, diagnostics } = await apply(toy);
    expect(diagnostics.map((item) => item.summary)).toEqual(["Written, not checked"]);
    expect(at(state, "name")).toBe("else");
  });

  it.each<[string, object, readonly (string | number)[]]>([
    ["a configured value", { name: "other" }, ["name"]],
    ["a default", { on_destroy: "clear" }, ["on_destroy"]],
    ["a nested value", { source: { project_id: "p", key: "L", mode: "latest" } }, ["source", "key"]],
    ["a null", { note: "s3cr3t" }, ["note"]],
    ["a block that is left out", { auth: { password_file: "s3cr3t" } }, ["auth"]],
  ])(
    "reports a planned value that comes back different, and stores the state: %s",
    async (_, change, path) => {
      const toy = await create(() => Promise.resolve(result(change)));
      const { state, diagnostics } = await apply(toy);
      expect(diagnostics.map((item) => [item.severity, item.path])).toEqual([["error", path]]);
      expect(JSON.stringify(diagnostics)).not.toContain("s3cr3t");
      expect(at(state, "id")).toBe("t-1");
    },
  );

  it.each<[string, object, readonly (string | number)[]]>([
    ["an unknown value", { version: UNKNOWN }, ["version"]],
    ["an unknown object", { job: UNKNOWN }, ["job"]],
    ["an unknown element", { tags: [UNKNOWN] }, ["tags", 0]],
    ["an unknown inside", { job: { status: UNKNOWN } }, ["job"]],
    ["a plain string for a secret", { password: "s3cr3t" }, ["password"]],
    ["a list of the wrong things", { rules: ["s3cr3t"] }, ["rules"]],
  ])("reports what cannot be stored, and stores null there: %s", async (_, change, path) => {
    const toy = await create(() => Promise.resolve(result(change)));
    const { state, diagnostics } = await apply(toy);
    expect(diagnostics[0]?.path).toEqual(path);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cr3t");
    expect(at(state, "id")).toBe("t-1");
  });

  it.each([[undefined], [null], ["x"], [[]], [new Secret("s")]])(
    "reports a result that is no object: %p",
    async (wrong) => {
      const toy = await create(() => Promise.resolve(wrong as unknown as ToyState));
      const { state, diagnostics } = await apply(toy);
      expect(state).toBeNull();
      expect(diagnostics).toHaveLength(1);
    },
  );

  it("refuses a configuration that is still unknown", async () => {
    const toy = await create(() => Promise.reject(new Error("called")));
    const { diagnostics, state } = await apply(toy, { config: toyConfig({ note: UNKNOWN }) });
    expect(state).toBeNull();
    expect(diagnostics[0]?.detail).toContain("known at apply");
  });

  it("does not run before configure", async () => {
    const toy = makeToy();
    const { diagnostics } = await apply(toy);
    expect(diagnostics.map((item) => item.summary)).toEqual(["The provider toy is not configured"]);
  });
});

describe("update", () => {
  const update = (make: ToyResource["update"]) => configuredToy(resource({ update: make }));

  it("gets prior, plan and configuration, and stores the result", async () => {
    const toy = await update(({ prior, planned: plan }) => {
      expect([prior.name, plan.name]).toEqual(["one", "two"]);
      return Promise.resolve(result({ name: "two" }));
    });
    const { state, diagnostics } = await apply(toy, {
      prior: stored(),
      planned: stored({ name: "two" }),
      config: toyConfig({ name: "two" }),
    });
    expect(diagnostics).toEqual([]);
    expect(at(state, "name")).toBe("two");
  });

  it("keeps the prior state and private data when it throws", async () => {
    const toy = await update(() => Promise.reject(new TypeError("s3cr3t")));
    const outcome = await apply(toy, { prior: stored(), planned: stored({ name: "two" }) });
    expect(outcome.state).toStrictEqual(stored());
    expect(outcome.private).toBe(PRIVATE);
    expect(outcome.diagnostics).toHaveLength(1);
    expect(JSON.stringify(outcome.diagnostics)).not.toContain("s3cr3t");
  });

  it("keeps the prior state when the result is no object", async () => {
    const toy = await update(() => Promise.resolve(undefined as unknown as ToyState));
    expect((await apply(toy, { prior: stored(), planned: stored() })).state).toStrictEqual(stored());
  });
});

describe("delete", () => {
  const destroy = (handler: ToyResource["delete"]) => configuredToy(resource({ delete: handler }));
  const request = { prior: stored({ timeouts: { delete: "7s" } }), planned: null, config: null };

  it("leaves nothing", async () => {
    const toy = await destroy(({ state, private: data, call }) => {
      expect(state.id).toBe("t-1");
      expect(data.get("planned")).toBe(true);
      expect(call.deadline).toBe(1_007_000);
      return Promise.resolve();
    });
    expect(await apply(toy, request)).toEqual({ state: null, private: new Uint8Array(), diagnostics: [] });
  });

  it.each<[string, ToyResource["delete"]]>([
    ["throws", () => Promise.reject(new Problem("forbidden", { summary: "No", detail: "No." }))],
    ["reports an error", async ({ diagnostics }) => diagnostics.error("No", "No.")],
  ])("keeps the state when it %s", async (_, handler) => {
    const outcome = await apply(await destroy(handler), request);
    expect(outcome.state).toBe(request.prior);
    expect(outcome.private).toBe(PRIVATE);
    expect(outcome.diagnostics).toHaveLength(1);
  });
});

describe("deadlines", () => {
  it.each<[string, Changes, number]>([
    ["create: the schema's", {}, 60_000],
    [
      "create: configured",
      {
        config: toyConfig({ timeouts: { create: "1m30s" } }),
        planned: planned({ timeouts: { create: "1m30s" } }),
      },
      90_000,
    ],
    ["update: the schema's", { prior: stored(), planned: stored() }, 120_000],
    [
      "update: configured",
      { prior: stored(), planned: stored(), config: toyConfig({ timeouts: { update: "5s" } }) },
      5_000,
    ],
    [
      "update: an unreadable duration is as none",
      { prior: stored(), planned: stored(), config: toyConfig({ timeouts: { update: "soon" } }) },
      120_000,
    ],
    ["delete: the schema's", { prior: stored(), planned: null, config: null }, 180_000],
  ])("%s", async (_, changes, ms) => {
    let deadline = 0;
    const note = (request: { readonly call: { readonly deadline: number } }) => {
      deadline = request.call.deadline;
      return Promise.reject(new Problem("cancelled", { summary: "x", detail: "x" }));
    };
    const toy = await configuredToy(resource({ create: note, update: note, delete: note }));
    await apply(toy, changes);
    expect(deadline - toy.clock.time).toBe(ms);
  });
});

describe("stop", () => {
  it("aborts every operation under way, and none that begins later", async () => {
    const signals: AbortSignal[] = [];
    const finish: (() => void)[] = [];
    const toy = await create(({ call }) => {
      signals.push(call.signal);
      return new Promise((resolve) => finish.push(() => resolve(result())));
    });
    const running = [apply(toy), apply(toy)];
    await new Promise(setImmediate);
    toy.server.stop();
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true]);
    const later = apply(toy);
    await new Promise(setImmediate);
    expect(signals[2]?.aborted).toBe(false);
    for (const end of finish) end();
    expect((await Promise.all([...running, later])).map(({ state }) => state !== null)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("the log", () => {
  it("tells operation, type and duration, and no value", async () => {
    const toy = await create(({ log }) => {
      toy.clock.time += 250;
      log.log("info", "pushed", { attempt: 1 });
      return Promise.resolve(result());
    });
    toy.log.lines.length = 0;
    await apply(toy);
    const of = { operation: "create", type: "toy_thing" };
    expect(toy.log.lines).toEqual([
      { level: "debug", message: "operation started", fields: of },
      { level: "info", message: "pushed", fields: { ...of, attempt: 1 } },
      { level: "debug", message: "operation ended", fields: { ...of, duration_ms: 250, failed: false } },
    ]);
  });
});
