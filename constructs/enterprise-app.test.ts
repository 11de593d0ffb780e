import { type App, TerraformStack, Testing } from "cdktf";
import { AzureEntraIdConnection } from "./azure-entra-id-connection";
import { AzureEntraIdScimSync } from "./azure-entra-id-scim-sync";
import { EnterpriseApp } from "./enterprise-app";
import { InfisicalSecret } from "./infisical-secret";

const APP = "22222222-2222-2222-2222-222222222222";
const source = InfisicalSecret.of({ environment: "prod", path: "/scim", key: "TOKEN" });

/** An expression as Terraform's JSON writes it. */
const expression = (text: string) => `\${${text}}`;

function newStack(id = "prod", app: App = Testing.app()): TerraformStack {
  return new TerraformStack(app, id);
}

function newConnection(stack: TerraformStack): AzureEntraIdConnection {
  return new AzureEntraIdConnection(stack, "entra", { name: "entra" });
}

function synthesised(stack: TerraformStack) {
  return JSON.parse(Testing.synth(stack));
}

function syncOf(stack: TerraformStack): Record<string, unknown> {
  return Object.values<Record<string, unknown>>(synthesised(stack).resource.entrascim_sync)[0]!;
}

describe("EnterpriseApp", () => {
  it("looks an application up by name", () => {
    const stack = newStack();
    const connection = newConnection(stack);
    const destination = EnterpriseApp.fromDisplayName(stack, "app", connection, "ServiceNow");
    new AzureEntraIdScimSync(stack, "sync", { name: "sync", source, destination });
    expect(syncOf(stack).destination).toMatchObject({
      service_principal_id: expression("data.entrascim_service_principal.app.object_id"),
    });
    expect(synthesised(stack).data.entrascim_service_principal.app).toEqual({
      // written out: a reference would put the lookup off whenever the connection changes
      connection: { tenant_id: null, client_id: null, cloud: null, auth: null },
      display_name: "ServiceNow",
    });
  });

  it("takes a service principal of other bindings, by its object id", () => {
    const servicePrincipal = { id: `/servicePrincipals/${APP}`, objectId: APP };
    const stack = newStack();
    const destination = EnterpriseApp.fromServicePrincipal(newConnection(stack), servicePrincipal);
    new AzureEntraIdScimSync(stack, "sync", { name: "sync", source, destination });
    expect(syncOf(stack).destination).toMatchObject({ service_principal_id: APP });
  });

  it.each([
    ["the path that azuread calls id", `/servicePrincipals/${APP}`, {}, "servicePrincipalId must be a UUID"],
    ["a plain http tenant URL", APP, { baseAddress: "http://a.example" }, "baseAddress must be an https URL"],
  ])("refuses %s as destination", (_, id, options, message) => {
    const stack = newStack();
    const destination = EnterpriseApp.fromServicePrincipalId(newConnection(stack), id, options);
    expect(() => new AzureEntraIdScimSync(stack, "sync", { name: "sync", source, destination })).toThrow(
      `[prod/sync] destination.${message}`,
    );
  });

  it("refuses a connection of another stack, and says what to do", () => {
    const app = Testing.app();
    const destination = EnterpriseApp.fromServicePrincipalId(newConnection(newStack("dev", app)), APP);
    const stack = newStack("prod", app);
    expect(() => new AzureEntraIdScimSync(stack, "sync", { name: "sync", source, destination })).toThrow(
      "[prod/sync] connection is dev/entra, which belongs to stack dev and not to prod. Make a connection in this stack",
    );
  });

  it("refuses a lookup with a connection of another stack", () => {
    const app = Testing.app();
    const connection = newConnection(newStack("dev", app));
    expect(() => EnterpriseApp.fromDisplayName(newStack("prod", app), "app", connection, "A")).toThrow(
      "[prod/app] connection is dev/entra",
    );
  });
});
