import { z } from "zod";
import { Problem } from "../../../core/problem";
import { CONNECTION_TYPE, SYNC_TYPE } from "../../terraform/sync-attributes";
import { applicationNames } from "./application-names";

/** What a plan does with one object of ours, as Terraform's JSON tells it. Values are as yet unmasked. */
export interface PlannedChange {
  readonly address: string;
  /** Where it was before a `moved` block, or null. */
  readonly previousAddress: string | null;
  /** True for what an interrupted replacement left behind. */
  readonly deposed: boolean;
  readonly actions: readonly string[];
  /** Terraform's word for why it replaces or deletes, or null. */
  readonly actionReason: string | null;
  readonly importing: boolean;
  readonly before: unknown;
  readonly after: unknown;
  /** `true` where a value is known after apply only. */
  readonly unknown: unknown;
  readonly beforeMask: unknown;
  readonly afterMask: unknown;
}

/** What of a plan a report is made of. `configuration`, `variables` and outputs are never looked at. */
export interface Plan {
  readonly terraformVersion: string | null;
  /** RFC 3339, or null. */
  readonly createdAt: string | null;
  /** Terraform met errors, so the plan cannot be applied. */
  readonly errored: boolean;
  /** False when parts were left out (deferred, or `-target`), null where Terraform does not say. */
  readonly complete: boolean | null;
  readonly syncs: readonly PlannedChange[];
  readonly connections: readonly PlannedChange[];
  /** Addresses whose object refresh did not find any more. */
  readonly gone: ReadonlySet<string>;
  /** Changes of everything else, actions and deferred changes included; reads are none. */
  readonly otherChanges: number;
  /** Display names of applications by the object id of their service principal, in lower case. */
  readonly applicationNames: ReadonlyMap<string, string>;
}

/**
 * Reads the JSON of `terraform show -json PLAN`. Pure.
 *
 * Throws `invalid_input` for what is no such JSON (a state among them, with what to do instead), and for a major
 * version of the format that is not known.
 */
export function readPlan(json: unknown): Plan {
  const parsed = planJson.safeParse(json);
  if (!parsed.success) throw noPlan(json);
  const plan = parsed.data;
  const ours = plan.resource_changes.filter(({ mode }) => mode !== "data").filter(isOurs);
  return {
    terraformVersion: plan.terraform_version,
    createdAt: plan.timestamp,
    errored: plan.errored,
    complete: plan.complete,
    syncs: ours.filter(({ type }) => type === SYNC_TYPE).map(plannedChange),
    connections: ours.filter(({ type }) => type === CONNECTION_TYPE).map(plannedChange),
    gone: new Set(
      plan.resource_drift
        .filter((drift) => isOurs(drift) && drift.change.actions.includes("delete"))
        .map(({ address }) => address),
    ),
    otherChanges:
      plan.resource_changes.filter((change) => !isOurs(change) && isChange(change)).length +
      plan.deferred_changes.length +
      plan.action_invocations.length,
    applicationNames: applicationNames(plan.prior_state?.values?.root_module),
  };
}

const text = z.string().nullable().catch(null);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const resourceChange = z.object({
  address: z.string(),
  previous_address: text,
  deposed: text,
  mode: text,
  type: z.string(),
  provider_name: text,
  action_reason: text,
  change: z.object({
    actions: z.array(z.string()),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    after_unknown: z.unknown().optional(),
    before_sensitive: z.unknown().optional(),
    after_sensitive: z.unknown().optional(),
    importing: z.unknown().optional(),
  }),
});

const planJson = z
  .object({
    format_version: z.string().regex(/^[01]\./),
    terraform_version: text,
    timestamp: text,
    errored: z.boolean().catch(false),
    complete: z.boolean().nullable().catch(null),
    planned_values: z.unknown().optional(),
    resource_changes: list(resourceChange),
    resource_drift: list(resourceChange),
    deferred_changes: list(z.unknown()),
    action_invocations: list(z.unknown()),
    prior_state: z.object({ values: z.object({ root_module: z.unknown().optional() }).nullish() }).nullish(),
  })
  // A state has `values` at its top instead.
  .refine((plan) => plan.planned_values !== undefined || plan.resource_changes.length > 0 || plan.errored);

type ResourceChange = z.infer<typeof resourceChange>;

function isOurs({ type, provider_name: provider }: ResourceChange): boolean {
  return (
    (type === SYNC_TYPE || type === CONNECTION_TYPE) && (provider === null || provider.endsWith("/entrascim"))
  );
}

function isChange({ change: { actions, importing }, previous_address: previous }: ResourceChange): boolean {
  return (
    actions.some((action) => action !== "no-op" && action !== "read") ||
    importing != null ||
    previous !== null
  );
}

function plannedChange(found: ResourceChange): PlannedChange {
  const { change } = found;
  return {
    address: found.address,
    previousAddress: found.previous_address,
    deposed: found.deposed !== null,
    actions: change.actions,
    actionReason: found.action_reason,
    importing: change.importing != null,
    before: change.before ?? null,
    after: change.after ?? null,
    unknown: change.after_unknown,
    beforeMask: change.before_sensitive,
    afterMask: change.after_sensitive,
  };
}

function noPlan(json: unknown): Problem {
  const isState = typeof json === "object" && json !== null && Object.hasOwn(json, "values");
  return new Problem("invalid_input", {
    summary: isState ? "This is a state, not a plan" : "This is not the JSON of a plan",
    detail: isState
      ? "Give `terraform show -json` the plan file: `terraform plan -out=plan.tfplan`, then `terraform show -json plan.tfplan`."
      : "It has to be the output of `terraform show -json PLAN` of Terraform or OpenTofu (format version 0 or 1).",
  });
}
