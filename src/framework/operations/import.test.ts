import { Problem } from "../../core/problem";
import { conform } from "../conform";
import { configuredToy, type ToyResource, toySchema, value } from "../toy-provider.test-support";
import { UNKNOWN } from "../value";

async function importing(handler: ToyResource["import"]) {
  const { server } = await configuredToy({ resource: handler === undefined ? {} : { import: handler } });
  return server.import({ type: "toy_thing", id: "t-1" });
}

describe("import", () => {
  it("fills in defaults, in the blocks that are there too, and null everywhere else", async () => {
    const outcome = await importing(({ id, private: data }) => {
      data.set("imported", true);
      return Promise.resolve({
        id,
        destination: { connection: null, target: id },
        source: { key: "K" } as never,
        rules: [{ key: "a", weight: null, etag: null }],
      });
    });
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.state).toStrictEqual(
      conform(
        toySchema,
        value({
          id: "t-1",
          on_destroy: "retain",
          enabled: true,
          destination: { connection: null, target: "t-1" },
          source: { project_id: null, key: "K", mode: "latest" },
          rules: [{ key: "a", weight: 1, etag: null }],
        }),
      ),
    );
    expect(Buffer.from(outcome.private).toString()).toBe('{"imported":true}');
  });

  it.each<[string, ToyResource["import"], string]>([
    ["a resource that has no import", undefined, "toy_thing cannot be imported"],
    [
      "an id that it does not understand",
      () => Promise.reject(new Problem("invalid_input", { summary: "Bad id", detail: "Bad." })),
      "Bad id",
    ],
    [
      "an unknown value",
      async () => ({ version: UNKNOWN as unknown as number }),
      'Unexpected value for "version"',
    ],
    [
      "an error beside a result",
      async ({ diagnostics }) => {
        diagnostics.error("No", "No.");
        return {};
      },
      "No",
    ],
  ])("leaves no state for %s", async (_, handler, summary) => {
    const outcome = await importing(handler);
    expect(outcome.state).toBeNull();
    expect(outcome.diagnostics.map((item) => item.summary)).toEqual([summary]);
  });
});
