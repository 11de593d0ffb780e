import { configuredToy, makeToy, type Plain, type ToyDataSource, value } from "../toy-provider.test-support";
import { UNKNOWN } from "../value";

const READ = { type: "toy_look", config: value({ search: "x" }) };
const reading = (read: ToyDataSource["read"]) => configuredToy({ dataSource: { read } });

describe("validate of a data source", () => {
  it.each<[string, Plain, string[]]>([
    ["a good one", { search: "x" }, []],
    ["a broken rule", { search: "" }, ['Invalid value for "search"']],
    ["a null", { search: null }, ['Missing value for "search"']],
    ["an unknown", { search: UNKNOWN }, []],
    ["a wrong shape", "x", ["Unexpected value for the object"]],
  ])("%s", async (_, config, summaries) => {
    const { diagnostics } = await makeToy().server.validateDataSource({
      type: "toy_look",
      config: value(config),
    });
    expect(diagnostics.map((item) => item.summary)).toEqual(summaries);
  });

  it("runs the data source's own rules", async () => {
    const { server } = makeToy({
      dataSource: { validate: ({ diagnostics }) => diagnostics.error("Own", "Own.") },
    });
    expect((await server.validateDataSource(READ)).diagnostics.map((item) => item.summary)).toEqual(["Own"]);
  });
});

describe("read of a data source", () => {
  it("gets defaults filled in and two minutes, and returns the whole result", async () => {
    const toy = await reading(({ config, call }) => {
      expect(config.all).toBe(false);
      expect(call.deadline).toBe(1_120_000);
      return Promise.resolve({ ...config, found: ["a"] });
    });
    expect(await toy.server.readDataSource(READ)).toEqual({
      state: value({ search: "x", all: false, found: ["a"] }),
      diagnostics: [],
    });
  });

  it.each<[string, ToyDataSource["read"], readonly string[] | undefined]>([
    ["something unknown", async ({ config }) => ({ ...config, found: UNKNOWN as never }), ["found"]],
    [
      "another value than configured",
      async ({ config }) => ({ ...config, search: "y", found: [] }),
      ["search"],
    ],
    ["no object", async () => null as never, undefined],
    [
      "an error beside it",
      async ({ config, diagnostics }) => {
        diagnostics.error("No", "No.");
        return { ...config, found: [] };
      },
      undefined,
    ],
  ])("refuses a result with %s", async (_, read, path) => {
    const { server } = await reading(read);
    const { state, diagnostics } = await server.readDataSource(READ);
    expect(state).toBeNull();
    expect(diagnostics.map((item) => item.path)).toEqual([path]);
  });

  it("refuses a configuration that is still unknown", async () => {
    const { server } = await configuredToy();
    const { diagnostics } = await server.readDataSource({
      type: "toy_look",
      config: value({ search: UNKNOWN }),
    });
    expect(diagnostics[0]?.detail).toContain("known when it is read");
  });

  it("does not run before configure, nor for a type that is not there", async () => {
    expect((await makeToy().server.readDataSource(READ)).diagnostics).toHaveLength(1);
    const { server } = await configuredToy();
    const { diagnostics } = await server.readDataSource({ ...READ, type: "toy_thing" });
    expect(diagnostics.map((item) => item.summary)).toEqual(['Unknown data source "toy_thing"']);
  });
});
