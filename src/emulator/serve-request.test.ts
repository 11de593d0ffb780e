import { IDENTITY_CLIENT_SECRET, SERVICE_PRINCIPALS } from "./default-seed";
import { type Emulator, startEmulator } from "./start-emulator";
import { graphClient, infisicalLogin, send } from "./test-client.test-support";
import type { FaultInput } from "./traffic/faults";

const SECRETS_ROUTE = "/v1.0/servicePrincipals/{id}/synchronization/secrets";
const SECRETS = SECRETS_ROUTE.replace("{id}", SERVICE_PRINCIPALS.slack);
const MATCH = { match: { route: SECRETS_ROUTE } };

describe("requests over HTTPS", () => {
  let emulator: Emulator;
  let graph: Awaited<ReturnType<typeof graphClient>>;
  beforeAll(async () => {
    emulator = await startEmulator();
    graph = await graphClient(emulator);
  });
  beforeEach(() => {
    emulator.control.clearFaults();
    emulator.control.clearRequests();
    emulator.control.portal.setStoredSecrets(SERVICE_PRINCIPALS.slack, { SecretToken: null });
  });
  afterAll(() => emulator.close());

  const put = (value: string) =>
    graph(SECRETS, { method: "PUT", body: JSON.stringify({ value: [{ key: "SecretToken", value }] }) });
  const stored = () =>
    emulator.control.inspect().servicePrincipals[SERVICE_PRINCIPALS.slack]?.secrets.SecretToken;

  it.each<[string, FaultInput, number]>([
    ["status in the service's own format", { ...MATCH, kind: "status", status: 503 }, 503],
    ["redirect", { ...MATCH, kind: "redirect", location: "https://evil.example/" }, 307],
    ["a page instead", { ...MATCH, kind: "status", status: 200, body: "<html>" }, 200],
  ])("%s: the service does not see the request", async (_name, fault, status) => {
    emulator.control.fault(fault);
    expect((await put("t")).status).toBe(status);
    expect(stored()).toBeUndefined();
    expect((await put("t")).status).toBe(204);
  });

  it("status with Retry-After, headers and a body of its own", async () => {
    emulator.control.fault({
      ...MATCH,
      kind: "status",
      status: 429,
      retryAfter: 7,
      headers: { "x-a": "b" },
      body: "slow",
    });
    const answer = await put("t");
    expect([answer.headers["retry-after"], answer.headers["x-a"], answer.text]).toEqual(["7", "b", "slow"]);
    emulator.control.fault({ ...MATCH, kind: "status", status: 429 });
    expect((await put("t")).at("error", "code")).toBe("TooManyRequests");
  });

  it("status after the service has done what was asked", async () => {
    emulator.control.fault({ ...MATCH, kind: "status", status: 500, applied: true });
    expect((await put("t")).status).toBe(500);
    expect(stored()).toBe("t");
  });

  it.each<[FaultInput["kind"], string | undefined]>([
    ["reset-before", undefined],
    ["reset-after", "t"],
  ])("%s breaks the connection", async (kind, after) => {
    emulator.control.fault({ ...MATCH, kind } as FaultInput);
    await expect(put("t")).rejects.toThrow();
    expect(stored()).toBe(after);
    await new Promise((resolve) => setImmediate(resolve));
    expect(emulator.control.requests().at(-1)?.status).toBeNull();
  });

  it("truncate breaks the connection in the body", async () => {
    emulator.control.fault({ ...MATCH, kind: "truncate" });
    await expect(graph(SECRETS)).rejects.toThrow();
  });

  it("headers, body and nextLink change the service's answer", async () => {
    emulator.control.fault({ ...MATCH, kind: "headers", headers: { "request-id": null, "x-a": "b" } });
    const changed = await graph(SECRETS);
    expect([changed.headers["request-id"], changed.headers["x-a"], changed.status]).toEqual([
      undefined,
      "b",
      200,
    ]);
    emulator.control.fault({ ...MATCH, kind: "body", body: "<html>" });
    expect((await graph(SECRETS)).text).toBe("<html>");
    emulator.control.fault({ ...MATCH, kind: "nextLink", link: "https://evil.example/" });
    expect((await graph(SECRETS)).at("@odata.nextLink")).toBe("https://evil.example/");
  });

  it("huge sends as many bytes as it is told", async () => {
    emulator.control.fault({ ...MATCH, kind: "huge", bytes: 3_000_000 });
    const answer = await graph(SECRETS);
    expect([answer.text.length, answer.json]).toEqual([3_000_002, []]);
  });

  it("malformed is half of the service's answer, after it has done what was asked", async () => {
    await put("t");
    const whole = (await graph(SECRETS)).text;
    emulator.control.fault({ ...MATCH, kind: "malformed" });
    const { text } = await graph(SECRETS);
    expect([whole.startsWith(text), text.length]).toEqual([true, Math.ceil(whole.length / 2)]);
    emulator.control.fault({ ...MATCH, kind: "malformed" });
    expect((await put("u")).status).toBe(200);
    expect(stored()).toBe("u");
  });

  it("stall answers late", async () => {
    emulator.control.fault({ ...MATCH, kind: "stall", ms: 10 });
    expect((await graph(SECRETS)).status).toBe(200);
  });

  it("befalls applications too", async () => {
    emulator.control.fault({ match: { api: "scim" }, kind: "status", status: 500 });
    const answer = await send(emulator, "/scim/slack/v2/Users");
    expect([answer.status, answer.at("schemas", 0)]).toEqual([
      500,
      "urn:ietf:params:scim:api:messages:2.0:Error",
    ]);
  });

  it("holds a request until it is let go, after the service has done what was asked", async () => {
    const pause = emulator.control.pauseAt({ method: "PUT", route: SECRETS_ROUTE }, "after");
    const answer = put("held");
    await pause.arrived;
    expect(stored()).toBe("held");
    pause.resume();
    expect((await answer).status).toBe(204);
  });

  it("records method, route, path, query and whether there was a credential, never bodies", async () => {
    await infisicalLogin(emulator);
    await graph(`${SECRETS}`);
    await send(emulator, "/api/v4/secrets?projectId=x");
    const records = emulator.control.requests();
    expect(
      records.map(({ method, route, status, hasAuthorization }) => [method, route, status, hasAuthorization]),
    ).toEqual([
      ["POST", "/api/v1/auth/universal-auth/login", 200, false],
      ["GET", SECRETS_ROUTE, 200, true],
      ["GET", "/api/v4/secrets", 401, false],
    ]);
    expect(records[2]?.query).toEqual({ projectId: "x" });
    expect(JSON.stringify(records)).not.toContain(IDENTITY_CLIENT_SECRET);
    expect(emulator.control.counts()[`GET ${SECRETS_ROUTE}`]).toBe(1);
    expect(emulator.control.peakConcurrency()).toMatchObject({ graph: 1, infisical: 1 });
  });

  it("refuses a body that is too large", async () => {
    expect((await put("x".repeat(2_000_000))).status).toBe(413);
  });

  it("stall may come after the service has done what was asked", async () => {
    emulator.control.fault({ ...MATCH, kind: "stall", applied: true });
    const answer = put("t").then(
      () => "answered",
      () => "broken off",
    );
    while (stored() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 20, "silent"))])).toBe(
      "silent",
    );
  });
});
