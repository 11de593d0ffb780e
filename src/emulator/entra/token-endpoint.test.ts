import { CLIENT_ID, CLIENT_SECRET, TENANT_DOMAIN, TENANT_ID } from "../default-seed";
import type { EmulatorState } from "../state";
import { call, ORIGIN, testState } from "../test-state.test-support";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const GOOD = {
  client_id: CLIENT_ID,
  client_secret: CLIENT_SECRET,
  grant_type: "client_credentials",
  scope: `${ORIGIN}/.default`,
};

function post(
  state: EmulatorState,
  fields: Readonly<Record<string, string | undefined>>,
  tenant: string = TENANT_ID,
  headers: Record<string, string> = {},
) {
  const given = Object.entries({ ...GOOD, ...fields }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return call(state, "POST", `/${tenant}/oauth2/v2.0/token`, {
    headers: { ...FORM, ...headers },
    body: new URLSearchParams(given).toString(),
  });
}

describe("the token endpoint", () => {
  it("issues a JWT that says who, for what, and with which roles", async () => {
    const { state } = await testState();
    const answer = await post(state, {});
    expect(answer.json).toMatchObject({ token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599 });
    expect(answer.at("refresh_token")).toBeUndefined();
    const claims = JSON.parse(
      Buffer.from(String(answer.at("access_token")).split(".")[1]!, "base64url").toString(),
    );
    expect(claims).toMatchObject({
      aud: ORIGIN,
      appid: CLIENT_ID,
      appidacr: "1",
      idtyp: "app",
      tid: TENANT_ID,
      roles: ["Synchronization.ReadWrite.All", "Application.Read.All"],
    });
    expect(claims.exp - claims.iat).toBe(3599);
  });

  it("issues a token without roles where none was granted", async () => {
    const { state } = await testState();
    state.entra.apps.get(CLIENT_ID)!.roles = [];
    const token = String((await post(state, {})).at("access_token"));
    expect(JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString())).not.toHaveProperty("roles");
  });

  it("takes the tenant by domain, and the secret by HTTP Basic", async () => {
    const { state } = await testState();
    expect((await post(state, {}, TENANT_DOMAIN)).status).toBe(200);
    const basic = Buffer.from(`${CLIENT_ID}:${encodeURIComponent(CLIENT_SECRET)}`).toString("base64");
    const fields = { client_id: undefined, client_secret: undefined };
    expect((await post(state, fields, TENANT_ID, { authorization: `Basic ${basic}` })).status).toBe(200);
  });

  it("takes what Microsoft's libraries send beside", async () => {
    const { state } = await testState();
    const fields = { "x-client-SKU": "msal.js.node", "client-request-id": "1", claims: "{}" };
    expect((await post(state, fields)).status).toBe(200);
  });

  it.each([
    ["a wrong secret", { client_secret: "no" }, TENANT_ID, 7000215, "invalid_client", 401],
    ["no credential", { client_secret: undefined }, TENANT_ID, 7000218, "invalid_client", 401],
    ["an unknown app", { client_id: TENANT_ID }, TENANT_ID, 700016, "unauthorized_client", 400],
    ["an unknown tenant id", {}, CLIENT_ID, 90002, "invalid_request", 400],
    ["an unknown domain", {}, "fabrikam.com", 90002, "invalid_request", 400],
    ["a tenant that is neither", {}, "contoso", 900023, "invalid_request", 400],
    ["no grant", { grant_type: undefined }, TENANT_ID, 900144, "invalid_request", 400],
    ["another grant", { grant_type: "password" }, TENANT_ID, 70003, "unsupported_grant_type", 400],
    ["no client", { client_id: undefined }, TENANT_ID, 900144, "invalid_request", 400],
    ["no scope", { scope: undefined }, TENANT_ID, 900144, "invalid_request", 400],
    ["two scopes", { scope: `${ORIGIN}/.default openid` }, TENANT_ID, 70011, "invalid_scope", 400],
    [
      "a scope that is no default",
      { scope: `${ORIGIN}/User.Read` },
      TENANT_ID,
      1002012,
      "invalid_scope",
      400,
    ],
    [
      "another resource",
      { scope: "https://graph.microsoft.com/.default" },
      TENANT_ID,
      500011,
      "invalid_resource",
      400,
    ],
    ["an unknown field", { resource: ORIGIN }, TENANT_ID, 9002331, "invalid_request", 400],
  ])("refuses %s", async (_name, fields, tenant, code, error, status) => {
    const { state } = await testState();
    const answer = await post(state, fields, tenant, { "client-request-id": "corr" });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ error, error_codes: [code], correlation_id: "corr" });
    expect(answer.at("error_description")).toMatch(
      new RegExp(`^AADSTS${code}: .* Trace ID: \\S+ Correlation ID: corr Timestamp: `),
    );
    expect(answer.at("timestamp")).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
    expect(answer.body).not.toContain(CLIENT_SECRET);
  });

  it.each([
    [
      "an expired secret",
      (state: EmulatorState) => {
        state.entra.apps.get(CLIENT_ID)!.secrets = [
          { value: CLIENT_SECRET, expiresAt: state.clock.now() - 1 },
        ];
      },
      7000222,
    ],
    [
      "a disabled app",
      (state: EmulatorState) => {
        state.entra.apps.get(CLIENT_ID)!.disabled = true;
      },
      7000112,
    ],
    [
      "conditional access",
      (state: EmulatorState) => {
        state.entra.apps.get(CLIENT_ID)!.blockedByConditionalAccess = true;
      },
      53003,
    ],
  ])("refuses by %s", async (_name, change, code) => {
    const { state } = await testState();
    change(state);
    expect((await post(state, {})).at("error_codes")).toEqual([code]);
  });

  it("wants a form, and a POST", async () => {
    const { state } = await testState();
    const json = await post(state, {}, TENANT_ID, { "content-type": "application/json" });
    expect(json.at("error_codes")).toEqual([900144]);
    expect((await call(state, "GET", `/${TENANT_ID}/oauth2/v2.0/token`)).at("error_codes")).toEqual([900561]);
  });
});
