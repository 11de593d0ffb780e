import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { conform } from "../conform";
import {
  configuredToy,
  makeToy,
  type Toy,
  type ToyResource,
  toyConfig,
  toySchema,
} from "../toy-provider.test-support";
import { type ObjectValue, UNKNOWN, type Value } from "../value";

const STATE = conform(
  toySchema,
  toyConfig({ id: "t-1", version: 4, password: "pw", timeouts: { create: "9s" } }),
);
const PRIVATE = Buffer.from('{"seen":4}');

const read = (toy: Toy, state: Value = STATE) =>
  toy.server.read({ type: "toy_thing", state, private: PRIVATE });
const reading = (handler: ToyResource["read"]) => configuredToy({ resource: { read: handler } });

describe("read", () => {
  it("stores the object as it is now, secrets as strings", async () => {
    const toy = await reading(({ state, private: data, call }) => {
      expect(state.password).toBeInstanceOf(Secret);
      expect(data.get("seen")).toBe(4);
      expect(call.deadline).toBe(1_020_000);
      data.set("seen", 5);
      return Promise.resolve({ ...state, version: 5 });
    });
    const outcome = await read(toy);
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.state).toStrictEqual(conform(toySchema, { ...STATE, version: 5 }));
    expect(Buffer.from(outcome.private).toString()).toBe('{"seen":5}');
  });

  it("gives the very same state for an object that has not changed", async () => {
    const outcome = await read(await reading(({ state }) => Promise.resolve(state)));
    expect(outcome.state).toStrictEqual(STATE);
  });

  it("takes null for gone", async () => {
    const outcome = await read(await reading(() => Promise.resolve(null)));
    expect(outcome).toEqual({ state: null, private: new Uint8Array(), diagnostics: [] });
  });

  it("passes a warning on with the state", async () => {
    const toy = await reading(({ state, diagnostics }) => {
      diagnostics.warning("Refused", "Kept.");
      return Promise.resolve(state);
    });
    const outcome = await read(toy);
    expect(outcome.diagnostics.map((item) => item.severity)).toEqual(["warning"]);
    expect(outcome.state).toStrictEqual(STATE);
  });

  it.each<[string, ToyResource["read"]]>([
    ["it throws", () => Promise.reject(new Problem("unavailable", { summary: "No", detail: "No." }))],
    ["it throws what is no error", () => Promise.reject("s3cr3t")],
    [
      "it reports an error",
      async ({ diagnostics }) => {
        diagnostics.error("No", "No.");
        return null;
      },
    ],
    [
      "it returns something unknown",
      async ({ state }) => ({ ...state, version: UNKNOWN as unknown as number }),
    ],
    ["it returns no object", async () => undefined as unknown as null],
  ])("never loses the state: %s", async (_, handler) => {
    const outcome = await read(await reading(handler));
    expect(outcome.state).toBe(STATE);
    expect(outcome.private).toBe(PRIVATE);
    expect(outcome.diagnostics).toHaveLength(1);
    expect(JSON.stringify(outcome.diagnostics)).not.toContain("s3cr3t");
  });

  it("stores nothing write-only", async () => {
    const toy = await reading(({ state }) => Promise.resolve({ ...state, token_wo: new Secret("s3cr3t") }));
    expect(((await read(toy)).state as ObjectValue).token_wo).toBeNull();
  });

  it("reads with a provider whose configuration is unknown: that is the resource's to handle", async () => {
    const toy = makeToy({ resource: { read: ({ state }) => Promise.resolve(state) } });
    const configured = await toy.server.configure({
      config: { region: UNKNOWN, api_key: UNKNOWN },
      terraformVersion: "1.11.4",
    });
    expect(configured.diagnostics).toEqual([]);
    expect((await read(toy)).state).toStrictEqual(STATE);
  });

  it("does not run before configure, and keeps the state", async () => {
    const outcome = await read(makeToy());
    expect(outcome.state).toBe(STATE);
    expect(outcome.diagnostics.map((item) => item.summary)).toEqual(["The provider toy is not configured"]);
  });
});
