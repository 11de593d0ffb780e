import { CLIENT_ID, TENANT_DOMAIN, TENANT_ID } from "../../src/emulator/default-seed";
import { expectDiagnostic } from "../support/diagnostics";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(180_000);

const OTHER_CLIENT = "c11e4700-0000-4000-8000-000000000002";
const OTHER_SECRET = "emulated~other-client-secret~4f6";

let world: World;
beforeAll(async () => {
  world = await startWorld({
    seed: {
      apps: [
        {
          clientId: OTHER_CLIENT,
          displayName: "entrascim too",
          secrets: [OTHER_SECRET],
          roles: ["Application.ReadWrite.All", "Synchronization.ReadWrite.All", "User.Read.All"],
        },
        {
          clientId: "c11e4700-0000-4000-8000-000000000003",
          displayName: "reader",
          secrets: [OTHER_SECRET],
          roles: ["User.Read.All"],
        },
        {
          clientId: "c11e4700-0000-4000-8000-000000000004",
          displayName: "disabled",
          secrets: [OTHER_SECRET],
          roles: ["Synchronization.ReadWrite.All"],
        },
        {
          clientId: "c11e4700-0000-4000-8000-000000000005",
          displayName: "expired",
          secrets: [OTHER_SECRET],
          roles: ["Synchronization.ReadWrite.All"],
        },
        {
          clientId: "c11e4700-0000-4000-8000-000000000006",
          displayName: "blocked",
          secrets: [OTHER_SECRET],
          roles: ["Synchronization.ReadWrite.All"],
        },
      ],
    },
  });
  const { control } = world.emulator;
  const store = (key: string, value: string) =>
    control.setSecret({ environment: "prod", path: "/azure", key }, value);
  store("OTHER_CLIENT_SECRET", OTHER_SECRET);
  store("WRONG_SECRET", "emulated~wrong");
});
afterAll(() => world.close());
beforeEach(() => world.emulator.control.clearRequests());
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

const signIns = () => world.emulator.control.counts()["POST /{tenant}/oauth2/v2.0/token"] ?? 0;

/** A connection of this client, whose secret has this key in `/azure`. */
function of(name: string, clientId: string, key: string, tenant = TENANT_ID): string {
  return `
resource "entrascim_connection" "${name}" {
  name      = "${name.replaceAll("_", "-")}"
  tenant_id = "${tenant}"
  client_id = "${clientId}"
  auth {
    client_secret {
      environment = "prod"
      secret_path = "/azure"
      secret_key  = "${key}"
    }
  }
}
`;
}

