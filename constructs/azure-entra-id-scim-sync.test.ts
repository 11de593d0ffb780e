import { App, TerraformStack, Testing, Token } from "cdktf";
import { AzureEntraIdConnection } from "./azure-entra-id-connection";
import { AzureEntraIdScimSync, type AzureEntraIdScimSyncProps } from "./azure-entra-id-scim-sync";
import { ConnectionAuth } from "./connection-auth";
import { ConstructError } from "./construct-error";
import { EnterpriseApp } from "./enterprise-app";
import { EntrascimProvider } from "./entrascim-provider";
import { InfisicalSecret } from "./infisical-secret";
import { SecretReference } from "./secret-reference";

const TENANT = "11111111-1111-1111-1111-111111111111";
const APP = "22222222-2222-2222-2222-222222222222";
/** An expression as Terraform's JSON writes it. */
const expression = (text: string) => `\${${text}}`;

const source = InfisicalSecret.of({ environment: "prod", path: "/scim", key: "TOKEN" });

function newStack(id = "prod", app = new App({ outdir: Testing.app().outdir })): TerraformStack {
  return new TerraformStack(app, id);
}

function newConnection(stack: TerraformStack, id = "entra", tenantId = TENANT): AzureEntraIdConnection {
  return new AzureEntraIdConnection(stack, id, { name: id, tenantId });
}

function newSync(props: Partial<AzureEntraIdScimSyncProps>, stack = newStack()): TerraformStack {
  const destination = EnterpriseApp.fromServicePrincipalId(newConnection(stack), APP);
  new AzureEntraIdScimSync(stack, "servicenow", { name: "servicenow", destination, ...props });
  return stack;
}

function synthesised(stack: TerraformStack) {
  return JSON.parse(Testing.synth(stack));
}

function syncOf(stack: TerraformStack): Record<string, unknown> {
  return Object.values<Record<string, unknown>>(synthesised(stack).resource.entrascim_sync)[0]!;
}

describe("AzureEntraIdScimSync", () => {
  it("hands over the whole connection and leaves out what is not given", () => {
    expect(syncOf(newSync({ source }))).toEqual({
      name: "servicenow",
      source: { environment: "prod", secret_path: "/scim", secret_key: "TOKEN" },
      destination: {
        connection: expect.stringMatching(/^\$\{entrascim_connection\.entra\}$/),
        service_principal_id: APP,
      },
    });
  });

  it("renders every option", () => {
    const stack = newStack();
    const provider = new EntrascimProvider(stack, "other", { alias: "other" });
    const connection = newConnection(stack);
    new AzureEntraIdScimSync(stack, "servicenow", {
      name: "servicenow",
      description: "For people.",
      source: InfisicalSecret.of({
        projectId: "project",
        environment: "prod",
        path: "/",
        key: "TOKEN",
        version: 7,
      }),
      destination: EnterpriseApp.fromServicePrincipalId(connection, APP, {
        baseAddress: "https://a.example",
      }),
      initialSyncBehavior: "overwrite-destination",
      autoSyncEnabled: false,
      validation: "strict",
      recoverFromQuarantine: false,
      onDestroy: "clear",
      planChecks: "warn",
      syncTrigger: "1",
      timeouts: { create: "1m", update: "90s", delete: "1h" },
      dependsOn: [connection],
      provider,
    });
    expect(syncOf(stack)).toEqual({
      name: "servicenow",
      description: "For people.",
      source: {
        project_id: "project",
        environment: "prod",
        secret_path: "/",
        secret_key: "TOKEN",
        version: 7,
      },
      destination: {
        connection: expect.stringMatching(/^\$\{entrascim_connection\.entra\}$/),
        service_principal_id: APP,
        base_address: "https://a.example",
      },
      initial_sync_behavior: "overwrite-destination",
      auto_sync_enabled: false,
      validation: "strict",
      recover_from_quarantine: false,
      on_destroy: "clear",
      plan_checks: "warn",
      sync_trigger: "1",
      timeouts: { create: "1m", update: "90s", delete: "1h" },
      depends_on: ["entrascim_connection.entra"],
      provider: "entrascim.other",
    });
  });

  it("takes a token from an ephemeral value", () => {
    const stack = newStack();
    const value = SecretReference.ephemeralVariable(stack, "scim_token");
    newSync({ token: { value, version: 2 } }, stack);
    expect(syncOf(stack)).toMatchObject({ token_wo: expression("var.scim_token"), token_wo_version: 2 });
    expect(syncOf(stack)).not.toHaveProperty("source");
  });

  it("takes a connection that was written down elsewhere, with every member", () => {
    const stack = newStack();
    const secret = InfisicalSecret.of({ environment: "prod", path: "/azure", key: "SECRET" });
    const connection = AzureEntraIdConnection.fromAttributes(stack, "entra", {
      tenantId: TENANT,
      auth: ConnectionAuth.clientSecret(secret),
    });
    const destination = EnterpriseApp.fromServicePrincipalId(connection, APP);
    new AzureEntraIdScimSync(stack, "sync", { name: "sync", source, destination });
    expect(syncOf(stack).destination).toEqual({
      connection: {
        tenant_id: TENANT,
        client_id: null,
        cloud: null,
        auth: {
          client_secret: {
            project_id: null,
            environment: "prod",
            secret_path: "/azure",
            secret_key: "SECRET",
          },
          client_certificate: null,
          workload_identity: null,
          managed_identity: null,
          azure_cli: null,
        },
      },
      service_principal_id: APP,
    });
  });

  it("leaves to the provider what is not known before deploy", () => {
    const unknown = Token.asString({ resolve: () => expression("var.x") });
    const secret = InfisicalSecret.of({ environment: unknown, path: unknown, key: unknown });
    expect(syncOf(newSync({ name: unknown, source: secret })).name).toBe(expression("var.x"));
  });

  it.each<[string, Partial<AzureEntraIdScimSyncProps>, string]>([
    ["no name", { name: "", source }, "name must consist of lower-case letters"],
    ["an upper-case name", { name: "ServiceNow", source }, "name must consist of lower-case letters"],
    ["a long name", { name: "a".repeat(257), source }, "name must be at most 256 characters long"],
    [
      "a long description",
      { description: "a".repeat(257), source },
      "description must be at most 256 characters long",
    ],
    ["neither source nor token", {}, "one of source and token must be given"],
    [
      "both source and token",
      { source, token: { value: SecretReference.fromToken("x"), version: 1 } },
      "source and token must not be given both",
    ],
    [
      "a plain token",
      { token: { value: SecretReference.fromToken("hunter2"), version: 1 } },
      "token.value must not be plain text",
    ],
    [
      "a token version of no whole number",
      { token: { value: SecretReference.fromToken(Token.asString({ resolve: () => "x" })), version: 1.5 } },
      "token.version must be a whole number",
    ],
    [
      "an environment that is no slug",
      { source: InfisicalSecret.of({ ...source, environment: "Prod" } as never) },
      "source.environment must consist of lower-case letters",
    ],
    [
      "a relative path",
      { source: InfisicalSecret.of({ environment: "prod", path: "scim", key: "TOKEN" }) },
      "source.path must start with a slash",
    ],
    [
      "a path with a slash at its end",
      { source: InfisicalSecret.of({ environment: "prod", path: "/scim/", key: "TOKEN" }) },
      "source.path must not end with a slash",
    ],
    [
      "a key with a space",
      { source: InfisicalSecret.of({ environment: "prod", path: "/", key: "MY TOKEN" }) },
      "source.key must not contain white space",
    ],
    [
      "version zero",
      { source: InfisicalSecret.of({ environment: "prod", path: "/", key: "TOKEN", version: 0 }) },
      "source.version must be at least 1",
    ],
    ["an unknown validation", { source, validation: "lax" as never }, "validation must be one of standard,"],
    ["an unknown destroy", { source, onDestroy: "keep" as never }, "onDestroy must be one of retain, clear"],
    ["a timeout without unit", { source, timeouts: { create: "5" } }, "timeouts.create must be a duration"],
  ])("refuses %s", (_, props, message) => {
    expect(() => newSync(props)).toThrow(ConstructError);
    expect(() => newSync(props)).toThrow(`[prod/servicenow] ${message}`);
  });

  it("never prints a plain token", () => {
    const token = { value: SecretReference.fromToken("hunter2"), version: 1 };
    expect(() => newSync({ token })).not.toThrow(/hunter2/);
  });

  it("refuses a provider of another stack", () => {
    const app = Testing.app();
    const provider = new EntrascimProvider(newStack("dev", app), "entrascim");
    expect(() => newSync({ source, provider }, newStack("prod", app))).toThrow(
      "[prod/servicenow] provider is dev/entrascim, which belongs to stack dev",
    );
  });

  it("is refused by CDKTF in a stack without provider", () => {
    expect(() => Testing.synth(newSync({ source }), true)).toThrow(/for the following providers: entrascim/);
  });
});

