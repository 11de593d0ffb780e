import { CLIENT_ID, IDENTITY_ID, PROJECT_ID, SERVICE_PRINCIPALS, TOKEN_KEYS } from "../default-seed";
import { type Emulator, startEmulator } from "../start-emulator";
import { graphClient, send } from "../test-client.test-support";
import { OPERATIONS } from "./operations";

const servicePrincipalId = SERVICE_PRINCIPALS.slack;
const at = { environment: "prod", key: TOKEN_KEYS.slack };

/** One good call of each operation. */
const CALLS: Readonly<Record<string, unknown>> = {
  inspect: {},
  requests: {},
  violations: {},
  settled: {},
  rotateToken: { application: "slack" },
  runCycle: { servicePrincipalId },
  advanceTime: { ms: 1 },
  addApplications: { count: 1 },
  setSecret: { ...at, value: "x" },
  renameSecret: { ...at, to: "RENAMED" },
  deleteSecret: { ...at, key: "RENAMED" },
  fault: { kind: "truncate", match: { path: "/none" } },
  clearFaults: {},
  setLatency: { ms: 0 },
  setSwitches: { replaceSecrets: false },
  "portal.addApplication": { name: "zoom", displayName: "Zoom" },
  "portal.renameServicePrincipal": { servicePrincipalId, displayName: "Renamed" },
  "portal.setStoredSecrets": { servicePrincipalId, secrets: { SyncAll: "true", SecretToken: null } },
  "portal.removeToken": { servicePrincipalId },
  "portal.setBaseAddress": { servicePrincipalId, address: "https://x.example" },
  "portal.hideServicePrincipal": { servicePrincipalId, reads: 0 },
  "portal.quarantine": { servicePrincipalId, reason: "TooManyDeletes" },
  "portal.setSchedule": { servicePrincipalId, schedule: "Paused" },
  "portal.removeJobs": { servicePrincipalId },
  "portal.deleteServicePrincipal": { servicePrincipalId },
  "apps.setRoles": { clientId: CLIENT_ID, roles: [] },
  "apps.setPolicy": { clientId: CLIENT_ID, disabled: false },
  "apps.rotateSecret": { clientId: CLIENT_ID },
  "apps.expireSecrets": { clientId: CLIENT_ID },
  "apps.addCertificate": { clientId: CLIENT_ID, pem: "" },
  "apps.setFederatedCredentials": { clientId: CLIENT_ID, credentials: [] },
  "apps.addOwnership": { clientId: CLIENT_ID, servicePrincipalId },
  "apps.issueIdentityToken": { issuer: "i", subject: "s", audience: "a", lifetimeSeconds: -1 },
  "apps.revokeTokens": {},
  "apps.setTokenLifetime": { seconds: 60 },
  "apps.environments": {},
  "apps.remove": { clientId: CLIENT_ID },
  "infisical.setClientSecrets": { identityId: IDENTITY_ID, clientSecrets: [] },
  "infisical.addImport": {
    project: PROJECT_ID,
    into: { environment: "dev", path: "/scim" },
    from: { environment: "dev", path: "/azure" },
  },
  "infisical.setPermissions": { identityId: IDENTITY_ID, project: PROJECT_ID, permissions: null },
  "infisical.setTokenLimits": { identityId: IDENTITY_ID, uses: 0 },
  "infisical.createAccessToken": { identityId: IDENTITY_ID },
  "infisical.revokeTokens": {},
  "infisical.setRateLimits": { secrets: 100 },
  "infisical.setV4": { served: true },
  setClockSkew: { ms: -1000 },
  clearRequests: {},
};

describe("the control API", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  const post = (name: string, body: unknown, key = emulator.controlApi.key) =>
    send(emulator, `/_control/${name}`, {
      method: "POST",
      headers: { "x-control-key": key },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  it("holds a request, tells when it has come, and lets it go", async () => {
    const graph = await graphClient(emulator);
    const id = (await post("pauseAt", { match: { api: "graph" } })).at("id");
    const held = graph("/v1.0/servicePrincipals?$top=1");
    expect((await post("awaitPause", { id })).status).toBe(200);
    expect((await post("resume", { id })).status).toBe(200);
    expect((await held).status).toBe(200);
    expect((await post("resume", { id })).status).toBe(404);
  });

  it("has a call for each operation in this test", () => {
    expect(new Set([...Object.keys(CALLS), "pauseAt", "awaitPause", "resume"])).toEqual(
      new Set(Object.keys(OPERATIONS)),
    );
  });

  it.each(Object.entries(CALLS))("%s answers 200", async (name, body) => {
    const filled =
      name === "apps.addCertificate" ? { clientId: CLIENT_ID, pem: emulator.caCertificate } : body;
    const answer = await post(name, filled);
    expect({ status: answer.status, error: answer.at("error") }).toEqual({ status: 200, error: undefined });
  });

  it("gives what the operation gives", async () => {
    const rotated = await post("rotateToken", { application: "servicenow" });
    const inspected = await post("inspect", "");
    expect(inspected.at("applications", "servicenow", "token")).toBe(rotated.at("token"));
    expect(emulator.control.requests()).toEqual([]);
  });

  it.each([
    ["another key", "inspect", {}, "wrong", 401, "x-control-key"],
    ["an unknown operation", "explode", {}, undefined, 404, "explode"],
    ["an operation that is a member of every object", "toString", {}, undefined, 404, "toString"],
    ["an unknown member", "rotateToken", { app: "x" }, undefined, 400, "app"],
    ["a thing that is not there", "rotateToken", { application: "x" }, undefined, 404, "named x"],
    ["a seed that is none", "portal.addApplication", { name: "A b" }, undefined, 400, "name: must consist"],
    [
      "a certificate that is none",
      "apps.addCertificate",
      { clientId: "x", pem: "x" },
      undefined,
      404,
      "client id x",
    ],
    ["no JSON", "inspect", "{", undefined, 400, "not JSON"],
  ])("refuses %s", async (_name, operation, body, key, status, message) => {
    const answer = await post(operation, body, key);
    expect(answer.status).toBe(status);
    expect(answer.at("error")).toContain(message);
  });

  it("takes POST alone", async () => {
    const headers = { "x-control-key": emulator.controlApi.key };
    expect((await send(emulator, "/_control/inspect", { headers })).status).toBe(404);
  });
});
