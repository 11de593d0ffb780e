import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import { AzureEntraIdConnection, type AzureEntraIdConnectionProps } from "./azure-entra-id-connection";
import { ConnectionAuth } from "./connection-auth";
import { ConstructError } from "./construct-error";
import { EntrascimProvider } from "./entrascim-provider";

const CLIENT = "11111111-1111-1111-1111-111111111111";

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
    const stack = new TerraformStack(Testing.app(), "prod");
    const connection = new AzureEntraIdConnection(stack, "entra", {
      name: "entra",
      description: "d",
      tenantId: "contoso.com",
      clientId: CLIENT,
      cloud: "china",
      auth: ConnectionAuth.azureCli(),
      provider: new EntrascimProvider(stack, "other", { alias: "other" }),
    });
    expect(rendered(connection)).toEqual({
      name: "entra",
      description: "d",
      tenant_id: "contoso.com",
      client_id: CLIENT,
      cloud: "china",
      auth: { azure_cli: {} },
      provider: "entrascim.other",
    });
  });

  it("refers to what Terraform will know", () => {
    const connection = newConnection({});
    const stack = TerraformStack.of(connection);
    new TerraformOutput(stack, "tenant", { value: connection.tenantId });
    new TerraformOutput(stack, "roles", { value: connection.grantedPermissions });
    const { output } = JSON.parse(Testing.synth(stack));
    expect(output.tenant.value).toMatch(/^\$\{entrascim_connection\.entra\.tenant_id\}$/);
    expect(output.roles.value).toMatch(/^\$\{entrascim_connection\.entra\.granted_permissions\}$/);
  });

  it.each<[string, Partial<AzureEntraIdConnectionProps>, string]>([
    ["a name that is no slug", { name: "Entra Prod" }, "name must consist of lower-case letters"],
    ["a long name", { name: "a".repeat(33) }, "name must be at most 32 characters long"],
    [
      "a long description",
      { description: "a".repeat(257) },
      "description must be at most 256 characters long",
    ],
    ["a tenant's name", { tenantId: "Contoso" }, "tenantId must be the tenant's UUID or one of its verified"],
    ["a client id that is no UUID", { clientId: "my-app" }, "clientId must be a UUID"],
    [
      "an unknown cloud",
      { cloud: "germany" as never },
      "cloud must be one of public, usgovernment, dod, china",
    ],
  ])("refuses %s", (_, props, message) => {
    expect(() => newConnection(props)).toThrow(ConstructError);
    expect(() => newConnection(props)).toThrow(`[prod/entra] ${message}`);
  });

  it("refuses a provider of another stack", () => {
    const app = Testing.app();
    const provider = new EntrascimProvider(new TerraformStack(app, "dev"), "entrascim");
    const stack = new TerraformStack(app, "prod");
    expect(() => new AzureEntraIdConnection(stack, "entra", { name: "entra", provider })).toThrow(
      "[prod/entra] provider is dev/entrascim, which belongs to stack dev and not to prod. Give this stack its own",
    );
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
