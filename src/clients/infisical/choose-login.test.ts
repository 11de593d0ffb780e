import type { AttributePath } from "../../core/attribute-path";
import type { Environment } from "../../core/environment";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { InfisicalAuthAttributes } from "./attributes";
import { chooseLogin, type InfisicalLogin } from "./choose-login";

const NO_AUTH: InfisicalAuthAttributes = {
  token: null,
  universal: null,
  oidc: null,
  azure: null,
  kubernetes: null,
};
const UNIVERSAL = {
  INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: "env-id",
  INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "env-secret",
};
const OIDC = { INFISICAL_MACHINE_IDENTITY_ID: "env-identity", INFISICAL_AUTH_JWT: "env-jwt" };

function reveal(login: InfisicalLogin | Problem): string | null {
  if (login instanceof Problem) return null;
  if (login.method === "token") return login.token.reveal();
  if (login.method === "universal") return login.clientSecret.reveal();
  if (login.method === "azure") return null;
  return login.token.from === "value" ? login.token.token.reveal() : null;
}

function resolve(auth: Partial<InfisicalAuthAttributes> | null, env: Environment): InfisicalLogin | Problem {
  return chooseLogin(auth === null ? null : { ...NO_AUTH, ...auth }, env);
}

function thrown(act: () => unknown): Problem {
  try {
    act();
  } catch (caught) {
    return Problem.from(caught);
  }
  throw new Error("nothing was thrown");
}

