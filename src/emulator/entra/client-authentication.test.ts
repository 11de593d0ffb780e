import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  X509Certificate,
} from "node:crypto";
import { createClientCertificate, type KeyedCertificate } from "../certificates";
import { CLIENT_ID, KUBERNETES_SUBJECT, TENANT_ID } from "../default-seed";
import { signToken, type TokenAlgorithm } from "../json-web-token";
import type { EmulatorState } from "../state";
import { call, ORIGIN, testState } from "../test-state.test-support";
import { issueIdentityToken, KUBERNETES_ISSUER } from "./identity-token";

const ENDPOINT = `${ORIGIN}/${TENANT_ID}/oauth2/v2.0/token`;
const AUDIENCE = "api://AzureADTokenExchange";

async function post(
  state: EmulatorState,
  assertion: string,
  type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
) {
  const body = new URLSearchParams({
    client_id: CLIENT_ID,
    grant_type: "client_credentials",
    scope: `${ORIGIN}/.default`,
    client_assertion_type: type,
    client_assertion: assertion,
  });
  const answer = await call(state, "POST", `/${TENANT_ID}/oauth2/v2.0/token`, {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
  return answer.status === 200 ? 200 : (answer.at("error_codes", 0) as number);
}

describe("a certificate assertion", () => {
  let keyed: KeyedCertificate;
  let certificate: X509Certificate;
  let key: KeyObject;
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: ENDPOINT, iss: CLIENT_ID, sub: CLIENT_ID, jti: "1", nbf: now, exp: now + 600 };
  beforeAll(async () => {
    keyed = await createClientCertificate("entrascim");
    certificate = new X509Certificate(keyed.certificate);
    key = createPrivateKey(keyed.privateKey);
  });
  const thumbprint = (algorithm: string) => createHash(algorithm).update(certificate.raw).digest("base64url");
  const registered = async () => {
    const { state } = await testState();
    state.entra.apps.get(CLIENT_ID)!.certificates.push(certificate);
    return state;
  };

  it.each<[TokenAlgorithm, string, string]>([
    ["PS256", "x5t#S256", "sha256"],
    ["RS256", "x5t", "sha1"],
  ])("signed with %s and named by %s is accepted", async (algorithm, member, hash) => {
    const assertion = signToken(algorithm, key, claims, { [member]: thumbprint(hash) });
    expect(await post(await registered(), assertion)).toBe(200);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ["for another endpoint", { aud: "https://login.microsoftonline.com/x/oauth2/v2.0/token" }, 700027],
    ["of another subject", { sub: "somebody" }, 700021],
    ["that has expired", { exp: now - 3600 }, 700024],
    ["that is not yet valid", { nbf: now + 3600 }, 700024],
    ["that never expires", { exp: undefined }, 700024],
  ])("%s is refused", async (_name, changed, code) => {
    const assertion = signToken(
      "PS256",
      key,
      { ...claims, ...changed },
      { "x5t#S256": thumbprint("sha256") },
    );
    expect(await post(await registered(), assertion)).toBe(code);
  });

  it("of a certificate that is not registered, or with another key, is refused", async () => {
    const assertion = signToken("PS256", key, claims, { "x5t#S256": thumbprint("sha256") });
    expect(await post((await testState()).state, assertion)).toBe(700027);
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const forged = signToken("PS256", privateKey, claims, { "x5t#S256": thumbprint("sha256") });
    expect(await post(await registered(), forged)).toBe(700027);
    expect(await post(await registered(), signToken("PS256", key, claims))).toBe(700027);
    expect(await post(await registered(), "no.jwt")).toBe(700027);
    expect(await post(await registered(), assertion, "jwt")).toBe(900144);
  });
});

describe("a federated assertion", () => {
  const good = { issuer: KUBERNETES_ISSUER, subject: KUBERNETES_SUBJECT, audience: AUDIENCE };

  it.each([
    ["that matches", good, 200],
    ["of another issuer", { ...good, issuer: "https://other" }, 700211],
    ["for another audience", { ...good, audience: "https://other" }, 700212],
    ["of another subject", { ...good, subject: "other" }, 700213],
    ["that has expired", { ...good, lifetimeSeconds: -3600 }, 700024],
  ])("%s: %i", async (_name, request, code) => {
    const { state } = await testState();
    expect(await post(state, issueIdentityToken(state, request))).toBe(code);
  });

  it("is refused where the app has no federated credential, or the issuer did not sign it", async () => {
    const { state } = await testState();
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const now = Math.floor(Date.now() / 1000);
    const forged = signToken("RS256", privateKey, {
      iss: good.issuer,
      sub: good.subject,
      aud: AUDIENCE,
      exp: now + 60,
    });
    expect(await post(state, forged)).toBe(700027);
    const token = issueIdentityToken(state, good);
    state.entra.apps.get(CLIENT_ID)!.federatedCredentials = [];
    expect(await post(state, token)).toBe(70021);
  });
});
