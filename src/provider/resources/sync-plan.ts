import { Problem } from "../../core/problem";
import { type Difference, difference } from "../../framework/difference";
import type { Config, Planned, State } from "../../framework/infer";
import { isUnknown, UNKNOWN, type Unknown } from "../../framework/value";
import { decidePush, type PushDecision, type PushingChange } from "../../sync/decide-push";
import type { Runtime } from "../runtime";
import type { syncSchema } from "./sync.schema";

/** The schema whose values this folder plans and applies. */
export type SyncSchema = typeof syncSchema;

/** The source block as planned: a project that it does not name is the provider's. Throws when there is none. */
export function plannedSource(
  config: Config<SyncSchema>,
  planned: Planned<SyncSchema>,
  provider: Runtime,
): Planned<SyncSchema>["source"] {
  if (planned.source === null || config.source === null || config.source.project_id !== null)
    return planned.source;
  return { ...planned.source, project_id: defaultProject(provider) };
}

function defaultProject(provider: Runtime): string | Unknown {
  if (provider.clients === null) return UNKNOWN;
  if (provider.clients.defaultProjectId !== null) return provider.clients.defaultProjectId;
  throw new Problem("invalid_input", {
    summary: "No Infisical project",
    detail:
      "The source names no project and the provider has no default. Set source.project_id, infisical.project_id in the provider block, or INFISICAL_PROJECT_ID.",
    path: ["source", "project_id"],
  });
}

/**
 * The destination block as planned: an object id that is only written in another letter case stays as state has it,
 * which Terraform allows and shows as no change.
 */
export function plannedDestination(
  prior: State<SyncSchema> | null,
  { destination }: Planned<SyncSchema>,
): Planned<SyncSchema>["destination"] {
  const stored = prior?.destination?.service_principal_id ?? null;
  const id = destination.service_principal_id;
  if (stored === null || isUnknown(id) || stored.toLowerCase() !== id.toLowerCase()) return destination;
  return { ...destination, service_principal_id: stored };
}

type Declaration = Pick<
  Planned<SyncSchema>,
  "source" | "token_wo_version" | "sync_trigger" | "destination" | "auto_sync_enabled"
>;

/** Whether applying `next` to `prior` sends the token. The same in plan and apply. */
export function decide(prior: State<SyncSchema> | null, next: Declaration | State<SyncSchema>): PushDecision {
  const differences = prior === null ? [] : pushingDifferences(prior, next);
  const autoSync = next.auto_sync_enabled;
  return decidePush(prior, {
    changed: new Set(differences.filter(([, differs]) => differs === "yes").map(([change]) => change)),
    undecided: new Set(differences.filter(([, differs]) => differs === "maybe").map(([change]) => change)),
    autoSync: isUnknown(autoSync) ? undefined : (autoSync ?? true),
    managesBaseAddress: next.destination !== null && next.destination.base_address !== null,
  });
}

function pushingDifferences(
  prior: State<SyncSchema>,
  next: Declaration | State<SyncSchema>,
): readonly (readonly [PushingChange, Difference])[] {
  return [
    ["source", difference(prior.source, next.source)],
    ["token_wo_version", difference(prior.token_wo_version, next.token_wo_version)],
    ["sync_trigger", difference(prior.sync_trigger, next.sync_trigger)],
    ["base_address", difference(prior.destination?.base_address, next.destination?.base_address)],
    ["tenant", difference(tenantOf(prior), tenantOf(next))],
  ];
}

/** What makes a tenant another one. Its letter case, client and way of signing in do not. */
function tenantOf(value: Declaration | State<SyncSchema>): unknown {
  const connection = value.destination?.connection ?? null;
  if (connection === null || isUnknown(connection)) return connection;
  const { tenant_id: tenant, cloud } = connection;
  return [typeof tenant === "string" ? tenant.toLowerCase() : tenant, cloud];
}

/** The observed half of a plan that sends the token, so that the diff itself says why. */
export function pushPlan(
  prior: State<SyncSchema> | null,
  next: Planned<SyncSchema>,
): Partial<Planned<SyncSchema>> {
  const fromSource = next.source !== null;
  const pin = next.source?.version ?? null;
  return {
    service_principal_display_name:
      prior === null || prior.last_synced_at === null ? UNKNOWN : prior.service_principal_display_name,
    destination_base_address: UNKNOWN,
    source_version: fromSource ? UNKNOWN : null,
    source_secret_id: fromSource ? UNKNOWN : null,
    source_updated_at: fromSource ? UNKNOWN : null,
    source_updated_by: fromSource ? UNKNOWN : null,
    synced_version: fromSource ? (pin ?? UNKNOWN) : null,
    synced_secret_id: fromSource ? UNKNOWN : null,
    last_synced_at: UNKNOWN,
    sync_status: "synced",
    sync_message: null,
    provisioning_job: UNKNOWN,
  };
}

/** The observed half of a plan that cannot tell yet whether the token is sent: all of it is open. */
export function openPlan(next: Planned<SyncSchema>): Partial<Planned<SyncSchema>> {
  return { ...pushPlan(null, next), synced_version: UNKNOWN, sync_status: UNKNOWN, sync_message: UNKNOWN };
}