describe("a connection", () => {
  it("is created, left alone, updated and destroyed", async () => {
    const terraform = await world.workspace(connection());
    await terraform.apply();
    expect(terraform.state("entrascim_connection.prod")).toMatchObject({
      id: `${TENANT_ID}/entra-prod`,
      cloud: "public",
      description: null,
      granted_permissions: ["Synchronization.ReadWrite.All"],
      status: "ok",
      status_message: null,
    });
    expect((await terraform.plan()).code).toBe(0);

    terraform.write(connection("prod", 'description = "what for"'));
    world.emulator.control.clearRequests();
    const [described] = await terraform.changes("-refresh=false");
    expect(described?.change).toMatchObject({ actions: ["update"], after_unknown: {} });
    await terraform.apply("plan.tfplan");
    expect(signIns()).toBe(0);

    terraform.write(of("prod", OTHER_CLIENT, "OTHER_CLIENT_SECRET").replace('"prod"\n', '"entra-prod"\n'));
    const [changed] = await terraform.changes();
    expect(changed?.change).toMatchObject({
      actions: ["update"],
      after_unknown: { granted_permissions: true },
    });
    await terraform.apply("plan.tfplan");
    expect(terraform.state("entrascim_connection.prod")).toMatchObject({
      client_id: OTHER_CLIENT,
      description: null,
      granted_permissions: ["Application.ReadWrite.All", "Synchronization.ReadWrite.All"],
    });
    expect((await terraform.plan()).code).toBe(0);
    await terraform.destroy();
  });

  it("is refused when it is created, with the reason and its remedy", async () => {
    const { control } = world.emulator;
    control.apps.setPolicy("c11e4700-0000-4000-8000-000000000004", { disabled: true });
    control.apps.expireSecrets("c11e4700-0000-4000-8000-000000000005");
    control.apps.setPolicy("c11e4700-0000-4000-8000-000000000006", { blockedByConditionalAccess: true });
    const key = "OTHER_CLIENT_SECRET";
    const nobody = "00000000-0000-4000-8000-00000000dead";
    const terraform = await world.workspace(
      [
        of("wrong", CLIENT_ID, "WRONG_SECRET"),
        of("no_role", "c11e4700-0000-4000-8000-000000000003", key),
        of("disabled", "c11e4700-0000-4000-8000-000000000004", key),
        of("expired", "c11e4700-0000-4000-8000-000000000005", key),
        of("blocked", "c11e4700-0000-4000-8000-000000000006", key),
        of("no_client", nobody, key),
        of("no_tenant", CLIENT_ID, key, nobody),
        of("no_secret", CLIENT_ID, "NOPE"),
      ].join("\n"),
    );
    const found = await terraform.diagnostics("apply");
    const says = (name: string, at: RegExp, ...words: (string | RegExp)[]) =>
      expectDiagnostic(found, { in: `entrascim_connection.${name}`, at, says: words });
    says("wrong", /^secret_key /, "AADSTS7000215", CLIENT_ID, "Create a new client secret");
    says("no_role", /^client_id /, "Synchronization.ReadWrite.All", "admin consent", /^Grant|\. Grant/);
    says("disabled", /^client_id /, "AADSTS7000112", "disabled", "enable its service principal");
    says("expired", /^secret_key /, "AADSTS7000222", "expired", "Create a new client secret");
    says("blocked", /^client_id /, "AADSTS53003", "Conditional Access");
    says("no_client", /^client_id /, "AADSTS700016", "Check client id and tenant");
    says("no_tenant", /^tenant_id /, "AADSTS90002", "Check tenant_id");
    says(
      "no_secret",
      /^secret_key /,
      "no secret NOPE in folder /azure of environment prod",
      "Create it there",
    );
    expect(found).toHaveLength(8);
    expect(JSON.stringify(found)).not.toMatch(/emulated~|Trace ID/);
    expect(terraform.state("entrascim_connection.wrong")).toBeUndefined();
  });

  it("that is refused later keeps its state, says so in the plan, and is mended or destroyed", async () => {
    const { control } = world.emulator;
    const terraform = await world.workspace(connection() + sync("slack"));
    await terraform.apply();

    control.apps.rotateSecret(CLIENT_ID);
    control.apps.revokeTokens();
    const refused = await terraform.plan();
    expect(refused.code).toBe(2);
    expect(refused.stdout).toContain("The connection cannot sign in");
    expect(refused.stdout).toMatch(/status\s+= "refused" -> "ok"/);
    expect(refused.stdout).toMatch(
      /status_message\s+= "Microsoft Entra ID refused the sign-in \(AADSTS7000215\)/,
    );
    expect(refused.stdout).toMatch(/sync_status\s+= "unreadable" -> /);

    const failed = await terraform.diagnostics("apply", "plan.tfplan");
    expectDiagnostic(
      failed.filter(({ severity }) => severity === "error"),
      { in: "entrascim_connection.prod", at: /./, says: ["AADSTS7000215"] },
    );
    expect(terraform.state("entrascim_connection.prod")).toMatchObject({ status: "refused" });

    terraform.write(
      of("prod", OTHER_CLIENT, "OTHER_CLIENT_SECRET").replace('"prod"\n', '"entra-prod"\n') + sync("slack"),
    );
    control.clearRequests();
    await terraform.apply();
    expect(terraform.state("entrascim_connection.prod")).toMatchObject({
      status: "ok",
      status_message: null,
      client_id: OTHER_CLIENT,
    });
    expect(terraform.state("entrascim_sync.slack")).toMatchObject({ sync_status: "synced" });
    expect(control.requests().filter(({ method }) => method === "PUT")).toEqual([]);
    expect((await terraform.plan()).code).toBe(0);

    control.apps.setPolicy(OTHER_CLIENT, { disabled: true });
    control.apps.revokeTokens();
    const destroyed = await terraform.destroy();
    expect(destroyed.stdout).toContain("2 destroyed");
    control.apps.setPolicy(OTHER_CLIENT, { disabled: false });
  });
});

