import { Secret } from "../../core/secret";
import { conform } from "../conform";
import { makeToy, type Plain, type Toy, toyConfig, toySchema, value } from "../toy-provider.test-support";
import { isUnknown, UNKNOWN } from "../value";

const configure = (toy: Toy, config: Plain) =>
  toy.server.configure({ config: value(config), terraformVersion: "1.11.4" });

/** What generation of the provider an operation sees, or the error's summary. */
async function seen(toy: Toy, generations: number[]): Promise<number | string> {
  const state = conform(toySchema, toyConfig());
  const { diagnostics } = await toy.server.read({ type: "toy_thing", state, private: new Uint8Array() });
  return diagnostics[0]?.summary ?? generations.at(-1) ?? "nothing";
}

function watched(): { toy: Toy; generations: number[] } {
  const generations: number[] = [];
  const toy = makeToy({
    resource: {
      read: ({ state, provider }) => {
        generations.push(provider.generation);
        return Promise.resolve(state);
      },
    },
  });
  return { toy, generations };
}

describe("configure", () => {
  it("hands typed values over, unknown ones too", async () => {
    let config: { region: unknown; api_key: unknown } | null = null;
    const toy = makeToy({
      provider: {
        configure: (request) => {
          config = request.config;
          expect(request.terraformVersion).toBe("1.11.4");
          return Promise.resolve({ generation: 1 });
        },
      },
    });
    expect((await configure(toy, { api_key: "s3cr3t", region: UNKNOWN })).diagnostics).toEqual([]);
    expect(config!.api_key).toBeInstanceOf(Secret);
    expect(isUnknown(config!.region)).toBe(true);
  });

  it("replaces an earlier configuration", async () => {
    const { toy, generations } = watched();
    await configure(toy, {});
    expect(await seen(toy, generations)).toBe(1);
    await configure(toy, { region: "eu" });
    expect(await seen(toy, generations)).toBe(2);
  });

  it("leaves the provider unconfigured when it fails, also after an earlier one", async () => {
    const { toy, generations } = watched();
    await configure(toy, {});
    const failed = await configure(toy, { region: "moon" });
    expect(failed.diagnostics.map((item) => [item.summary, item.path])).toEqual([
      ['Invalid value for "region"', ["region"]],
    ]);
    expect(await seen(toy, generations)).toBe("The provider toy is not configured");
  });

  it("turns what the provider throws into an error", async () => {
    const toy = makeToy({ provider: { configure: () => Promise.reject(new Error("s3cr3t")) } });
    const { diagnostics } = await configure(toy, {});
    expect(diagnostics).toHaveLength(1);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cr3t");
  });
});

describe("validate of the provider", () => {
  it("checks rules and the provider's own, before configure", async () => {
    const toy = makeToy({ provider: { validate: ({ diagnostics }) => diagnostics.warning("Own", "Own.") } });
    const { diagnostics } = await toy.server.validateProvider({ config: value({ region: UNKNOWN }) });
    expect(diagnostics.map((item) => item.summary)).toEqual(["Own"]);
    const bad = await toy.server.validateProvider({ config: value({ region: "moon" }) });
    expect(bad.diagnostics.map((item) => item.summary)).toEqual(['Invalid value for "region"']);
  });
});

describe("the server", () => {
  it("lists name, version and schemas, by type", () => {
    const { server } = makeToy();
    expect([server.name, server.version]).toEqual(["toy", "1.2.3"]);
    expect(server.schemas().resources.get("toy_thing")).toBe(toySchema);
    expect([...server.schemas().dataSources.keys()]).toEqual(["toy_look"]);
    expect(server.schemas()).toBe(server.schemas());
  });
});
