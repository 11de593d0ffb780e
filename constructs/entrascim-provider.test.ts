import { TerraformStack, Testing } from "cdktf";
import { ConstructError } from "./construct-error";
import { EntrascimProvider, type EntrascimProviderProps } from "./entrascim-provider";
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

  it.each<[string, EntrascimProviderProps, string]>([
    ["a plain http host", { infisical: { host: "http://i.example" } }, "infisical.host must be an https URL"],
    ["an empty project", { infisical: { projectId: "" } }, "infisical.projectId must not be empty"],
    ["a client id that is no UUID", { azure: { clientId: "app" } }, "azure.clientId must be a UUID"],
    ["an unknown cloud", { azure: { cloud: "germany" as never } }, "azure.cloud must be one of public,"],
    ["too many retries", { http: { maxRetries: 21 } }, "http.maxRetries must be at most 20"],
    ["half a retry", { http: { maxRetries: 0.5 } }, "http.maxRetries must be a whole number"],
    ["no concurrency", { http: { maxConcurrency: 0 } }, "http.maxConcurrency must be at least 1"],
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
