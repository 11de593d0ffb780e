import { attributeChanges } from "./attribute-changes";

const paths = (before: unknown, after: unknown, unknown: unknown = {}) =>
  attributeChanges(["name", "source", "destination"], before, after, unknown).map(({ path, undecided }) =>
    undecided ? `${path}?` : path,
  );

describe("attributeChanges", () => {
  const sync = {
    name: "a",
    source: { environment: "prod", version: null },
    destination: {
      base_address: null,
      connection: { tenant_id: "t", auth: { azure_cli: {}, client_secret: null } },
    },
  };

  it.each<[string, unknown, unknown, unknown, string[]]>([
    ["nothing", sync, structuredClone(sync), {}, []],
    ["what is computed, or new to us", { ...sync, id: 1 }, { ...sync, id: 2, more: 3 }, {}, []],
    ["an attribute", sync, { ...sync, name: "b" }, {}, ["name"]],
    [
      "a member",
      sync,
      { ...sync, source: { environment: "dev", version: null } },
      {},
      ["source.environment"],
    ],
    ["an absent member as null", sync, { ...sync, source: { environment: "prod" } }, {}, []],
    ["a block that goes", sync, { ...sync, source: null }, {}, ["source"]],
    ["a block that comes", { ...sync, source: null }, sync, {}, ["source"]],
    ["a value that is not known yet", sync, { ...sync, name: undefined }, { name: true }, ["name?"]],
    [
      "a member that is not known yet",
      sync,
      { ...sync, source: { environment: "prod" } },
      { source: { version: true } },
      ["source.version?"],
    ],
    ["a block that is not known yet", sync, { ...sync, source: undefined }, { source: true }, ["source?"]],
    ["empty marks as known", sync, sync, { source: {}, destination: { connection: { auth: {} } } }, []],
    [
      "how to sign in as a whole",
      sync,
      {
        ...sync,
        destination: {
          base_address: null,
          connection: { tenant_id: "t", auth: { azure_cli: null, client_secret: { secret_key: "K" } } },
        },
      },
      {},
      ["destination.connection.auth"],
    ],
    [
      "how to sign in, partly unknown, as a whole",
      sync,
      sync,
      { destination: { connection: { auth: { client_secret: { secret_key: true } } } } },
      ["destination.connection.auth?"],
    ],
    ["values that are no objects", "sync", null, undefined, []],
  ])("tells %s", (_, before, after, unknown, expected) => {
    expect(paths(before, after, unknown)).toEqual(expected);
  });
});
