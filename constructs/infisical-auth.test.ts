import { TerraformStack, Testing } from "cdktf";
import { ConstructError } from "./construct-error";
import { EntrascimProvider } from "./entrascim-provider";
import { InfisicalAuth } from "./infisical-auth";
import { SecretReference } from "./secret-reference";

/** An expression as Terraform's JSON writes it. */
const expression = (text: string) => `\${${text}}`;

const plain = SecretReference.fromToken("hunter2");

type AuthOf = (secret: (name: string) => SecretReference) => InfisicalAuth;

function rendered(authOf: AuthOf): object {
  const stack = new TerraformStack(Testing.app(), "prod");
  const auth = authOf((name) => SecretReference.ephemeralVariable(stack, name));
  new EntrascimProvider(stack, "entrascim", { infisical: { auth } });
  return JSON.parse(Testing.synth(stack)).provider.entrascim[0].infisical.auth;
}

describe("InfisicalAuth", () => {
  it.each<[string, AuthOf, object]>([
    ["a token", (secret) => InfisicalAuth.token(secret("t")), { token: expression("var.t") }],
    [
      "universal auth",
      (secret) => InfisicalAuth.universal({ clientId: "c", clientSecret: secret("s") }),
      { universal: { client_id: "c", client_secret: expression("var.s") } },
    ],
    ["universal auth of the environment", () => InfisicalAuth.universal(), { universal: {} }],
    [
      "a pipeline's token",
      (secret) => InfisicalAuth.oidc({ identityId: "i", token: secret("t") }),
      { oidc: { identity_id: "i", token: expression("var.t") } },
    ],
    ["a token file", () => InfisicalAuth.oidc({ tokenPath: "/t" }), { oidc: { token_path: "/t" } }],
    ["a token variable", () => InfisicalAuth.oidc({ tokenEnv: "T" }), { oidc: { token_env: "T" } }],
    [
      "a managed identity",
      () => InfisicalAuth.azure({ identityId: "i", resource: "r" }),
      { azure: { identity_id: "i", resource: "r" } },
    ],
    [
      "a service account",
      () => InfisicalAuth.kubernetes({ identityId: "i", tokenPath: "/t" }),
      { kubernetes: { identity_id: "i", token_path: "/t" } },
    ],
  ])("logs in to Infisical with %s", (_, authOf, expected) => {
    expect(rendered(authOf)).toEqual(expected);
  });

  it.each<[string, InfisicalAuth, string]>([
    [
      "two sources of an OIDC token",
      InfisicalAuth.oidc({ tokenPath: "/t", tokenEnv: "T" }),
      "infisical.auth takes at most one of token, tokenPath and tokenEnv",
    ],
    [
      "an empty identity",
      InfisicalAuth.kubernetes({ identityId: "" }),
      "infisical.auth.identityId must not be empty",
    ],
    ["a plain token", InfisicalAuth.token(plain), "infisical.auth.token must not be plain text"],
    [
      "a plain client secret for Infisical",
      InfisicalAuth.universal({ clientSecret: plain }),
      "infisical.auth.clientSecret must not be plain text",
    ],
  ])("refuses %s", (_, auth, message) => {
    expect(() => rendered(() => auth)).toThrow(ConstructError);
    expect(() => rendered(() => auth)).toThrow(`[prod/entrascim] ${message}`);
    expect(() => rendered(() => auth)).not.toThrow(/hunter2/);
  });
});
