import { parseConnection, parseSync } from "./sync-attributes";

describe("parseSync", () => {
  it("takes what is there", () => {
    expect(
      parseSync({
        name: "servicenow-scim",
        synced_version: 4,
        auto_sync_enabled: false,
        source: { environment: "prod", secret_path: "/scim", secret_key: "TOKEN", version: 2 },
        destination: { service_principal_id: "sp", connection: { tenant_id: "t", auth: { azure_cli: {} } } },
        provisioning_job: { status: "Quarantine" },
      }),
    ).toMatchObject({
      name: "servicenow-scim",
      synced_version: 4,
      auto_sync_enabled: false,
      source: { environment: "prod", version: 2, project_id: null },
      destination: {
        base_address: null,
        connection: { client_id: null, auth: { azure_cli: {}, client_secret: null } },
      },
      provisioning_job: { status: "Quarantine", next_attempt: null },
    });
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["null", null],
    ["undefined", undefined],
    ["a text", "sync"],
    [
      "other types",
      { name: 1, source: "prod", destination: [], synced_version: "4", auto_sync_enabled: "yes" },
    ],
  ])("is all null for %s", (_, attributes) => {
    const parsed = parseSync(attributes);
    expect(Object.keys(parsed)).toHaveLength(24);
    expect(Object.values(parsed).every((value) => value === null)).toBe(true);
  });

  it("has no room for a token, and drops what it does not know", () => {
    expect(JSON.stringify(parseSync({ token_wo: "a-token", more: "a-token" }))).not.toContain("a-token");
  });
});

describe("parseConnection", () => {
  it("takes what is there, and null for the rest", () => {
    expect(parseConnection({ name: "entra-prod", status: "refused", client_id: 3 })).toEqual({
      name: "entra-prod",
      status: "refused",
      status_message: null,
      tenant_id: null,
      client_id: null,
      cloud: null,
      auth: null,
    });
    expect(parseConnection(null).name).toBeNull();
  });
});
