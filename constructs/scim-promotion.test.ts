import { GcsBackend, TerraformStack, Testing } from "cdktf";
import { ConnectionAuth } from "./connection-auth";
import { ConstructError } from "./construct-error";
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

describe("ScimPromotion", () => {
  it("makes a stack for each stage, in order", () => {
    const made = promotion({ stages: [stage("dev", "1"), stage("staging", "2"), stage("prod", "3")] });
    expect(made.stacks.map(({ node }) => node.path)).toEqual(["scim-dev", "scim-staging", "scim-prod"]);
    expect(made.stacks.map(({ dependencies }) => dependencies.map(({ node }) => node.id))).toEqual([
      [],
      ["scim-dev"],
      ["scim-staging"],
    ]);
  });

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

  it("hands out stacks and syncs by name, and says which there are", () => {
    const made = promotion();
    expect(made.stack("prod").sync("servicenow").node.path).toBe("scim-prod/servicenow");
    expect(() => made.stack("qa")).toThrow("[scim] there is no stage qa: there are dev, prod");
    expect(() => made.stack("dev").sync("zoom")).toThrow(
      "[scim-dev] there is no application zoom: there are servicenow",
    );
  });

  const destinations = { servicenow: { servicePrincipalId: id("2") } };
  it.each<[string, Partial<ScimPromotionProps>, string]>([
    ["no application", { applications: [] }, "[scim] applications must not be empty"],
    ["no stage", { stages: [] }, "[scim] stages must not be empty"],
    [
      "two applications with one name",
      { applications: [servicenow, servicenow] },
      "applications has two with the name servicenow",
    ],
    [
      "two stages with one name",
      { stages: [stage("dev", "1"), stage("dev", "2")] },
      "stages has two with the name dev",
    ],
    [
      "an application name that is no slug",
      { applications: [{ ...servicenow, name: "Service Now" }] },
      "applications[0].name must consist of lower-case letters",
    ],
    [
      "an application name that Terraform cannot have",
      { applications: [{ ...servicenow, name: "1password" }] },
      "applications[0].name must begin with a letter",
    ],
    [
      "a stage name that is no slug",
      { stages: [stage("Dev", "1")] },
      "stages[0].name must consist of lower-case letters",
    ],
    [
      "a stage that lacks an application",
      { stages: [stage("dev", "1"), stage("prod", "2", { applications: {} })] },
      "stages[1].applications must say where servicenow lies",
    ],
    [
      "a stage with one that is not promoted",
      {
        stages: [
          stage("dev", "1", { applications: { ...destinations, zoom: { servicePrincipalId: id("3") } } }),
        ],
      },
      "stages[0].applications has zoom, which applications does not list",
    ],
    [
      "a service principal of two stages",
      { stages: [stage("dev", "a"), stage("prod", "A")] },
      "servicenow of stage prod has the service principal of servicenow of stage dev: each stage has its own",
    ],
    [
      "an alias",
      { stages: [stage("dev", "1", { provider: { alias: "dev" } })] },
      "stages[0].provider.alias must be left out",
    ],
    [
      "requirements of the first stage",
      { stages: [stage("dev", "1", { requires: { healthy: true } })] },
      "stages[0].requires must be left out: there is no stage before the first",
    ],
    [
      "a path that is none",
      { applications: [{ ...servicenow, path: "scim" }] },
      "[scim-dev/servicenow] source.path must start with a slash",
    ],
    [
      "a tenant that is none",
      { stages: [stage("dev", "1", { connection: { tenantId: "x" } })] },
      "[scim-dev/entra_id] tenantId must be",
    ],
  ])("refuses %s", (_name, props, message) => {
    expect(() => promotion(props)).toThrow(
      expect.objectContaining({ name: ConstructError.name, message: expect.stringContaining(message) }),
    );
  });

  it.each<[string, Partial<PromotionDestination>, string]>([
    ["version", { version: 1.5 }, "source.version must be a whole number"],
    ["service principal", { servicePrincipalId: "x" }, "destination.servicePrincipalId must be a UUID"],
    ["base address", { baseAddress: "http://x.example" }, "destination.baseAddress must be an https URL"],
  ])("refuses a %s that breaks its rule", (_name, destination, message) => {
    expect(() => placed(destination)).toThrow(`[scim-dev/servicenow] ${message}`);
  });

  it("refuses to be made within a stack, where cdktf would not see the order", () => {
    const stack = new TerraformStack(Testing.app(), "outer");
    const props = { applications: [servicenow], stages: [stage("dev", "1")] };
    expect(() => new ScimPromotion(stack, "scim", props)).toThrow(
      "[outer/scim] must be made in the app itself",
    );
  });
});
