import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ConstructError } from "./construct-error";
import { EntrascimProvider, type EntrascimProviderProps } from "./entrascim-provider";
import { InfisicalAuth } from "./infisical-auth";
import { SecretReference } from "./secret-reference";

const CLIENT = "11111111-1111-1111-1111-111111111111";
/** An expression as Terraform's JSON writes it. */
const expression = (text: string) => `\${${text}}`;

const plain = SecretReference.fromToken("hunter2");

type PropsOf = (secret: (name: string) => SecretReference) => EntrascimProviderProps;

function newProvider(propsOf: PropsOf): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "prod");
  const props = propsOf((name) => SecretReference.ephemeralVariable(stack, name));
  new EntrascimProvider(stack, "entrascim", props);
  return stack;
}

function rendered(propsOf: PropsOf): object {
  return JSON.parse(Testing.synth(newProvider(propsOf))).provider.entrascim[0];
}

describe("EntrascimProvider", () => {
  it("needs nothing", () => {
    expect(rendered(() => ({}))).toEqual({});
  });

  it("renders every option", () => {
    const propsOf: PropsOf = (secret) => ({
      alias: "other",
      infisical: { host: "https://i.example", projectId: "p", organizationSlug: "o" },
      azure: {
        tenantId: "contoso.com",
        clientId: CLIENT,
        clientSecret: secret("a"),
        clientCertificatePath: "/c.pem",
        clientCertificate: secret("b"),
        clientCertificatePassword: secret("c"),
        useOidc: true,
        oidcToken: secret("d"),
        oidcTokenFilePath: "/t",
        oidcRequestUrl: "https://o.example",
        oidcRequestToken: secret("e"),
        adoServiceConnectionId: "ado",
        useManagedIdentity: false,
        useCli: false,
        cloud: "dod",
        authorityHost: "https://l.example",
        graphEndpoint: "http://localhost:8443",
      },
      http: { maxRetries: 0, requestTimeout: "10s", maxConcurrency: 5 },
    });
    expect(rendered(propsOf)).toEqual({
      alias: "other",
      infisical: { host: "https://i.example", project_id: "p", organization_slug: "o" },
      azure: {
        tenant_id: "contoso.com",
        client_id: CLIENT,
        client_secret: expression("var.a"),
        client_certificate_path: "/c.pem",
        client_certificate: expression("var.b"),
        client_certificate_password: expression("var.c"),
        use_oidc: true,
        oidc_token: expression("var.d"),
        oidc_token_file_path: "/t",
        oidc_request_url: "https://o.example",
        oidc_request_token: expression("var.e"),
        ado_service_connection_id: "ado",
        use_managed_identity: false,
        use_cli: false,
        cloud: "dod",
        authority_host: "https://l.example",
        graph_endpoint: "http://localhost:8443",
      },
      http: { max_retries: 0, request_timeout: "10s", max_concurrency: 5 },
    });
  });

  it.each<[string, (secret: (name: string) => SecretReference) => InfisicalAuth, object]>([
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
    expect(rendered((secret) => ({ infisical: { auth: authOf(secret) } }))).toEqual({
      infisical: { auth: expected },
    });
  });

  it.each<[string, EntrascimProviderProps, string]>([
    ["a plain http host", { infisical: { host: "http://i.example" } }, "infisical.host must be an https URL"],
    ["an empty project", { infisical: { projectId: "" } }, "infisical.projectId must not be empty"],
    ["a client id that is no UUID", { azure: { clientId: "app" } }, "azure.clientId must be a UUID"],
    ["an unknown cloud", { azure: { cloud: "germany" as never } }, "azure.cloud must be one of public,"],
    ["too many retries", { http: { maxRetries: 21 } }, "http.maxRetries must be at most 20"],
    ["half a retry", { http: { maxRetries: 0.5 } }, "http.maxRetries must be a whole number"],
    ["no concurrency", { http: { maxConcurrency: 0 } }, "http.maxConcurrency must be at least 1"],
    [
      "two sources of an OIDC token",
      { infisical: { auth: InfisicalAuth.oidc({ tokenPath: "/t", tokenEnv: "T" }) } },
      "infisical.auth takes at most one of token, tokenPath and tokenEnv",
    ],
    [
      "an empty identity",
      { infisical: { auth: InfisicalAuth.kubernetes({ identityId: "" }) } },
      "infisical.auth.identityId must not be empty",
    ],
    [
      "a plain token",
      { infisical: { auth: InfisicalAuth.token(plain) } },
      "infisical.auth.token must not be plain text",
    ],
    [
      "a plain client secret for Infisical",
      { infisical: { auth: InfisicalAuth.universal({ clientSecret: plain }) } },
      "infisical.auth.clientSecret must not be plain text",
    ],
    [
      "a plain client secret",
      { azure: { clientSecret: plain } },
      "azure.clientSecret must not be plain text",
    ],
    [
      "a plain certificate",
      { azure: { clientCertificate: plain } },
      "azure.clientCertificate must not be plain text",
    ],
    [
      "a plain password",
      { azure: { clientCertificatePassword: plain } },
      "azure.clientCertificatePassword must not be plain text",
    ],
    ["a plain OIDC token", { azure: { oidcToken: plain } }, "azure.oidcToken must not be plain text"],
    [
      "a plain request token",
      { azure: { oidcRequestToken: plain } },
      "azure.oidcRequestToken must not be plain text",
    ],
  ])("refuses %s", (_, props, message) => {
    expect(() => newProvider(() => props)).toThrow(ConstructError);
    expect(() => newProvider(() => props)).toThrow(`[prod/entrascim] ${message}`);
    expect(() => newProvider(() => props)).not.toThrow(/hunter2/);
  });
});

describe("SecretReference", () => {
  it("makes variables that are sensitive and ephemeral", () => {
    const stack = new TerraformStack(Testing.app(), "prod");
    SecretReference.ephemeralVariable(stack, "token", { description: "The token." });
    expect(JSON.parse(Testing.synth(stack)).variable.token).toEqual({
      type: "string",
      description: "The token.",
      sensitive: true,
      ephemeral: true,
    });
  });

  it.each([
    ["is not sensitive", {}, "sensitive must be true"],
    ["has a default", { sensitive: true, default: "hunter2" }, "default must be left out"],
  ])("refuses a variable that %s", (_, config, message) => {
    const variable = new TerraformVariable(new TerraformStack(Testing.app(), "prod"), "token", config);
    expect(() => SecretReference.fromVariable(variable)).toThrow(`[prod/token] ${message}`);
    expect(() => SecretReference.fromVariable(variable)).not.toThrow(/hunter2/);
  });
});