describe("chooseLogin", () => {
  const oidcBlock = { identity_id: null, token: null, token_path: null, token_env: null };

  it.each<[string, Partial<InfisicalAuthAttributes> | null, Environment, object, string | null]>([
    [
      "a written token wins over all",
      { token: new Secret("written") },
      { ...UNIVERSAL, INFISICAL_TOKEN: "e" },
      { method: "token" },
      "written",
    ],
    [
      "a written universal login",
      { universal: { client_id: "id", client_secret: new Secret("s") } },
      UNIVERSAL,
      { method: "universal", clientId: "id" },
      "s",
    ],
    [
      "completed from the environment",
      { universal: { client_id: null, client_secret: null } },
      { ...UNIVERSAL, INFISICAL_TOKEN: "e" },
      { method: "universal", clientId: "env-id" },
      "env-secret",
    ],
    [
      "completed for the same client",
      { universal: { client_id: "env-id", client_secret: null } },
      UNIVERSAL,
      { method: "universal", clientId: "env-id" },
      "env-secret",
    ],
    [
      "a written secret for the environment's client",
      { universal: { client_id: null, client_secret: new Secret("s") } },
      UNIVERSAL,
      { method: "universal", clientId: "env-id" },
      "s",
    ],
    [
      "a written OIDC token",
      { oidc: { ...oidcBlock, identity_id: "i", token: new Secret("jwt") } },
      OIDC,
      { method: "oidc", identityId: "i" },
      "jwt",
    ],
    [
      "an OIDC file",
      { oidc: { ...oidcBlock, token_path: "/t" } },
      OIDC,
      { method: "oidc", identityId: "env-identity", token: { from: "file", path: "/t" } },
      null,
    ],
    [
      "an OIDC variable",
      { oidc: { ...oidcBlock, token_env: "CI_JWT" } },
      { ...OIDC, CI_JWT: "ci" },
      { method: "oidc" },
      "ci",
    ],
    [
      "the variable that a variable names",
      { oidc: oidcBlock },
      { ...OIDC, INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME: "CI_JWT", CI_JWT: "ci" },
      { method: "oidc" },
      "ci",
    ],
    ["the usual OIDC variable", { oidc: oidcBlock }, OIDC, { method: "oidc" }, "env-jwt"],
    [
      "Azure",
      { azure: { identity_id: "i", resource: null } },
      {},
      { method: "azure", identityId: "i", resource: "https://management.azure.com/" },
      null,
    ],
    [
      "Azure with a resource",
      { azure: { identity_id: null, resource: "api://x" } },
      OIDC,
      { method: "azure", identityId: "env-identity", resource: "api://x" },
      null,
    ],
    [
      "Kubernetes",
      { kubernetes: { identity_id: "i", token_path: null } },
      {},
      { token: { from: "file", path: "/var/run/secrets/kubernetes.io/serviceaccount/token" } },
      null,
    ],
    [
      "Kubernetes with a file",
      { kubernetes: { identity_id: "i", token_path: "/t" } },
      { INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN: "e" },
      { token: { from: "file", path: "/t" } },
      null,
    ],
    [
      "Kubernetes with the environment's file",
      { kubernetes: { identity_id: "i", token_path: null } },
      { INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH: "/e" },
      { token: { from: "file", path: "/e" } },
      null,
    ],
    [
      "Kubernetes with the environment's token",
      { kubernetes: { identity_id: "i", token_path: null } },
      { INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN: "e" },
      { method: "kubernetes" },
      "e",
    ],
    ["an empty block is none", {}, UNIVERSAL, { method: "universal" }, "env-secret"],
    [
      "the method that is named",
      null,
      { ...UNIVERSAL, ...OIDC, INFISICAL_TOKEN: "e", INFISICAL_AUTH_METHOD: "oidc" },
      { method: "oidc" },
      "env-jwt",
    ],
    [
      "as the CLI names it",
      null,
      { ...UNIVERSAL, INFISICAL_TOKEN: "e", INFISICAL_AUTH_METHOD: "Universal-Auth" },
      { method: "universal" },
      "env-secret",
    ],
    [
      "Azure, which must be named",
      null,
      { ...OIDC, INFISICAL_AUTH_METHOD: "azure" },
      { method: "azure", identityId: "env-identity" },
      null,
    ],
    [
      "a token before all others",
      null,
      { ...UNIVERSAL, ...OIDC, INFISICAL_TOKEN: " e\n" },
      { method: "token" },
      "e",
    ],
    ["universal before the others", null, { ...UNIVERSAL, ...OIDC }, { method: "universal" }, "env-secret"],
    ["the only other one: OIDC", null, OIDC, { method: "oidc", identityId: "env-identity" }, "env-jwt"],
    [
      "the only other one: Kubernetes",
      null,
      { INFISICAL_MACHINE_IDENTITY_ID: "i", INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN: "e" },
      { method: "kubernetes" },
      "e",
    ],
    [
      "empty variables do not count",
      null,
      { ...OIDC, INFISICAL_TOKEN: "", INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: "" },
      { method: "oidc" },
      "env-jwt",
    ],
  ])("%s", (_, auth, env, expected, secret) => {
    const login = resolve(auth, env);
    expect(login).toMatchObject(expected);
    expect(reveal(login)).toBe(secret);
  });

  it.each<[string, Partial<InfisicalAuthAttributes> | null, Environment, AttributePath | undefined, RegExp]>([
    [
      "universal without id",
      { universal: { client_id: null, client_secret: new Secret("s") } },
      {},
      ["infisical", "auth", "universal", "client_id"],
      /INFISICAL_UNIVERSAL_AUTH_CLIENT_ID/,
    ],
    [
      "universal without secret",
      { universal: { client_id: "i", client_secret: null } },
      {},
      ["infisical", "auth", "universal", "client_secret"],
      /INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET/,
    ],
    [
      "a secret of another client",
      { universal: { client_id: "other", client_secret: null } },
      UNIVERSAL,
      ["infisical", "auth", "universal", "client_secret"],
      /names another client/,
    ],
    [
      "OIDC without identity",
      { oidc: { ...oidcBlock, token: new Secret("j") } },
      {},
      ["infisical", "auth", "oidc", "identity_id"],
      /INFISICAL_MACHINE_IDENTITY_ID/,
    ],
    [
      "OIDC without token",
      { oidc: { ...oidcBlock, identity_id: "i" } },
      {},
      ["infisical", "auth", "oidc"],
      /INFISICAL_AUTH_JWT/,
    ],
    [
      "OIDC with a variable that is not set",
      { oidc: { ...oidcBlock, identity_id: "i", token_env: "CI_JWT" } },
      OIDC,
      ["infisical", "auth", "oidc", "token_env"],
      /CI_JWT/,
    ],
    [
      "a token in place of its variable's name",
      { oidc: { ...oidcBlock, identity_id: "i", token_env: "eyJ.verbatim.x" } },
      OIDC,
      ["infisical", "auth", "oidc", "token_env"],
      /not the token/,
    ],
    [
      "a token in the variable for that name",
      null,
      { INFISICAL_MACHINE_IDENTITY_ID: "i", INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME: "eyJ.verbatim.x" },
      undefined,
      /INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME must be the name/,
    ],
    [
      "Azure without identity",
      { azure: { identity_id: null, resource: null } },
      {},
      ["infisical", "auth", "azure", "identity_id"],
      /identity_id/,
    ],
    ["an empty token", { token: new Secret(" ") }, {}, ["infisical", "auth", "token"], /no value/],
    [
      "a token of two lines",
      { token: new Secret("verbatim\nsecret") },
      {},
      ["infisical", "auth", "token"],
      /line breaks/,
    ],
    [
      "a method that is none",
      null,
      { INFISICAL_AUTH_METHOD: "verbatim" },
      undefined,
      /token, universal, oidc, azure or kubernetes/,
    ],
    [
      "a named method without its variables",
      null,
      { INFISICAL_AUTH_METHOD: "universal", INFISICAL_TOKEN: "t" },
      undefined,
      /INFISICAL_UNIVERSAL_AUTH_CLIENT_ID/,
    ],
    [
      "a named token that is not set",
      null,
      { ...UNIVERSAL, INFISICAL_AUTH_METHOD: "token" },
      undefined,
      /INFISICAL_TOKEN/,
    ],
    ["a malformed variable", null, { INFISICAL_TOKEN: "verbatim secret" }, undefined, /INFISICAL_TOKEN/],
  ])("is refused: %s", (_, auth, env, path, text) => {
    const problem = thrown(() => resolve(auth, env));
    expect(problem.code).toBe("invalid_input");
    expect(problem.path).toEqual(path);
    expect(problem.detail).toMatch(text);
    expect(problem.message).not.toContain("verbatim");
  });

  it.each<[string, Environment, RegExp]>([
    ["none", {}, /Set INFISICAL_UNIVERSAL_AUTH_CLIENT_ID and .*, or INFISICAL_TOKEN/],
    [
      "half a universal login",
      { INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: "verbatim" },
      /not enough: INFISICAL_UNIVERSAL_AUTH_CLIENT_ID\./,
    ],
    [
      "an identity alone",
      { INFISICAL_MACHINE_IDENTITY_ID: "verbatim" },
      /not enough: INFISICAL_MACHINE_IDENTITY_ID\./,
    ],
    [
      "several",
      { ...OIDC, INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH: "verbatim" },
      /oidc, kubernetes\. Name one of them in INFISICAL_AUTH_METHOD/,
    ],
  ])("is a problem for the first call: %s", (_, env, text) => {
    const login = resolve(null, env);
    if (!(login instanceof Problem)) throw new Error("expected a Problem");
    expect(login.code).toBe("invalid_input");
    expect(login.path).toBeUndefined();
    expect(login.detail).toMatch(text);
    expect(login.message).not.toContain("verbatim");
  });
});
