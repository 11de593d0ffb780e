import { type Precondition, TerraformLocal } from "cdktf";
import { EntrascimProvider } from "./entrascim-provider";
import {
  DataEntrascimProvisioningStatus,
  type DataEntrascimProvisioningStatusConnection,
} from "./gen/data-entrascim-provisioning-status";
import { DataEntrascimSecret } from "./gen/data-entrascim-secret";
import { type PromotionStack, pushedOutput } from "./promotion-stack";
import type { PromotedApplication } from "./promotion-stage";

/** A condition on the stage before, and what is said when it is not met. */
interface Requirement {
  /** What is met or not: a Terraform expression without braces. */
  readonly condition: string;
  /** Text, with Terraform expressions in braces. */
  readonly message: string;
}

/**
 * Lets `later` be deployed after `earlier`, and gives each of its syncs preconditions on the same application of
 * `earlier`, as its stage requires.
 *
 * All that the data sources behind them are given is written out, so that Terraform reads them while it plans. Were
 * some of it not known then, they would be read in the apply, and the preconditions decided there, before the push.
 * What cannot be read, or is not there, meets no condition.
 */
export function requireEarlierStage(
  later: PromotionStack,
  earlier: PromotionStack,
  applications: readonly PromotedApplication[],
): void {
  later.addDependency(earlier);
  const { pushed = true, healthy = true, provisionedSincePush = false } = later.stage.requires ?? {};
  if (!pushed && !healthy && !provisionedSincePush) return;
  const provider = providerFor(later, earlier);
  const state = pushed || provisionedSincePush ? earlier._stateFor(later).fqn : "";
  for (const application of applications) {
    const look = lookAt(later, earlier, application, provider, state);
    const required = [
      ...(pushed
        ? [
            precondition(
              later,
              look,
              "pushed",
              hasPushed(look, newestOf(later, earlier, application, provider)),
            ),
          ]
        : []),
      ...(healthy ? [precondition(later, look, "healthy", isHealthy(look))] : []),
      ...(provisionedSincePush ? [precondition(later, look, "provisioned", hasProvisioned(look))] : []),
    ];
    later._resourceOf(application.name).lifecycle = { precondition: required };
  }
}

/** The condition has a name of its own, since Terraform quotes one that is not met. */
function precondition(
  later: PromotionStack,
  { stage, application }: Look,
  what: string,
  { condition, message }: Requirement,
): Precondition {
  const local = new TerraformLocal(later, `${what}_${stage}_${application}`, `\${${condition}}`);
  return { condition: `\${${local.fqn}}`, errorMessage: message };
}

/** The earlier stage is read with its own settings: by the later stage's provider where both have the same. */
function providerFor(later: PromotionStack, { stage }: PromotionStack): EntrascimProvider {
  if (stage.provider === later.stage.provider) return later.provider;
  return new EntrascimProvider(later, "earlier_provider", { ...stage.provider, alias: "earlier_stage" });
}

/** What the later stage knows of an application of the earlier one. */
interface Look {
  readonly application: string;
  readonly stage: string;
  readonly stack: string;
  /** Address of its provisioning status. */
  readonly status: string;
  /** The version that it pins, where it does. */
  readonly pin: number | undefined;
  /** Expression for what it has pushed. It fails where that is nothing. */
  readonly done: string;
}

function lookAt(
  later: PromotionStack,
  earlier: PromotionStack,
  application: PromotedApplication,
  provider: EntrascimProvider,
  state: string,
): Look {
  const { name } = application;
  const stage = earlier.stage.name;
  const status = new DataEntrascimProvisioningStatus(later, `status_${stage}_${name}`, {
    connection: earlier.connection.literal as unknown as DataEntrascimProvisioningStatusConnection,
    servicePrincipalId: earlier._destinationOf(name).servicePrincipalId,
    ...provider._asArgument(),
  });
  return {
    application: name,
    stage,
    stack: earlier.node.id,
    status: status.fqn,
    pin: earlier._destinationOf(name).version,
    done: `${state}.outputs["${pushedOutput(name)}"]`,
  };
}

/** Address of what Infisical holds for the earlier stage. */
function newestOf(
  later: PromotionStack,
  earlier: PromotionStack,
  application: PromotedApplication,
  provider: EntrascimProvider,
): string {
  const id = `secret_${earlier.stage.name}_${application.name}`;
  const source = earlier._secretOf(application)._toBlock();
  return new DataEntrascimSecret(later, id, { ...source, ...provider._asArgument() }).fqn;
}

function hasPushed({ application, stage, stack, status, pin, done }: Look, newest: string): Requirement {
  const version = pin ?? `${newest}.version`;
  const conditions = [
    `${done}.version == ${version}`,
    `${done}.secret_id == ${newest}.id`,
    `lower(${done}.service_principal_id) == lower(${status}.service_principal_id)`,
  ];
  const other = "it pushed that version of another secret, or to another service principal";
  const instead = `${done}.version == ${version} ? "${other}" : "it pushed version \${${done}.version}"`;
  return {
    condition: `try(${conditions.join(" && ")}, false)`,
    message: `Stage ${stage} has not pushed version \${${version}} of the token of ${application}: \${try(${instead}, "it has pushed none")}. Deploy ${stack} first.`,
  };
}

function isHealthy({ application, stage, status }: Look): Requirement {
  const reason = `job.quarantine_reason == null ? "" : " (\${job.quarantine_reason})"`;
  const jobs = `[for job in ${status}.jobs : "job \${job.id} has the status \${job.status}\${${reason}}"]`;
  const state = `length(${status}.jobs) == 0 ? "it has no provisioning job" : join(", ", ${jobs})`;
  return {
    condition: `${status}.healthy`,
    message: `${application} does not provision in stage ${stage}: \${${state}}.`,
  };
}

function hasProvisioned({ application, stage, status, done }: Look): Requirement {
  const succeeded = `[for job in ${status}.jobs : timecmp(job.last_success_at, ${done}.at) > 0]`;
  const since = `try("its push at \${${done}.at}", "it was deployed, as it has pushed nothing")`;
  return {
    condition: `try(length(${status}.jobs) > 0 && alltrue(${succeeded}), false)`,
    message: `No provisioning cycle of ${application} has succeeded in stage ${stage} since \${${since}}. Entra runs one about every 40 minutes.`,
  };
}
