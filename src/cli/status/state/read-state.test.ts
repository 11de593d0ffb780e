import { Problem } from "../../../core/problem";
import { readState } from "./read-state";

const sync = { type: "entrascim_sync", mode: "managed", name: "slack" };
const attributes = {
  id: "sp-1",
  name: "slack-scim",
  source: {
    project_id: "p-1",
    environment: "prod",
    secret_path: "/scim",
    secret_key: "SLACK",
    version: null,
  },
  destination: { service_principal_id: "sp-1", base_address: null, connection: { tenant_id: "contoso.com" } },
  synced_version: 3,
  last_synced_at: "2026-01-02T03:04:05Z",
};

/** The output of `terraform show -json`. */
const shown = (root: object) => ({
  format_version: "1.0",
  terraform_version: "1.11.4",
  values: { root_module: root },
});
/** A state file. */
const file = (...resources: readonly object[]) => ({
  version: 4,
  serial: 3,
  lineage: "l",
  outputs: {},
  resources,
});

function addresses(json: unknown): readonly string[] {
  return readState(json).syncs.map(({ address }) => address);
}

describe("readState of terraform show -json", () => {
  const resource = (address: string, more: object = {}) => ({
    ...sync,
    address,
    values: attributes,
    ...more,
  });

  it("reads syncs and connections of all modules and instances, and nothing else", () => {
    const state = readState(
      shown({
        resources: [
          resource("entrascim_sync.slack"),
          {
            address: "random_password.x",
            mode: "managed",
            type: "random_password",
            values: { result: "hunter2-hunter2" },
          },
          resource("data.entrascim_sync.no", { mode: "data" }),
          {
            address: "entrascim_connection.prod",
            mode: "managed",
            type: "entrascim_connection",
            values: { name: "entra-prod", tenant_id: "t" },
          },
        ],
        child_modules: [
          {
            resources: [resource('module.a["x"].entrascim_sync.slack[0]')],
            child_modules: [{ resources: [resource("module.a.module.b.entrascim_sync.slack")] }],
          },
          { resources: [resource("module.c.entrascim_sync.slack")] },
        ],
      }),
    );
    expect(state.syncs.map(({ address }) => address)).toEqual([
      "entrascim_sync.slack",
      'module.a["x"].entrascim_sync.slack[0]',
      "module.a.module.b.entrascim_sync.slack",
      "module.c.entrascim_sync.slack",
    ]);
    expect(state.syncs[0]?.attributes).toMatchObject({ name: "slack-scim", synced_version: 3 });
    expect(state.connections).toMatchObject([
      { attributes: { name: "entra-prod", tenant_id: "t", auth: null } },
    ]);
    expect(JSON.stringify(state)).not.toContain("hunter2");
  });

  it("tells what is tainted, and leaves out what is deposed", () => {
    const state = readState(
      shown({
        resources: [
          resource("entrascim_sync.a", { tainted: true }),
          resource("entrascim_sync.b", { deposed_key: "00000001" }),
          resource("entrascim_sync.c"),
        ],
      }),
    );
    expect(state.syncs.map(({ address, tainted }) => [address, tainted])).toEqual([
      ["entrascim_sync.a", true],
      ["entrascim_sync.c", false],
    ]);
  });

  it("keeps apart what is sensitive", () => {
    const masked = resource("entrascim_sync.slack", {
      sensitive_values: { name: true, source: { secret_key: true }, unheard_of: true },
    });
    expect(readState(shown({ resources: [masked] })).hidden).toEqual(["slack-scim", "SLACK"]);
  });

  it.each<[string, unknown]>([
    ["no values", { format_version: "1.0" }],
    ["values that are null", { format_version: "1.0", values: null }],
    ["no resources", shown({})],
    ["resources of another type", shown({ resources: 7, child_modules: "x" })],
    ["a module that is null", shown({ child_modules: [null, 1, []] })],
    ["objects without an address", shown({ resources: [null, "x", {}, { ...sync }] })],
  ])("finds nothing in a state with %s", (_, json) => {
    expect(readState(json)).toEqual({ syncs: [], connections: [], hidden: [] });
  });

  it("reads modules however deep they lie", () => {
    let module: object = { resources: [resource("deep")] };
    for (let depth = 0; depth < 50_000; depth++) module = { child_modules: [module] };
    expect(addresses(shown(module))).toEqual(["deep"]);
  });
});

