import { addressInWords, elsewhereInWords, isElsewhere } from "./base-address";
import type { ProvisioningJob, Sync, SyncObservation, SyncStatus } from "./model";
import type { DestinationJob, DestinationSecret, SecretVersion } from "./ports";

/** What a look at both ends of a sync found. */
export interface Observation {
  /** The newest version in Infisical; `missing` when the folder has no such secret; `none` for a sync without source. */
  readonly source: SecretVersion | "missing" | "none";
  readonly secrets: readonly DestinationSecret[];
  readonly jobs: readonly DestinationJob[];
}

/** The key that holds the token: "Secret Token" in the portal. */
export const TOKEN_KEY = "SecretToken";
/** The key that holds where it is used: "Tenant URL" in the portal. */
export const BASE_ADDRESS_KEY = "BaseAddress";

/**
 * The computed half of a sync after a look at both ends. Pure. What only a push may change (`synced_*`,
 * `last_synced_at`, `destination_base_address`) stays, and an `incomplete` push stays incomplete.
 */
export function assess(sync: Sync, observation: Observation): SyncObservation {
  const { status, message } = judge(sync, observation);
  const source = typeof observation.source === "string" ? null : observation.source;
  return {
    service_principal_display_name: sync.service_principal_display_name,
    destination_base_address: sync.destination_base_address,
    source_version: source?.version ?? null,
    source_secret_id: source?.id ?? null,
    source_updated_at: source?.updatedAt ?? null,
    source_updated_by: source?.updatedBy ?? null,
    synced_version: sync.synced_version,
    synced_secret_id: sync.synced_secret_id,
    last_synced_at: sync.last_synced_at,
    sync_status: status,
    sync_message: message,
    provisioning_job: provisioningJob(observation.jobs),
  };
}

interface Judgement {
  readonly status: SyncStatus;
  readonly message: string | null;
}

/** The first of these that holds, in the order in which a person has to act on them. */
function judge(sync: Sync, observation: Observation): Judgement {
  const moved = foreignAddressChanged(sync, observation);
  return (
    incomplete(sync) ??
    secretMissing(observation) ??
    and(tokenMissing(observation), moved) ??
    managedAddressChanged(sync, observation) ??
    and(secretReplaced(sync, observation), moved) ??
    and(rotated(sync, observation), moved) ??
    moved ?? { status: "synced", message: null }
  );
}

/** What sends the next token says as well that it would go to another address: a plan is read for that. */
function and(judgement: Judgement | null, moved: Judgement | null): Judgement | null {
  if (judgement === null || moved === null) return judgement;
  return { ...judgement, message: `${judgement.message}. ${moved.message}` };
}

function incomplete(sync: Sync): Judgement | null {
  return sync.sync_status === "incomplete" ? { status: "incomplete", message: sync.sync_message } : null;
}

function secretMissing(observation: Observation): Judgement | null {
  if (observation.source !== "missing") return null;
  const left = hasToken(observation)
    ? "; the token that was pushed is still in Entra"
    : ", and the service principal has no token";
  return { status: "secret_missing", message: `Infisical has no such secret${left}` };
}

function hasToken({ secrets }: Observation): boolean {
  return secrets.some((secret) => secret.key === TOKEN_KEY);
}

function tokenMissing(observation: Observation): Judgement | null {
  return hasToken(observation)
    ? null
    : {
        status: "token_missing",
        message: "The service principal has no token; somebody removed it in Entra",
      };
}

function secretReplaced(sync: Sync, { source }: Observation): Judgement | null {
  if (typeof source === "string" || sync.synced_secret_id === null || source.id === sync.synced_secret_id)
    return null;
  return {
    status: "secret_replaced",
    message: "Infisical holds another secret under this name; the one that was pushed was deleted or moved",
  };
}

function rotated(sync: Sync, { source }: Observation): Judgement | null {
  const pinned = (sync.source?.version ?? null) !== null;
  if (typeof source === "string" || pinned || sync.synced_version === null) return null;
  if (source.version === sync.synced_version) return null;
  const by = source.updatedBy === null ? "" : ` by ${source.updatedBy}`;
  const at = source.updatedAt === null ? "" : ` at ${source.updatedAt}`;
  const changed = `${by}${at}` === "" ? "" : ` (changed${by}${at})`;
  return {
    status: "rotated",
    message: `Infisical holds version ${source.version}${changed}; version ${sync.synced_version} was pushed`,
  };
}

/** Comes before a rotation: it is put right without auto sync too, and that push sends the newest token along. */
function managedAddressChanged(sync: Sync, observation: Observation): Judgement | null {
  const managed = sync.destination?.base_address ?? null;
  const current = currentAddress(observation);
  if (managed === null || current === managed || isMasked(observation)) return null;
  const message = `Entra has ${addressInWords(current)} instead of the managed base address`;
  return { status: "base_address_changed", message };
}

/** Comes after a rotation, which is pushed by itself while this is not. */
function foreignAddressChanged(sync: Sync, observation: Observation): Judgement | null {
  const { destination_base_address: before, destination, last_synced_at } = sync;
  const current = currentAddress(observation);
  if (last_synced_at === null || (destination?.base_address ?? null) !== null) return null;
  if (isMasked(observation) || !isElsewhere(before, current)) return null;
  const words = elsewhereInWords(before, current);
  return { status: "base_address_changed", message: `${words.charAt(0).toUpperCase()}${words.slice(1)}` };
}

/** True where Entra has a tenant URL and does not show it: then nobody can tell whether it changed. */
function isMasked({ secrets }: Observation): boolean {
  return secrets.some(({ key, value }) => key === BASE_ADDRESS_KEY && value === null);
}

function currentAddress({ secrets }: Observation): string | null {
  return secrets.find((secret) => secret.key === BASE_ADDRESS_KEY)?.value?.reveal() ?? null;
}

/** The job that speaks for a service principal: the first that is active, else the first. */
export function primaryJob(jobs: readonly DestinationJob[]): DestinationJob | null {
  return jobs.find((job) => job.scheduleState === "Active") ?? jobs[0] ?? null;
}

/** What state tells of a service principal's jobs. */
export function provisioningJob(jobs: readonly DestinationJob[]): ProvisioningJob | null {
  const job = primaryJob(jobs);
  if (job === null) return null;
  return {
    id: job.id,
    template_id: job.templateId,
    status: job.status,
    quarantine_reason: job.quarantineReason,
    next_attempt: job.nextAttempt,
  };
}
