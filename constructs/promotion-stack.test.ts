import { GcsBackend, type TerraformStack, Testing } from "cdktf";
import { ConnectionAuth } from "./connection-auth";
import { InfisicalSecret } from "./infisical-secret";
import type { PromotionDestination, PromotionStage } from "./promotion-stage";
import { ScimPromotion, type ScimPromotionProps } from "./scim-promotion";

/** An expression as Terraform's JSON writes it. */
const expression = (text: string) => `\${${text}}`;
const id = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;
const connection = { tenantId: "contoso.com" };
const servicenow = { name: "servicenow", path: "/scim", key: "TOKEN" };

/** A stage with one application. */
function stage(name: string, digit: string, options: Partial<PromotionStage> = {}): PromotionStage {
  return { name, connection, applications: { servicenow: { servicePrincipalId: id(digit) } }, ...options };
}

function promotion(props: Partial<ScimPromotionProps> = {}): ScimPromotion {
  return new ScimPromotion(Testing.app(), "scim", {
    applications: [servicenow],
    stages: [stage("dev", "1"), stage("prod", "2")],
    ...props,
  });
}

/** A promotion of one stage whose application has this destination. */
const placed = (destination: Partial<PromotionDestination>, options: Partial<PromotionStage> = {}) =>
  promotion({
    stages: [
      stage("dev", "1", {
        applications: { servicenow: { servicePrincipalId: id("1"), ...destination } },
        ...options,
      }),
    ],
  });

const rendered = (stack: TerraformStack) => JSON.parse(Testing.synth(stack));
const syncOf = (made: ScimPromotion) => rendered(made.stack("dev")).resource.entrascim_sync.servicenow;

describe("PromotionStack", () => {
  it("renders a provider, a connection and a sync, and tells what was pushed", () => {
    const stack = rendered(promotion().stack("dev"));
    expect(stack.provider).toEqual({ entrascim: [{}] });
    expect(stack.data).toBeUndefined();
    expect(stack.resource).toEqual({
      entrascim_connection: { entra_id: { name: "dev", tenant_id: "contoso.com" } },
      entrascim_sync: {
        servicenow: {
          name: "servicenow",
          source: { environment: "dev", secret_path: "/scim", secret_key: "TOKEN" },
          destination: {
            connection: expression("entrascim_connection.entra_id"),
            service_principal_id: id("1"),
          },
        },
      },
    });
    expect(stack.output).toEqual({
      pushed_servicenow: {
        value: {
          service_principal_id: expression("entrascim_sync.servicenow.id"),
          secret_id: expression("entrascim_sync.servicenow.synced_secret_id"),
          // a push that could not be confirmed is none
          version: expression(
            'entrascim_sync.servicenow.sync_status == "incomplete" ? null : entrascim_sync.servicenow.synced_version',
          ),
          at: expression("entrascim_sync.servicenow.last_synced_at"),
        },
      },
    });
  });

  it("passes on what a stage and its connection are given", () => {
    const stack = rendered(
      promotion({
        applications: [{ ...servicenow, description: "d" }],
        stages: [
          stage("dev", "1", {
            environment: "development",
            provider: { infisical: { projectId: "p" } },
            connection: {
              tenantId: "contoso.com",
              clientId: id("9"),
              cloud: "china",
              auth: ConnectionAuth.clientSecret(
                InfisicalSecret.of({ environment: "development", path: "/azure", key: "SECRET" }),
              ),
            },
          }),
        ],
      }).stack("dev"),
    );
    expect(stack.provider).toEqual({ entrascim: [{ infisical: { project_id: "p" } }] });
    expect(stack.resource.entrascim_connection.entra_id).toEqual({
      name: "dev",
      tenant_id: "contoso.com",
      client_id: id("9"),
      cloud: "china",
      auth: {
        client_secret: { environment: "development", secret_path: "/azure", secret_key: "SECRET" },
      },
    });
    expect(stack.resource.entrascim_sync.servicenow).toMatchObject({
      description: "d",
      source: { environment: "development" },
    });
  });

  it("pins a version, and manages a tenant URL", () => {
    expect(syncOf(placed({ version: 7, baseAddress: "https://sn.example.com/scim" }))).toMatchObject({
      source: { version: 7 },
      destination: { base_address: "https://sn.example.com/scim" },
    });
  });

  it("gives each sync the stage's options, unless it has its own", () => {
    const timeouts = { update: "9m" };
    const options = { validation: "strict", onDestroy: "clear", timeouts } as const;
    const own = { validation: "off", autoSyncEnabled: false, recoverFromQuarantine: false } as const;
    expect(syncOf(placed(own, options))).toMatchObject({
      validation: "off",
      on_destroy: "clear",
      timeouts,
      auto_sync_enabled: false,
      recover_from_quarantine: false,
    });
  });

  it("keeps states beside cdktf.json, or where a stage says", () => {
    const backend = {
      bind: (stack: TerraformStack) => new GcsBackend(stack, { bucket: "b", prefix: "dev" }),
    };
    const made = promotion({ stages: [stage("dev", "1", { backend }), stage("prod", "2")] });
    expect(rendered(made.stack("dev")).terraform.backend).toEqual({ gcs: { bucket: "b", prefix: "dev" } });
    expect(rendered(made.stack("prod"))).toMatchObject({
      terraform: { backend: { local: { path: expect.stringMatching(/terraform\.scim-prod\.tfstate$/) } } },
      data: {
        terraform_remote_state: { state_dev: { backend: "gcs", config: { bucket: "b", prefix: "dev" } } },
      },
    });
  });
});
