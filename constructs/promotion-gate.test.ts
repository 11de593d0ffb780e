import { LocalBackend, type TerraformStack, Testing } from "cdktf";
import { ConnectionAuth } from "./connection-auth";
import type { PromotionRequirements, PromotionStage } from "./promotion-stage";
import { ScimPromotion } from "./scim-promotion";

/** An expression as Terraform's JSON writes it. */
const expression = (text: string) => `\${${text}}`;
const id = (digit: string) => `${digit.repeat(8)}-0000-0000-0000-000000000000`;

function stage(name: string, digit: string, options: Partial<PromotionStage> = {}): PromotionStage {
  return {
    name,
    connection: { tenantId: "contoso.com", auth: ConnectionAuth.azureCli() },
    backend: { bind: (stack: TerraformStack) => new LocalBackend(stack, { path: `../../${name}.tfstate` }) },
    applications: {
      servicenow: { servicePrincipalId: id(digit) },
      slack: { servicePrincipalId: id(digit).replace(/0$/, "1") },
    },
    ...options,
  };
}

/** The second of two stages, as Terraform gets it. */
function later(earlier: Partial<PromotionStage>, own: Partial<PromotionStage>) {
  const promotion = new ScimPromotion(Testing.app(), "scim", {
    applications: [
      { name: "servicenow", path: "/scim", key: "SERVICENOW" },
      { name: "slack", path: "/scim", key: "SLACK" },
    ],
    stages: [stage("staging", "1", earlier), stage("prod", "2", own)],
  });
  return JSON.parse(Testing.synth(promotion.stack("prod")));
}

const conditions = (requires?: PromotionRequirements) =>
  later(
    {},
    requires === undefined ? {} : { requires },
  ).resource.entrascim_sync.slack.lifecycle?.precondition.map(
    ({ condition }: { condition: string }) => condition,
  );

const PUSHED = expression("local.pushed_staging_slack");
const HEALTHY = expression("local.healthy_staging_slack");
const PROVISIONED = expression("local.provisioned_staging_slack");
const DONE = 'data.terraform_remote_state.state_staging.outputs["pushed_servicenow"]';

describe("the gate of a later stage", () => {
  it.each<[string, PromotionRequirements | undefined, readonly string[] | undefined]>([
    ["nothing said", undefined, [PUSHED, HEALTHY]],
    ["nothing changed", {}, [PUSHED, HEALTHY]],
    ["health alone", { pushed: false }, [HEALTHY]],
    ["the push alone", { healthy: false }, [PUSHED]],
    ["a cycle too", { provisionedSincePush: true }, [PUSHED, HEALTHY, PROVISIONED]],
    ["a cycle alone", { pushed: false, healthy: false, provisionedSincePush: true }, [PROVISIONED]],
    ["nothing", { pushed: false, healthy: false }, undefined],
  ])("requires, with %s, what it should", (_name, requires, expected) => {
    expect(conditions(requires)).toEqual(expected);
  });

  it("reads no more than what is required takes", () => {
    const read = (requires: PromotionRequirements) => Object.keys(later({}, { requires }).data ?? {}).sort();
    const [status, secret, state] = [
      "entrascim_provisioning_status",
      "entrascim_secret",
      "terraform_remote_state",
    ];
    expect(read({ pushed: false, healthy: false })).toEqual([]);
    expect(read({ pushed: false })).toEqual([status]);
    expect(read({ pushed: false, provisionedSincePush: true })).toEqual([status, state]);
    expect(read({})).toEqual([status, secret, state]);
  });

  it("looks at the earlier stage with what is written out, so that it is known while Terraform plans", () => {
    const { data } = later({}, {});
    expect(data.terraform_remote_state).toEqual({
      state_staging: {
        backend: "local",
        config: { path: "../../staging.tfstate" },
        workspace: expression("terraform.workspace"),
      },
    });
    expect(data.entrascim_secret.secret_staging_servicenow).toEqual({
      provider: "entrascim",
      environment: "staging",
      secret_path: "/scim",
      secret_key: "SERVICENOW",
    });
    expect(data.entrascim_provisioning_status.status_staging_servicenow).toEqual({
      provider: "entrascim",
      service_principal_id: id("1"),
      connection: {
        tenant_id: "contoso.com",
        client_id: null,
        cloud: null,
        auth: {
          client_secret: null,
          client_certificate: null,
          workload_identity: null,
          managed_identity: null,
          azure_cli: {},
        },
      },
    });
  });

  it("compares what was pushed with the newest version in Infisical", () => {
    expect(later({}, {}).locals.pushed_staging_servicenow).toBe(
      `\${try(${DONE}.version == data.entrascim_secret.secret_staging_servicenow.version && ` +
        `${DONE}.secret_id == data.entrascim_secret.secret_staging_servicenow.id && ` +
        `lower(${DONE}.service_principal_id) == lower(data.entrascim_provisioning_status.status_staging_servicenow.service_principal_id), false)}`,
    );
  });

  it("compares it with the pin, where the earlier stage has one", () => {
    const applications = {
      ...stage("staging", "1").applications,
      servicenow: { servicePrincipalId: id("1"), version: 7 },
    };
    const { locals, resource } = later({ applications }, {});
    expect(locals.pushed_staging_servicenow).toContain(`try(${DONE}.version == 7 && `);
    expect(resource.entrascim_sync.servicenow.lifecycle.precondition[0].error_message).toMatch(
      /^Stage staging has not pushed version \$\{7\} of the token of servicenow: .*Deploy scim-staging first\.$/,
    );
  });

  it("wants all jobs to have succeeded since the push, and at least one", () => {
    const { locals } = later({}, { requires: { provisionedSincePush: true } });
    const jobs = "data.entrascim_provisioning_status.status_staging_servicenow.jobs";
    expect(locals.provisioned_staging_servicenow).toBe(
      `\${try(length(${jobs}) > 0 && alltrue([for job in ${jobs} : timecmp(job.last_success_at, ${DONE}.at) > 0]), false)}`,
    );
  });

  it("looks with the earlier stage's provider, where it has settings of its own", () => {
    const { provider, data } = later({ provider: { infisical: { projectId: "lower" } } }, {});
    expect(provider.entrascim).toEqual([{}, { alias: "earlier_stage", infisical: { project_id: "lower" } }]);
    expect(data.entrascim_secret.secret_staging_slack.provider).toBe("entrascim.earlier_stage");
    expect(data.entrascim_provisioning_status.status_staging_slack.provider).toBe("entrascim.earlier_stage");
  });

  it("takes its own provider, where both stages share one", () => {
    const provider = { infisical: { projectId: "shared" } };
    expect(later({ provider }, { provider }).provider.entrascim).toHaveLength(1);
  });
});
