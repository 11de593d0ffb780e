import { TENANT_DOMAIN, TENANT_ID } from "../default-seed";
import { call, ORIGIN, testState } from "../test-state.test-support";

describe("discovery", () => {
  it.each([TENANT_ID, TENANT_DOMAIN, "contoso.com"])("describes the tenant %s", async (tenant) => {
    const { state } = await testState();
    const answer = await call(state, "GET", `/${tenant}/v2.0/.well-known/openid-configuration`);
    expect(answer.json).toMatchObject({
      token_endpoint: `${ORIGIN}/${tenant}/oauth2/v2.0/token`,
      authorization_endpoint: `${ORIGIN}/${tenant}/oauth2/v2.0/authorize`,
      jwks_uri: `${ORIGIN}/${tenant}/discovery/v2.0/keys`,
      issuer: `${ORIGIN}/${TENANT_ID}/v2.0`,
    });
  });

  it("does not know other tenants", async () => {
    const { state } = await testState();
    const answer = await call(state, "GET", "/fabrikam.com/v2.0/.well-known/openid-configuration");
    expect([answer.status, answer.at("error_codes")]).toEqual([400, [90002]]);
  });

  it("publishes the signing key", async () => {
    const { state } = await testState();
    const answer = await call(state, "GET", `/${TENANT_ID}/discovery/v2.0/keys`);
    expect(answer.at("keys", 0)).toMatchObject({ kty: "RSA", use: "sig", kid: state.entra.signingKey.id });
    expect(answer.at("keys", 0, "d")).toBeUndefined();
  });

  it("knows itself as an authority, and no other host", async () => {
    const { state } = await testState();
    const discover = (endpoint: string) =>
      call(
        state,
        "GET",
        `/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`,
      );
    const own = await discover(`${ORIGIN}/${TENANT_ID}/oauth2/v2.0/authorize`);
    expect(own.at("metadata", 0, "aliases")).toEqual(["127.0.0.1:8443"]);
    expect(own.at("tenant_discovery_endpoint")).toBe(
      `${ORIGIN}/${TENANT_ID}/v2.0/.well-known/openid-configuration`,
    );
    expect((await discover("https://evil.example/x/oauth2/v2.0/authorize")).at("error")).toBe(
      "invalid_instance",
    );
    expect((await discover("")).status).toBe(400);
  });
});
