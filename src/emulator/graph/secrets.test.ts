import { SERVICE_PRINCIPALS } from "../default-seed";
import { call, graphAuthorization, ORIGIN, testState } from "../test-state.test-support";

const ID = SERVICE_PRINCIPALS.servicenow;
const SECRETS = `/v1.0/servicePrincipals/${ID}/synchronization/secrets`;

async function open() {
  const { state } = await testState();
  const headers = graphAuthorization(state);
  return {
    state,
    stored: () => Object.fromEntries(state.graph.servicePrincipals.get(ID)!.secrets),
    get: () => call(state, "GET", SECRETS, { headers }),
    put: (...value: readonly (readonly [string, string])[]) =>
      call(state, "PUT", SECRETS, {
        headers,
        body: { value: value.map(([key, each]) => ({ key, value: each })) },
      }),
    putRaw: (body: unknown, more: Record<string, string> = {}) =>
      call(state, "PUT", SECRETS, { headers: { ...headers, ...more }, body }),
  };
}

const BASE = `${ORIGIN}/scim/servicenow/v2`;

describe("GET …/secrets", () => {
  it("shows the base address in clear and masks credentials", async () => {
    const { get, put } = await open();
    await put(["SecretToken", "t-1"], ["SyncAll", "true"]);
    const answer = await get();
    expect(answer.at("value")).toEqual([
      { key: "BaseAddress", value: BASE },
      { key: "SecretToken", value: "*" },
      { key: "SyncAll", value: "true" },
    ]);
    expect(answer.at("@odata.context")).toContain(`servicePrincipals('${ID}')/synchronization/secrets`);
    expect(answer.body).not.toContain("t-1");
  });
});

describe("PUT …/secrets", () => {
  it("merges by key", async () => {
    const { put, stored } = await open();
    expect((await put(["SecretToken", "t-1"])).status).toBe(204);
    expect(stored()).toEqual({ BaseAddress: BASE, SecretToken: "t-1" });
  });

  it("replaces everything when switched so", async () => {
    const { put, stored, state } = await open();
    state.graph.switches.replaceSecrets = true;
    await put(["SecretToken", "t-1"]);
    expect(stored()).toEqual({ SecretToken: "t-1" });
  });

  it("removes a key by an empty value", async () => {
    const { put, stored } = await open();
    await put(["SecretToken", "t-1"]);
    await put(["SecretToken", ""], ["BaseAddress", ""]);
    expect(stored()).toEqual({});
  });

  it("refuses to empty the notification settings, in two envelopes", async () => {
    const { put } = await open();
    const answer = await put(["SyncNotificationSettings", ""]);
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "UnknownError"]);
    expect(JSON.parse(String(answer.at("error", "message")))).toMatchObject({
      error: { code: "InvalidNotificationSettings", target: null, details: [], innerError: null },
    });
    expect((await put(["SyncNotificationSettings", "{}"])).status).toBe(204);
  });

  it("records a mask that is written back", async () => {
    const { put, state } = await open();
    await put(["SecretToken", "*"]);
    expect(state.violations).toEqual([expect.stringContaining("PUT of the mask")]);
  });

  it.each([
    ["an unknown key", { value: [{ key: "Token", value: "x" }] }, {}, "'Token'"],
    ["a key in lower case", { value: [{ key: "secretToken", value: "x" }] }, {}, "'secretToken'"],
    [
      "a key twice",
      {
        value: [
          { key: "SyncAll", value: "x" },
          { key: "SyncAll", value: "y" },
        ],
      },
      {},
      "twice",
    ],
    ["the documented but wrong member", { credentials: [] }, {}, "value"],
    ["an unknown member", { value: [], extra: 1 }, {}, "extra"],
    ["a value that is no text", { value: [{ key: "SyncAll", value: true }] }, {}, "value/0/value"],
    ["a null value", { value: [{ key: "SecretToken", value: null }] }, {}, "value/0/value"],
    ["no JSON", "{", {}, "valid JSON"],
    ["another content type", { value: [] }, { "content-type": "text/plain" }, "application/json"],
  ])("refuses %s and stores nothing", async (_name, body, headers, message) => {
    const { putRaw, stored } = await open();
    const answer = await putRaw(body, headers);
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "BadRequest"]);
    expect(answer.at("error", "message")).toContain(message);
    expect(stored()).toEqual({ BaseAddress: BASE });
  });

  it("wants a content type", async () => {
    const { state } = await open();
    const answer = await call(state, "PUT", SECRETS, { headers: graphAuthorization(state) });
    expect(answer.at("error", "message")).toContain("Content-Type header declaration");
  });

  it("takes no query", async () => {
    const { state } = await open();
    const headers = graphAuthorization(state);
    expect((await call(state, "GET", `${SECRETS}?$select=key`, { headers })).status).toBe(400);
  });
});
