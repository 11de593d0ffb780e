import { defaultSeed, PROJECT_ID, SERVICE_PRINCIPALS } from "./default-seed";
import { resolveApplication, resolveSeed } from "./seed";

describe("resolveSeed", () => {
  it("adds to the base, and replaces what has the same name or id", () => {
    const seed = resolveSeed(
      {
        applications: [
          { name: "zoom", displayName: "Zoom" },
          { name: "slack", displayName: "Slack Grid" },
        ],
        projects: [{ id: PROJECT_ID, slug: "other", environments: {} }],
      },
      defaultSeed(),
    );
    expect(seed.applications.map(({ name, displayName }) => [name, displayName])).toEqual([
      ["servicenow", "ServiceNow"],
      ["databricks", "Azure Databricks SCIM Provisioning Connector"],
      ["zoom", "Zoom"],
      ["slack", "Slack Grid"],
    ]);
    expect(seed.projects.map(({ slug }) => slug)).toEqual(["other"]);
    expect(seed.apps).toEqual(defaultSeed().apps);
  });

  it("starts from nothing when it says so, but for the tenant", () => {
    const seed = resolveSeed({ base: "empty" }, defaultSeed());
    expect(seed).toEqual({
      tenant: defaultSeed().tenant,
      managedIdentity: defaultSeed().managedIdentity,
      apps: [],
      applications: [],
      servicePrincipals: [],
      projects: [],
      identities: [],
    });
  });

  it.each([
    ["no object", [], "the seed:"],
    ["an unknown member", { app: [] }, "app"],
    [
      "an unknown member further in",
      { applications: [{ name: "a", displayName: "A", tokn: "x" }] },
      "applications[0]",
    ],
    [
      "a name that is no slug",
      { applications: [{ name: "A b", displayName: "A" }] },
      "applications[0].name: must consist",
    ],
    [
      "an id that is no UUID",
      { apps: [{ clientId: "X", displayName: "A" }] },
      "apps[0].clientId: must be a UUID",
    ],
    ["an id in capitals", { managedIdentity: SERVICE_PRINCIPALS.slack.toUpperCase() }, "in lower case"],
    [
      "a folder with a trailing slash",
      { projects: [{ id: "p", slug: "p", environments: { dev: { "/a/": {} } } }] },
      "projects[0].environments.dev",
    ],
    [
      "a tenant without domains",
      { tenant: { id: PROJECT_ID, displayName: "x", domains: [] } },
      "at least one verified domain",
    ],
    [
      "a schedule that is none",
      { applications: [{ name: "a", displayName: "A", job: "active" }] },
      "applications[0].job",
    ],
  ])("refuses %s, and says where", (_name, input, message) => {
    expect(() => resolveSeed(input, defaultSeed())).toThrow(
      expect.objectContaining({ code: "invalid_input", detail: expect.stringContaining(message) }),
    );
  });

  it("names everything that is wrong", () => {
    const input = { apps: [{ clientId: "x", displayName: 1 }] };
    expect(() => resolveSeed(input, defaultSeed())).toThrow(/clientId.*;.*displayName/);
  });
});

describe("resolveApplication", () => {
  it("fills in what may be left out", () => {
    expect(resolveApplication({ name: "a", displayName: "A" })).toEqual({
      name: "a",
      displayName: "A",
      template: "scim",
      factoryTag: "CustomSCIM",
      baseAddress: "application",
      connectorKnowsAddress: false,
      secretToken: "none",
      job: "Active",
    });
  });
});
