import { conform } from "./conform";
import { settle } from "./settle";
import {
  configuredToy,
  type Plain,
  type Toy,
  type ToyResource,
  toyConfig,
  toySchema,
} from "./toy-provider.test-support";
import { isUnknown, type ObjectValue, UNKNOWN, type Value, valuesIdentical } from "./value";

/** A remote thing per target, with a version that grows with each write. */
function world() {
  const things = new Map<string, { name: string; version: number }>();
  const log: string[] = [];
  const write: ToyResource["create"] = ({ planned }) => {
    if (!isUnknown(planned.version)) return Promise.resolve(settle<typeof toySchema>(planned, {}));
    const id = String(planned.destination.target);
    const version = (things.get(id)?.version ?? 0) + 1;
    things.set(id, { name: String(planned.name), version });
    log.push(`write ${id} v${version}`);
    const source = planned.source === null ? null : { ...planned.source, project_id: "p" };
    return Promise.resolve(
      settle<typeof toySchema>(planned, {
        ...(isUnknown(planned.id) ? { id, tenant: "ten", job: null, settings: null } : {}),
        version,
        source: source as never,
      }),
    );
  };
  const resource: Partial<ToyResource> = {
    create: write,
    update: write,
    delete: ({ state }) => {
      log.push(`delete ${state.id}`);
      things.delete(String(state.id));
      return Promise.resolve();
    },
    read: ({ state }) => {
      const thing = things.get(String(state.id));
      return Promise.resolve(thing === undefined ? null : { ...state, version: thing.version });
    },
    plan: ({ prior, planned }) => {
      const pushes = prior === null || prior.name !== planned.name;
      return Promise.resolve({ planned: pushes ? { ...planned, version: UNKNOWN } : planned });
    },
  };
  return { things, log, resource };
}

/** Plans as Terraform does: validates, refreshes, plans, and plans again before it applies; null when nothing is to be done. */
async function run(toy: Toy, before: Value, config: Value | null): Promise<Value> {
  const { server } = toy;
  const data = new Uint8Array();
  const type = "toy_thing";
  const none = <T extends { diagnostics: readonly unknown[] }>(answer: T): T => {
    expect(answer.diagnostics).toEqual([]);
    return answer;
  };
  if (config !== null) none(await server.validateResource({ type, config, writeOnlyAllowed: true }));
  const prior =
    before === null ? null : none(await server.read({ type, state: before, private: data })).state;
  const planOf = async (from: Value, to: Value | null) =>
    none(await server.plan({ type, prior: from, proposed: to, config: to, private: data }));
  const first = await planOf(prior, config);
  const second = await planOf(prior, config);
  expect(second).toEqual(first);
  if (valuesIdentical(first.planned, prior)) return prior;
  if (first.replaces.length > 0) {
    const gone = none(await server.apply({ type, prior, planned: null, config: null, private: data }));
    return run(toy, gone.state, config);
  }
  return none(await server.apply({ type, prior, planned: first.planned, config, private: data })).state;
}

const at = (state: Value, name: string) => (state as ObjectValue)[name];
const target = (to: string, more: { readonly [key: string]: Plain } = {}) =>
  toyConfig({ destination: { connection: { client_id: "c" }, target: to }, ...more });

describe("a provider server, as Terraform drives it", () => {
  it("creates, has nothing to do, updates, replaces and destroys", async () => {
    const { log, resource, things } = world();
    const toy = await configuredToy({ resource });
    const created = await run(toy, null, target("a"));
    expect(at(created, "version")).toBe(1);
    expect(await run(toy, created, target("a"))).toStrictEqual(created);
    const options = await run(toy, created, target("a", { name: "two", on_destroy: "clear" }));
    expect([at(options, "version"), at(options, "on_destroy")]).toEqual([2, "clear"]);
    const reset = await run(toy, options, target("a", { name: "two" }));
    expect(at(reset, "on_destroy")).toBe("retain");
    const moved = await run(toy, reset, target("b", { name: "two" }));
    expect(at(moved, "id")).toBe("b");
    expect(await run(toy, moved, null)).toBeNull();
    expect(log).toEqual(["write a v1", "write a v2", "delete a", "write b v1", "delete b"]);
    expect(things.size).toBe(0);
  });

  it("creates again what was removed behind its back", async () => {
    const { resource, things } = world();
    const toy = await configuredToy({ resource });
    const created = await run(toy, null, target("a"));
    things.clear();
    expect(await run(toy, created, target("a"))).toStrictEqual(created);
  });

  it("fills in an imported object with an update, not a replacement", async () => {
    const { log, resource } = world();
    const imported: ToyResource["import"] = ({ id }) =>
      Promise.resolve({ id, destination: { connection: null, target: id } });
    const toy = await configuredToy({
      resource: { ...resource, import: imported, read: async ({ state }) => state },
    });
    const { state } = await toy.server.import({ type: "toy_thing", id: "a" });
    expect(at(await run(toy, state, target("a")), "version")).toBe(1);
    expect(log).toEqual(["write a v1"]);
  });

  it("says the same in another process, which remembers nothing of this one", async () => {
    const config = target("a", { tenant: UNKNOWN });
    const request = { type: "toy_thing", prior: null, proposed: config, config, private: new Uint8Array() };
    const plans = await Promise.all(
      [1, 2].map(async () => (await configuredToy({ resource: world().resource })).server.plan(request)),
    );
    expect(plans[1]).toEqual(plans[0]);
    expect(isUnknown(at(plans[0]?.planned ?? null, "version"))).toBe(true);
    expect(conform(toySchema, plans[0]?.planned ?? null)).toStrictEqual(plans[0]?.planned);
  });

  it("loads zod by itself when it is not handed in", async () => {
    const { server } = await configuredToy({ loadZod: "own" });
    const { diagnostics } = await server.validateResource({
      type: "toy_thing",
      config: target("a", { name: "UPPER" }),
      writeOnlyAllowed: true,
    });
    expect(diagnostics.map((item) => item.detail)).toEqual(["name must be lower-case."]);
  });
});
