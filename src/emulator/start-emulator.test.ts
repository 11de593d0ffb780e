import { PROJECT_ID, SERVICE_PRINCIPALS, TENANT_DOMAIN, TOKEN_KEYS } from "./default-seed";
import { type Emulator, startEmulator } from "./start-emulator";
import { graphClient, infisicalClient, send } from "./test-client.test-support";

const SERVICENOW = `/v1.0/servicePrincipals/${SERVICE_PRINCIPALS.servicenow}`;

describe("the emulator over HTTPS", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it("plays the whole story: read the token, test it, push it, provision, rotate, quarantine, heal", async () => {
    const graph = await graphClient(emulator);
    const infisical = await infisicalClient(emulator);
    const readToken = async () => {
      const answer = await infisical(
        `/api/v4/secrets/${TOKEN_KEYS.servicenow}?projectId=${PROJECT_ID}&environment=prod&secretPath=/scim`,
      );
      return String(answer.at("secret", "secretValue"));
    };
    const push = async (token: string) => {
      const body = JSON.stringify({ value: [{ key: "SecretToken", value: token }] });
      return graph(`${SERVICENOW}/synchronization/secrets`, { method: "PUT", body });
    };
    const job = async (...path: readonly string[]) =>
      (await graph(`${SERVICENOW}/synchronization/jobs`)).at("value", 0, ...path);

    expect(await job("status", "code")).toBe("NotConfigured");
    const before = await graph(`${SERVICENOW}/synchronization/secrets`);
    const credentials = [before.at("value", 0), { key: "SecretToken", value: await readToken() }];
    const tested = await graph(`${SERVICENOW}/synchronization/jobs/validateCredentials`, {
      method: "POST",
      body: JSON.stringify({ templateId: "scim", credentials }),
    });
    expect(tested.status).toBe(204);
    expect((await push(await readToken())).status).toBe(204);
    expect(await job("status", "code")).toBe("NotRun");
    expect(await emulator.control.runCycle(SERVICE_PRINCIPALS.servicenow)).toMatchObject({
      outcome: "provisioned",
      userName: expect.stringContaining(TENANT_DOMAIN),
    });
    expect(await job("status", "code")).toBe("Active");

    const rotated = emulator.control.rotateToken("servicenow");
    expect(await emulator.control.runCycle(SERVICE_PRINCIPALS.servicenow)).toMatchObject({
      outcome: "quarantined",
    });
    expect(await job("status")).toMatchObject({
      code: "Quarantine",
      quarantine: {
        reason: "EncounteredQuarantineException",
        seriesCount: 1,
        error: { code: "SystemForCrossDomainIdentityManagementCredentialValidationFailure" },
      },
    });

    emulator.control.setSecret({ environment: "prod", key: TOKEN_KEYS.servicenow }, rotated);
    expect((await push(await readToken())).status).toBe(204);
    const started = await graph(`${SERVICENOW}/synchronization/jobs/${await job("id")}/start`, {
      method: "POST",
    });
    expect(started.status).toBe(204);
    await emulator.control.settled();
    expect(await job("status", "code")).toBe("Active");
    expect(emulator.control.inspect().applications.servicenow?.users).toHaveLength(2);
    expect(emulator.control.violations()).toEqual([]);
  });

  it("listens on 127.0.0.1 alone, and knows itself as localhost too", async () => {
    expect(new URL(emulator.origin).hostname).toBe("127.0.0.1");
    const localhost = { ...emulator, origin: emulator.origin.replace("127.0.0.1", "localhost") };
    const answer = await send(localhost, `/${TENANT_DOMAIN}/v2.0/.well-known/openid-configuration`);
    expect(answer.at("token_endpoint")).toBe(`${localhost.origin}/${TENANT_DOMAIN}/oauth2/v2.0/token`);
  });

  it("answers unknown paths with 404", async () => {
    expect((await send(emulator, "/nothing/here")).status).toBe(404);
  });
});

describe("startEmulator", () => {
  it("rejects with a sentence where the port is taken, and where the seed is not valid", async () => {
    const first = await startEmulator();
    const port = Number(new URL(first.origin).port);
    await expect(startEmulator({ port })).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining(`Port ${port}`),
    });
    const seed = {
      projects: [{ id: "p", slug: "p", environments: { dev: { "/": { K: { tokenOf: "x" } } } } }],
    };
    await expect(startEmulator({ seed })).rejects.toMatchObject({ code: "invalid_input" });
    await first.close();
    await (await startEmulator({ port })).close();
  });

  it("breaks what is held or never answered when it is closed", async () => {
    const emulator = await startEmulator();
    emulator.control.fault({ kind: "stall", match: { api: "scim" } });
    const pause = emulator.control.pauseAt({ api: "infisical" });
    const stalled = expect(send(emulator, "/scim/slack/v2/Users")).rejects.toThrow();
    const held = send(emulator, "/api/status").catch(() => undefined);
    await pause.arrived;
    await emulator.close();
    await stalled;
    await held;
  });
});
