import { createClientCertificate } from "../certificates";
import { CLIENT_ID, CLIENT_SECRET, SERVICE_PRINCIPALS, TENANT_ID } from "../default-seed";
import { KUBERNETES_ISSUER } from "../entra/identity-token";
import { decodeToken } from "../json-web-token";
import { call, graphAuthorization, ORIGIN, testState } from "../test-state.test-support";
import { AppControl } from "./app-control";

async function open() {
  const { state } = await testState();
  const signIn = async (secret: string) => {
    const form = {
      client_id: CLIENT_ID,
      client_secret: secret,
      grant_type: "client_credentials",
      scope: `${ORIGIN}/.default`,
    };
    const answer = await call(state, "POST", `/${TENANT_ID}/oauth2/v2.0/token`, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
    return answer.at("error_codes", 0) ?? answer.at("expires_in");
  };
  return { state, apps: new AppControl(state), signIn };
}

describe("AppControl", () => {
  it("rotates and expires client secrets", async () => {
    const { apps, signIn } = await open();
    const second = apps.rotateSecret(CLIENT_ID, { keepOld: true });
    expect([await signIn(CLIENT_SECRET), await signIn(second)]).toEqual([3599, 3599]);
    const third = apps.rotateSecret(CLIENT_ID);
    expect([await signIn(second), await signIn(third)]).toEqual([7000215, 3599]);
    apps.expireSecrets(CLIENT_ID);
    expect(await signIn(third)).toBe(7000222);
  });

  it("sets policies and the lifetime of tokens, and removes apps", async () => {
    const { apps, signIn } = await open();
    apps.setTokenLifetime(60);
    expect(await signIn(CLIENT_SECRET)).toBe(60);
    apps.setPolicy(CLIENT_ID, { blockedByConditionalAccess: true });
    expect(await signIn(CLIENT_SECRET)).toBe(53003);
    apps.setPolicy(CLIENT_ID, { disabled: true });
    expect(await signIn(CLIENT_SECRET)).toBe(7000112);
    apps.setPolicy(CLIENT_ID, { disabled: false, blockedByConditionalAccess: false });
    expect(await signIn(CLIENT_SECRET)).toBe(60);
    apps.remove(CLIENT_ID);
    expect(await signIn(CLIENT_SECRET)).toBe(700016);
  });

  it("revokes the tokens that are out, not those that come", async () => {
    const { apps, state } = await open();
    const old = graphAuthorization(state);
    expect(apps.revokeTokens()).toBe(1);
    const list = (headers: Record<string, string>) =>
      call(state, "GET", "/v1.0/servicePrincipals?$top=1", { headers });
    expect((await list(old)).status).toBe(401);
    expect((await list(graphAuthorization(state))).status).toBe(200);
  });

  it("changes roles, ownership, certificates and federated credentials", async () => {
    const { apps, state } = await open();
    const app = state.entra.apps.get(CLIENT_ID)!;
    apps.setRoles(CLIENT_ID, ["A"]);
    apps.addOwnership(CLIENT_ID, SERVICE_PRINCIPALS.slack);
    apps.addCertificate(CLIENT_ID, (await createClientCertificate("x")).certificate);
    apps.setFederatedCredentials(CLIENT_ID, []);
    expect([app.roles, [...app.owns], app.certificates.length, app.federatedCredentials]).toEqual([
      ["A"],
      [SERVICE_PRINCIPALS.slack],
      1,
      [],
    ]);
  });

  it("hands out identity tokens and the environments of those who do", async () => {
    const { apps } = await open();
    const token = apps.issueIdentityToken({ issuer: KUBERNETES_ISSUER, subject: "s", audience: "a" });
    expect(decodeToken(token)?.claims).toMatchObject({ iss: KUBERNETES_ISSUER, sub: "s", aud: "a" });
    expect(apps.environments()).toMatchObject({
      github: { ACTIONS_ID_TOKEN_REQUEST_URL: `${ORIGIN}/oidc/github?api-version=2.0` },
      azureDevOps: { SYSTEM_OIDCREQUESTURI: `${ORIGIN}/oidc/ado` },
      managedIdentity: { IDENTITY_ENDPOINT: `${ORIGIN}/msi/token` },
    });
  });

  it("says that it does not know an app, and refuses a certificate that is none", async () => {
    const { apps } = await open();
    expect(() => apps.setRoles("none", [])).toThrow(expect.objectContaining({ code: "not_found" }));
    expect(() => apps.addCertificate(CLIENT_ID, "x")).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });
});