describe("the tenant of a connection", () => {
  const withoutTenant = (tenant: string) => `
    provider "entrascim" {
      azure {
        tenant_id = "${tenant}"
      }
    }
    resource "entrascim_connection" "prod" { name = "entra-prod" }`;

  it("is the provider's, stays, and is not exchanged for another default", async () => {
    const terraform = await world.workspace(withoutTenant(TENANT_ID), {
      ARM_CLIENT_ID: OTHER_CLIENT,
      ARM_CLIENT_SECRET: OTHER_SECRET,
    });
    await terraform.apply();
    expect(terraform.state("entrascim_connection.prod")).toMatchObject({
      tenant_id: TENANT_ID,
      client_id: null,
      auth: null,
    });
    terraform.write(withoutTenant(TENANT_DOMAIN));
    const found = await terraform.diagnostics("plan");
    expectDiagnostic(found, {
      in: "entrascim_connection.prod",
      at: /^resource/,
      says: [TENANT_ID, TENANT_DOMAIN, "Write the tenant that is meant"],
    });
    terraform.write(withoutTenant(TENANT_ID.toUpperCase()));
    expect((await terraform.plan()).code).toBe(0);
  });

  it("may be a verified domain, and the authority may be down", async () => {
    const terraform = await world.workspace(
      of("domain", OTHER_CLIENT, "OTHER_CLIENT_SECRET", TENANT_DOMAIN) +
        `
        provider "entrascim" {
          alias = "away"
          azure {
            authority_host = "https://127.0.0.1:1"
          }
          http {
            max_retries = 0
          }
        }
        resource "entrascim_connection" "away" {
          provider = entrascim.away
          name     = "away"
        }`,
    );
    const found = await terraform.diagnostics("apply");
    expectDiagnostic(found, {
      in: "entrascim_connection.away",
      at: /^resource/,
      says: ["127.0.0.1:1 cannot be reached", "refused the connection", "then run again"],
    });
    expect(terraform.state("entrascim_connection.domain")).toMatchObject({
      id: `${TENANT_DOMAIN}/domain`,
      status: "ok",
    });
    expect(terraform.state("entrascim_connection.away")).toBeUndefined();
  });
});

describe("a whole connection as a value", () => {
  it("comes out of modules, for_each and conditions", async () => {
    const { control } = world.emulator;
    const apps = control.addApplications(4);
    const token = (index: number) => `
      source {
        environment = "prod"
        secret_path = "/scim"
        secret_key  = "${apps[index]?.secretKey}"
      }`;
    const to = (index: number, from: string) => `
      destination {
        connection           = ${from}
        service_principal_id = "${apps[index]?.servicePrincipalId}"
      }`;
    const terraform = await world.workspace("");
    terraform.writeModule(
      "tenant",
      `
      variable "kept" { type = bool }
      resource "entrascim_connection" "this" {
        name      = "from-module"
        tenant_id = "${TENANT_ID}"
        client_id = "${OTHER_CLIENT}"
        dynamic "auth" {
          for_each = var.kept ? [1] : []
          content {
            client_secret {
              environment = "prod"
              secret_path = "/azure"
              secret_key  = "OTHER_CLIENT_SECRET"
            }
          }
        }
      }
      output "connection" { value = entrascim_connection.this }`,
    );
    terraform.writeModule(
      "app",
      `
      variable "connection" { type = any }
      resource "entrascim_sync" "this" {
        name = "by-module"
        ${token(0)}
        ${to(0, "var.connection")}
      }`,
    );
    terraform.write(`
      variable "kept" { default = true }
      module "tenant" {
        source = "./tenant"
        kept   = var.kept
      }
      module "app" {
        source     = "./app"
        connection = module.tenant.connection
      }
      resource "entrascim_connection" "each" {
        for_each  = toset(["one", "two"])
        name      = each.key
        tenant_id = "${TENANT_ID}"
        client_id = "${OTHER_CLIENT}"
        auth {
          client_secret {
            environment = "prod"
            secret_path = "/azure"
            secret_key  = "OTHER_CLIENT_SECRET"
          }
        }
      }
      resource "entrascim_sync" "each" {
        for_each = {
          one = { id = "${apps[1]?.servicePrincipalId}", key = "${apps[1]?.secretKey}" }
          two = { id = "${apps[2]?.servicePrincipalId}", key = "${apps[2]?.secretKey}" }
        }
        name = each.key
        source {
          environment = "prod"
          secret_path = "/scim"
          secret_key  = each.value.key
        }
        destination {
          connection           = entrascim_connection.each[each.key]
          service_principal_id = each.value.id
        }
      }
      resource "entrascim_sync" "conditional" {
        name = "conditional"
        ${token(3)}
        ${to(3, 'var.kept ? module.tenant.connection : entrascim_connection.each["one"]')}
      }`);
    const surroundings = { ARM_CLIENT_ID: OTHER_CLIENT, ARM_CLIENT_SECRET: OTHER_SECRET };
    expect(await terraform.run(["init", "-no-color"])).toMatchObject({ code: 0 });
    const applied = await terraform.run(["apply", "-auto-approve", "-no-color"], surroundings);
    expect(applied.stdout).toContain("7 added");
    expect(await terraform.run(["plan", "-detailed-exitcode"], surroundings)).toMatchObject({ code: 0 });

    control.clearRequests();
    const without = await terraform.run(
      ["apply", "-auto-approve", "-no-color", "-var", "kept=false"],
      surroundings,
    );
    expect(without.stdout).toContain("0 added, 2 changed, 0 destroyed");
    expect(control.requests().filter(({ method }) => method === "PUT")).toEqual([]);
  });
});
