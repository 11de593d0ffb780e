import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import { AzureEntraIdConnection, type AzureEntraIdConnectionProps } from "./azure-entra-id-connection";
import { ConnectionAuth } from "./connection-auth";
import { ConstructError } from "./construct-error";
import { InfisicalSecret } from "./infisical-secret";

const CLIENT = "11111111-1111-1111-1111-111111111111";
const secret = InfisicalSecret.of({ projectId: "p", environment: "prod", path: "/azure", key: "SECRET" });
const pinned = InfisicalSecret.of({ environment: "prod", path: "/azure", key: "SECRET", version: 3 });

function newConnection(props: Partial<AzureEntraIdConnectionProps>): AzureEntraIdConnection {
  const stack = new TerraformStack(Testing.app(), "prod");
  return new AzureEntraIdConnection(stack, "entra", { name: "entra", ...props });
}

function rendered(connection: AzureEntraIdConnection): Record<string, unknown> {
  const { resource } = JSON.parse(Testing.synth(TerraformStack.of(connection)));
  return Object.values<Record<string, unknown>>(resource.entrascim_connection)[0]!;
}

describe("AzureEntraIdConnection", () => {
  it("needs a name alone", () => {
    expect(rendered(newConnection({}))).toEqual({ name: "entra" });
  });

  it("renders every option", () => {
    const props = { description: "d", tenantId: "contoso.com", clientId: CLIENT, cloud: "china" } as const;
    expect(rendered(newConnection(props))).toEqual({
      name: "entra",
      description: "d",
      tenant_id: "contoso.com",
      client_id: CLIENT,
      cloud: "china",
    });
  });

  const place = { environment: "prod", secret_path: "/azure", secret_key: "SECRET", project_id: "p" };

  it.each<[string, ConnectionAuth, object]>([
    ["a client secret", ConnectionAuth.clientSecret(secret), { client_secret: place }],
    ["a certificate", ConnectionAuth.clientCertificate(secret), { client_certificate: place }],
    [
      "a certificate with a password",
      ConnectionAuth.clientCertificate(secret, { passwordKey: "PASSWORD" }),
      { client_certificate: { ...place, password_key: "PASSWORD" } },
    ],
    [
      "a certificate file",
      ConnectionAuth.clientCertificateFile("/c.pem"),
      { client_certificate: { path: "/c.pem" } },
    ],
    [
      "a workload identity",
      ConnectionAuth.workloadIdentity({ tokenFilePath: "/t" }),
      { workload_identity: { token_file_path: "/t" } },
    ],
    ["the pipeline's workload identity", ConnectionAuth.workloadIdentity(), { workload_identity: {} }],
    ["a managed identity", ConnectionAuth.managedIdentity(), { managed_identity: {} }],
    ["the Azure CLI", ConnectionAuth.azureCli(), { azure_cli: {} }],
  ])("signs in with %s", (_, auth, expected) => {
    expect(rendered(newConnection({ auth })).auth).toEqual(expected);
  });

  it("refers to what Terraform will know", () => {
    const connection = newConnection({});
    const stack = TerraformStack.of(connection);
    new TerraformOutput(stack, "tenant", { value: connection.tenantId });
    new TerraformOutput(stack, "roles", { value: connection.grantedPermissions });
    const { output } = JSON.parse(Testing.synth(stack));
    expect(output.tenant.value).toMatch(/^\$\{entrascim_connection\.entra_\w+\.tenant_id\}$/);
    expect(output.roles.value).toMatch(/^\$\{entrascim_connection\.entra_\w+\.granted_permissions\}$/);
  });

  it.each<[string, Partial<AzureEntraIdConnectionProps>, string]>([
    ["a name that is no slug", { name: "Entra Prod" }, "name must consist of lower-case letters"],
    ["a long name", { name: "a".repeat(33) }, "name must be at most 32 characters long"],
    ["a tenant's name", { tenantId: "Contoso" }, "tenantId must be the tenant's UUID or one of its verified"],
    ["a client id that is no UUID", { clientId: "my-app" }, "clientId must be a UUID"],
    [
      "an unknown cloud",
      { cloud: "germany" as never },
      "cloud must be one of public, usgovernment, dod, china",
    ],
    [
      "a pinned client secret",
      { auth: ConnectionAuth.clientSecret(pinned) },
      "auth.version must be left out",
    ],
    [
      "a relative folder",
      {
        auth: ConnectionAuth.clientCertificate(
          InfisicalSecret.of({ environment: "prod", path: "a", key: "K" }),
        ),
      },
      "auth.path must start with a slash",
    ],
    [
      "an empty password key",
      { auth: ConnectionAuth.clientCertificate(secret, { passwordKey: "" }) },
      "auth.passwordKey must not be empty",
    ],
    ["an empty file name", { auth: ConnectionAuth.clientCertificateFile("") }, "auth.path must not be empty"],
    [
      "an empty token file name",
      { auth: ConnectionAuth.workloadIdentity({ tokenFilePath: "" }) },
      "auth.tokenFilePath must not be empty",
    ],
  ])("refuses %s", (_, props, message) => {
    expect(() => newConnection(props)).toThrow(ConstructError);
    expect(() => newConnection(props)).toThrow(`[prod/entra] ${message}`);
  });
});

describe("AzureEntraIdConnection.fromAttributes", () => {
  it("makes no resource", () => {
    const stack = new TerraformStack(Testing.app(), "prod");
    const connection = AzureEntraIdConnection.fromAttributes(stack, "entra", {
      tenantId: "contoso.com",
      clientId: CLIENT,
      cloud: "public",
      auth: ConnectionAuth.clientCertificateFile("/c.pem"),
    });
    new TerraformOutput(stack, "connection", { value: connection.reference });
    const { resource, output } = JSON.parse(Testing.synth(stack));
    expect(resource).toBeUndefined();
    expect(output.connection.value).toEqual({
      tenant_id: "contoso.com",
      client_id: CLIENT,
      cloud: "public",
      auth: {
        client_secret: null,
        client_certificate: {
          project_id: null,
          environment: null,
          secret_path: null,
          secret_key: null,
          path: "/c.pem",
          password_key: null,
        },
        workload_identity: null,
        managed_identity: null,
        azure_cli: null,
      },
    });
  });

  it.each([
    ["", "tenantId must not be empty"],
    ["Contoso", "tenantId must be the tenant's UUID"],
  ])("refuses the tenant %j", (tenantId, message) => {
    const stack = new TerraformStack(Testing.app(), "prod");
    expect(() => AzureEntraIdConnection.fromAttributes(stack, "entra", { tenantId })).toThrow(
      `[prod/entra] ${message}`,
    );
  });
});
