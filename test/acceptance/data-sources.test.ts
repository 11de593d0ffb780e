import { CLIENT_ID, SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { expectDiagnostic } from "../support/diagnostics";
import { connection, startWorld, type World } from "../support/world";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

interface Found {
  readonly object_id: string;
  readonly app_id: string;
  readonly display_name: string;
  readonly jobs: readonly { readonly id: string; readonly template_id: string; readonly status: string }[];
}

describe("data sources", () => {
  it("find applications, secrets and their state", async () => {
    const { control } = world.emulator;
    control.portal.quarantine(SERVICE_PRINCIPALS.databricks);
    control.portal.setStoredSecrets(SERVICE_PRINCIPALS.servicenow, {
      SecretToken: control.inspectToken("servicenow"),
    });
    await control.runCycle(SERVICE_PRINCIPALS.servicenow);
    const terraform = await world.workspace(`
      data "entrascim_service_principals" "provisioned" {}
      data "entrascim_service_principals" "all" { with_provisioning = false }
      data "entrascim_service_principals" "searched" { search = "scim data" }
      data "entrascim_service_principals" "unprovisioned" {
        search            = "report"
        with_provisioning = false
      }
      data "entrascim_service_principals" "none" { search = "nobody has this name" }
      data "entrascim_service_principal" "by_name" { display_name = "ServiceNow" }
      data "entrascim_service_principal" "by_app" { app_id = data.entrascim_service_principal.by_name.app_id }
      data "entrascim_service_principal" "by_id" { object_id = "${SERVICE_PRINCIPALS.internalApi}" }
      data "entrascim_secret" "token" {
        environment = "prod"
        secret_path = "/scim"
        secret_key  = "SLACK_SCIM_TOKEN"
      }
      data "entrascim_provisioning_status" "good" { service_principal_id = "${SERVICE_PRINCIPALS.servicenow}" }
      data "entrascim_provisioning_status" "quarantined" { service_principal_id = "${SERVICE_PRINCIPALS.databricks}" }
      data "entrascim_provisioning_status" "no_job" { service_principal_id = "${SERVICE_PRINCIPALS.internalApi}" }
    `);
    await terraform.apply();
    const found = (name: string) =>
      terraform.state(`data.entrascim_service_principals.${name}`)?.service_principals as readonly Found[];

    expect(found("provisioned").map(({ display_name }) => display_name)).toEqual([
      "Azure Databricks SCIM Provisioning Connector",
      "ServiceNow",
      "Slack",
    ]);
    expect(found("provisioned")[1]?.jobs).toEqual([
      { id: expect.stringMatching(/^scim\./), template_id: "scim", status: expect.any(String) },
    ]);
    expect(found("all").length).toBeGreaterThan(130);
    expect(new Set(found("all").map(({ object_id }) => object_id)).size).toBe(found("all").length);
    expect(found("searched").map(({ object_id }) => object_id)).toEqual([SERVICE_PRINCIPALS.databricks]);
    expect(found("unprovisioned").map(({ display_name }) => display_name)).toEqual([
      "Reporting",
      "Reporting",
    ]);
    expect(found("none")).toEqual([]);

    const one = (name: string) => terraform.state(`data.entrascim_service_principal.${name}`);
    expect(one("by_name")).toMatchObject({
      object_id: SERVICE_PRINCIPALS.servicenow,
      jobs: [{ template_id: "scim" }],
    });
    expect(one("by_app")).toMatchObject({ object_id: SERVICE_PRINCIPALS.servicenow });
    expect(one("by_id")).toMatchObject({ display_name: "Internal API", jobs: [] });

    expect(terraform.state("data.entrascim_secret.token")).toEqual({
      environment: "prod",
      project_id: expect.any(String),
      secret_path: "/scim",
      secret_key: "SLACK_SCIM_TOKEN",
      id: expect.any(String),
      version: 1,
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      updated_by: expect.any(String),
    });

    const status = (name: string) => terraform.state(`data.entrascim_provisioning_status.${name}`);
    expect(status("good")).toMatchObject({ healthy: true, jobs: [{ quarantine_reason: null }] });
    expect(status("quarantined")).toMatchObject({
      healthy: false,
      jobs: [{ status: "Quarantine", quarantine_reason: "EncounteredQuarantineException" }],
    });
    expect(status("no_job")).toMatchObject({ healthy: false, jobs: [] });

    const counts = control.counts();
    expect(counts["POST /{tenant}/oauth2/v2.0/token"]).toBe(1);
    expect(counts["POST /api/v1/auth/universal-auth/login"]).toBe(1);
    expect((await terraform.plan("-lock=false")).code).toBe(0);
  });

  it("look with a connection, also one whose client has to come from it", async () => {
    const { control } = world.emulator;
    const terraform = await world.workspace(
      `${connection()}
      data "entrascim_service_principal" "slack" {
        connection   = entrascim_connection.prod
        display_name = "Slack"
      }
      data "entrascim_service_principals" "all" { connection = entrascim_connection.prod }
      data "entrascim_provisioning_status" "slack" {
        connection           = entrascim_connection.prod
        service_principal_id = data.entrascim_service_principal.slack.object_id
        lifecycle {
          postcondition {
            condition     = length(self.jobs) == 1
            error_message = "Slack does not provision."
          }
        }
      }
      output "app" { value = data.entrascim_service_principal.slack.app_id }`,
      { ARM_TENANT_ID: "", ARM_CLIENT_ID: "", ARM_CLIENT_SECRET: "" },
    );
    control.clearRequests();
    await terraform.apply();
    expect(terraform.state("data.entrascim_service_principal.slack")).toMatchObject({
      object_id: SERVICE_PRINCIPALS.slack,
      connection: { tenant_id: TENANT_ID, client_id: CLIENT_ID },
    });
    expect(terraform.state("data.entrascim_provisioning_status.slack")).toMatchObject({
      healthy: false,
      jobs: [{ template_id: "Slack" }],
    });
    expect((await terraform.plan("-lock=false")).code).toBe(0);
  });

  it("say what is missing when there is neither connection nor credential", async () => {
    const terraform = await world.workspace(
      `data "entrascim_provisioning_status" "x" {
        service_principal_id = "${SERVICE_PRINCIPALS.slack}"
      }
      data "entrascim_provisioning_status" "y" {
        connection = {
          tenant_id = "${TENANT_ID}"
          client_id = "${TENANT_ID}"
          cloud     = null
          auth      = null
        }
        service_principal_id = "${SERVICE_PRINCIPALS.slack}"
      }`,
      { ARM_TENANT_ID: "" },
    );
    const found = await terraform.diagnostics("plan", "-lock=false");
    expectDiagnostic(found, {
      in: "data.entrascim_provisioning_status.x",
      at: /^data/,
      says: ["No tenant is configured", "azure.tenant_id", "ARM_TENANT_ID"],
    });
    expectDiagnostic(found, {
      in: "data.entrascim_provisioning_status.y",
      at: /^connection = \{/,
      says: ["A credential of one client would be used for another", "ARM_CLIENT_SECRET"],
    });
  });

  it("cannot be read while the provider's configuration is unknown, and say which attribute", async () => {
    const terraform = await world.workspace(`
      resource "terraform_data" "host" { input = "${world.emulator.origin}" }
      provider "entrascim" {
        infisical {
          host = terraform_data.host.output
        }
      }
      data "entrascim_secret" "x" {
        environment = "prod"
        secret_path = "/scim"
        secret_key  = "SLACK_SCIM_TOKEN"
      }
      data "entrascim_service_principals" "x" {}`);
    const found = await terraform.diagnostics("plan", "-lock=false");
    for (const type of ["entrascim_secret", "entrascim_service_principals"]) {
      expectDiagnostic(found, {
        in: `data.${type}.x`,
        at: /^data/,
        says: ["not known yet", "infisical.host", "-target"],
      });
    }
  });
});
