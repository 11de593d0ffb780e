import { inspect } from "./control/inspection";
import { CLIENT_ID, ENVIRONMENTS, PROJECT_ID, SERVICE_PRINCIPALS, TOKEN_KEYS } from "./default-seed";
import { ORIGIN, testState } from "./test-state.test-support";

describe("the default seed", () => {
  it("has three applications without a token in Entra, whose tokens stand in each environment", async () => {
    const { state } = await testState();
    const { servicePrincipals, applications, secrets } = inspect(state);
    expect(Object.keys(servicePrincipals)).toEqual([
      SERVICE_PRINCIPALS.servicenow,
      SERVICE_PRINCIPALS.slack,
      SERVICE_PRINCIPALS.databricks,
    ]);
    expect(servicePrincipals[SERVICE_PRINCIPALS.slack]).toMatchObject({
      secrets: { BaseAddress: `${ORIGIN}/scim/slack/v2` },
      jobs: [{ templateId: "Slack", schedule: "Disabled", code: "NotConfigured" }],
    });
    for (const environment of ENVIRONMENTS) {
      for (const [name, key] of Object.entries(TOKEN_KEYS)) {
        expect(secrets).toContainEqual(
          expect.objectContaining({
            environment,
            path: "/scim",
            key,
            value: applications[name]?.token,
            version: 1,
          }),
        );
      }
    }
  });

  it("has enough service principals to page through, two of one name, and one of its own app", async () => {
    const { state } = await testState();
    const all = [...state.graph.servicePrincipals.values()];
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ displayName }) => displayName === "Reporting")).toHaveLength(2);
    expect(all.find(({ appId }) => appId === CLIENT_ID)?.templates).toEqual([]);
    expect(new Set(all.map(({ appId }) => appId)).size).toBe(all.length);
  });
});

describe("applySeed", () => {
  it("makes applications as they are described", async () => {
    const { state } = await testState({
      applications: [
        { name: "a", displayName: "A", token: "known", secretToken: "current", job: "Paused" },
        { name: "b", displayName: "B", baseAddress: "none", connectorKnowsAddress: true, job: "none" },
        { name: "c", displayName: "C", baseAddress: "https://c.example/scim", secretToken: "stale" },
      ],
    });
    const named = (name: string) =>
      [...state.graph.servicePrincipals.values()].find(({ displayName }) => displayName === name)!;
    expect(Object.fromEntries(named("A").secrets)).toEqual({
      BaseAddress: `${ORIGIN}/scim/a/v2`,
      SecretToken: "known",
    });
    expect([named("A").jobs[0]?.schedule, named("A").jobs[0]?.code]).toEqual(["Paused", "Paused"]);
    expect([named("B").secrets.size, named("B").jobs, named("B").connectorAddress]).toEqual([
      0,
      [],
      `${ORIGIN}/scim/b/v2`,
    ]);
    expect(named("C").secrets.get("BaseAddress")).toBe("https://c.example/scim");
    expect(named("C").jobs[0]?.code).toBe("NotRun");
  });

  it("gives the same ids each time", async () => {
    const seed = { applications: [{ name: "zoom", displayName: "Zoom" }] };
    const [first, second] = await Promise.all([testState(seed), testState(seed)]);
    expect([...first.state.graph.servicePrincipals.keys()]).toEqual([
      ...second.state.graph.servicePrincipals.keys(),
    ]);
  });

  it("makes imports", async () => {
    const { state } = await testState({
      projects: [
        {
          id: "p",
          slug: "p",
          environments: { dev: { "/a": { K: "v" } } },
          imports: [{ environment: "dev", path: "/", fromEnvironment: "dev", fromPath: "/a" }],
        },
      ],
    });
    const root = state.infisical.projects.get("p")?.environments.get("dev")?.get("/");
    expect(root?.imports).toEqual([{ environment: "dev", path: "/a" }]);
    expect(state.infisical.projects.has(PROJECT_ID)).toBe(true);
  });

  it.each([
    [
      "a token of nobody",
      { projects: [{ id: "p", slug: "p", environments: { dev: { "/": { K: { tokenOf: "none" } } } } }] },
      /"none"/,
    ],
    [
      "a certificate that is none",
      { apps: [{ clientId: PROJECT_ID, displayName: "X", certificates: ["x"] }] },
      /PEM/,
    ],
  ])("refuses %s", async (_name, seed, message) => {
    await expect(testState(seed)).rejects.toThrow(message);
  });
});