describe("readState of a state file", () => {
  const resource = (instances: unknown, more: object = {}) => ({ ...sync, instances, ...more });

  it("makes the addresses that Terraform prints", () => {
    const json = file(
      resource([{ attributes }]),
      resource([
        { attributes, index_key: 0 },
        { attributes, index_key: 'a"b' },
      ]),
      resource([{ attributes, index_key: "eu" }], { module: 'module.a["x"].module.b[1]' }),
      resource([{ attributes }], { mode: "data" }),
    );
    expect(addresses(json)).toEqual([
      "entrascim_sync.slack",
      "entrascim_sync.slack[0]",
      'entrascim_sync.slack["a\\"b"]',
      'module.a["x"].module.b[1].entrascim_sync.slack["eu"]',
    ]);
  });

  it("tells what is tainted, and leaves out what is deposed", () => {
    const json = file(
      resource([
        { attributes, status: "tainted" },
        { attributes, deposed: "00000001" },
      ]),
    );
    expect(readState(json).syncs.map(({ tainted }) => tainted)).toEqual([true]);
  });

  const attribute = (value: string) => ({ type: "get_attr", value });

  it.each<[string, unknown, readonly string[]]>([
    ["a path", [[attribute("source"), attribute("secret_key")]], ["SLACK"]],
    ["a branch", [[attribute("source")]], ["p-1", "prod", "/scim", "SLACK"]],
    [
      "a branch and a path in it",
      [[attribute("source")], [attribute("source"), attribute("secret_key")]],
      ["p-1", "prod", "/scim", "SLACK"],
    ],
    [
      "an index",
      [[attribute("source"), { type: "index", value: { value: "secret_key", type: "string" } }]],
      ["SLACK"],
    ],
    [
      "a step that is not understood",
      [[attribute("source"), { type: "new" }]],
      ["p-1", "prod", "/scim", "SLACK"],
    ],
    ["nothing", [], []],
    ["no list", { a: 1 }, []],
  ])("keeps apart what is sensitive by %s", (_, paths, hidden) => {
    expect(readState(file(resource([{ attributes, sensitive_attributes: paths }]))).hidden).toEqual(hidden);
  });

  it("takes everything as sensitive where it cannot be told what is", () => {
    const { hidden } = readState(file(resource([{ attributes, sensitive_attributes: [[]] }])));
    expect(hidden).toContain("slack-scim");
  });

  it.each<[string, unknown]>([
    ["no resources", { version: 4, serial: 1 }],
    ["resources of another type", { version: 4, resources: "x" }],
    ["no instances", file({ ...sync })],
    ["instances of another type", file(resource({}), resource([null, 1, "x"]))],
    ["an index of another type", file(resource([{ attributes, index_key: {} }]))],
  ])("finds nothing in a state with %s", (_, json) => {
    expect(addresses(json)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["no attributes", {}],
    ["attributes of another type", { attributes: 7 }],
    [
      "attributes of other types",
      { attributes: { name: 7, source: "x", destination: [], synced_version: "3" } },
    ],
    ["the attributes of a prototype", { attributes: JSON.parse('{"__proto__": {"name": "polluted"}}') }],
  ])("knows nothing of a sync with %s", (_, instance) => {
    const { syncs } = readState(file(resource([instance])));
    expect(syncs).toMatchObject([{ attributes: { name: null, source: null, synced_version: null } }]);
  });
});

describe("readState of something else", () => {
  it.each<[string, unknown, string]>([
    [
      "a plan",
      { format_version: "1.2", planned_values: {}, resource_changes: [] },
      "This is a plan, not a state",
    ],
    [
      "an encrypted state",
      { serial: 1, meta: {}, encrypted_data: "x", encryption_version: "v0" },
      "The state is encrypted",
    ],
    [
      "a state of version 3",
      { version: 3, serial: 1, modules: [] },
      "The state is of a version that is not known",
    ],
    ["another format", { format_version: "2.0", values: {} }, "This is not a state"],
    ["null", null, "This is not a state"],
    ["a list", [], "This is not a state"],
    ["a text", "secret-text", "This is not a state"],
  ])("refuses %s", (_, json, summary) => {
    const act = () => readState(json);
    expect(act).toThrow(Problem);
    expect(act).toThrow(summary);
    expect(act).not.toThrow("secret-text");
  });
});
