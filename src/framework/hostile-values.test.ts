import fc from "fast-check";
import { configuredToy, toyConfig } from "./toy-provider.test-support";
import { DecimalNumber, DynamicValue, isObjectValue, objectValue, UNKNOWN, type Value } from "./value";

const SECRET = "s3cr3t-value";

const KEYS = [
  "name",
  "source",
  "destination",
  "auth",
  "rules",
  "job",
  "timeouts",
  "token_wo",
  "__proto__",
  "key",
  "target",
  "connection",
  "constructor",
];

/** Values as a broken or hostile client may send them: any shape, at any depth. */
const hostile: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<Value>(
      null,
      UNKNOWN,
      true,
      SECRET,
      0,
      Number.NaN,
      Infinity,
      2n ** 70n,
      new DecimalNumber("0.1"),
      new DynamicValue("string", SECRET),
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 6 })
      .map((entries) => objectValue(entries)),
  ),
})).value;

/** A good configuration with some members replaced: it gets further than what is wrong at the top. */
const damaged: fc.Arbitrary<Value> = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), hostile), { maxLength: 3 })
  .map((entries) => objectValue([...Object.entries(toyConfig() as object), ...entries]));

const any = fc.oneof(hostile, damaged);
const bytes = fc.uint8Array({ maxLength: 20 });

const toy = configuredToy({
  resource: {
    create: ({ planned }) => Promise.resolve(planned as never),
    update: ({ planned }) => Promise.resolve(planned as never),
    delete: () => Promise.resolve(),
    read: ({ state }) => Promise.resolve(state),
    plan: ({ planned }) => Promise.resolve({ planned }),
  },
  dataSource: { read: ({ config }) => Promise.resolve({ ...config, found: [] }) },
});

describe("values of any shape", () => {
  it("are answered with diagnostics, never with a rejection, and are not quoted", async () => {
    const { server } = await toy;
    await fc.assert(
      fc.asyncProperty(any, any, any, bytes, async (config, prior, planned, data) => {
        const request = { type: "toy_thing", config, prior, private: data };
        const results = await Promise.all([
          server.validateProvider({ config }),
          server.validateResource({ type: "toy_thing", config, writeOnlyAllowed: true }),
          server.plan({ ...request, proposed: planned }),
          server.apply({ ...request, planned }),
          server.read({ type: "toy_thing", state: prior, private: data }),
          server.upgradeState({ type: "toy_thing", version: 2, json: prior }),
          server.validateDataSource({ type: "toy_look", config }),
          server.readDataSource({ type: "toy_look", config }),
        ]);
        for (const { diagnostics } of results) expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
      }),
      { numRuns: 400 },
    );
  });

  it("of any depth do not exhaust the stack", async () => {
    const { server } = await toy;
    let deep: Value = SECRET;
    for (let depth = 0; depth < 200_000; depth++)
      deep = depth % 2 === 0 ? [deep] : objectValue([["key", deep]]);
    for (const name of ["name", "tags", "rules", "settings", "source", "unheard_of"]) {
      const config = objectValue([...Object.entries(toyConfig() as object), [name, deep]]);
      const { diagnostics } = await server.validateResource({
        type: "toy_thing",
        config,
        writeOnlyAllowed: true,
      });
      expect(diagnostics.every((item) => item.summary !== "This is a bug")).toBe(true);
    }
  });

  it("cannot reach a prototype", async () => {
    const { server } = await toy;
    const config = objectValue([
      ...Object.entries(toyConfig() as object),
      ["__proto__", objectValue([["note", "x"]])],
    ]);
    const { planned } = await server.plan({
      type: "toy_thing",
      prior: null,
      proposed: config,
      config,
      private: new Uint8Array(),
    });
    expect(isObjectValue(planned) && Object.getPrototypeOf(planned)).toBeNull();
    expect(isObjectValue(planned) && planned.note).toBeNull();
  });
});