describe("two syncs of one service principal", () => {
  function two(first: AzureEntraIdConnection, second: AzureEntraIdConnection, ids = [APP, APP]): void {
    for (const [index, connection] of [first, second].entries()) {
      const destination = EnterpriseApp.fromServicePrincipalId(connection, ids[index]!);
      const scope = TerraformStack.of(connection);
      new AzureEntraIdScimSync(scope, `sync-${index}`, { name: `sync-${index}`, source, destination });
    }
  }
  const message =
    "[prod/sync-1] destination is the service principal that prod/sync-0 already pushes to: keep one of the two syncs";

  it("are refused with one connection", () => {
    const connection = newConnection(newStack());
    expect(() => two(connection, connection)).toThrow(message);
  });

  it("are refused with two connections to one tenant", () => {
    const stack = newStack();
    expect(() => two(newConnection(stack, "a"), newConnection(stack, "b"))).toThrow(message);
  });

  it("are refused with one connection whose tenant is the provider's, in whatever case", () => {
    const connection = new AzureEntraIdConnection(newStack(), "entra", { name: "entra" });
    const id = "aaaaaaaa-2222-2222-2222-222222222222";
    expect(() => two(connection, connection, [id, id.toUpperCase()])).toThrow(message);
  });

  it.each<[string, () => void]>([
    [
      "two tenants",
      () => {
        const stack = newStack();
        two(newConnection(stack, "a"), newConnection(stack, "b", "contoso.com"));
      },
    ],
    [
      "two stacks",
      () => {
        const app = Testing.app();
        two(newConnection(newStack("dev", app)), newConnection(newStack("prod", app)));
      },
    ],
    [
      "ids that are not known before deploy",
      () => {
        const connection = newConnection(newStack());
        const id = Token.asString({ resolve: () => expression("var.x") });
        two(connection, connection, [id, id]);
      },
    ],
  ])("are left alone with %s", (_, make) => {
    expect(make).not.toThrow();
  });
});
