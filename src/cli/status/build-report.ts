import { assess, type Observation, TOKEN_KEY } from "../../sync/assess";
import type { Connection, Sync, SyncObservation } from "../../sync/model";
import type { DestinationJob } from "../../sync/ports";
import { jobReport } from "../job-report";
import { redactor } from "../terraform/hidden-values";
import { connectionKey } from "../terraform/sync-attributes";
import { jobProblems } from "./job-problems";
import type { Look } from "./look";
import { rankOf, type StatusProblem } from "./problem-codes";
import type { StoredState, StoredSync } from "./state/state";
import { type CopyStatus, STATUS_FORMAT_VERSION, type StatusReport, type SyncReport } from "./status-report";
import {
  copyProblem,
  GONE,
  isPushDue,
  lookProblem,
  NOT_APPLIED,
  sharedDestination,
  TAINTED,
} from "./sync-problems";

/**
 * What is true of the syncs of a state after a look at each (`looks` has the order of `state.syncs`). Pure. What
 * Terraform treats as sensitive is hidden.
 */
export function buildReport(
  state: StoredState,
  looks: readonly Look[],
  about: { readonly name: string; readonly checkedAt: string },
): StatusReport {
  const redact = redactor(state.hidden);
  const shared = sharedDestinations(state.syncs);
  const syncs = state.syncs.flatMap((sync, index) => {
    const look = looks[index];
    if (look === undefined) return [];
    const others = (shared.get(keyOf(sync)) ?? []).filter((address) => address !== sync.address);
    const report = syncReport(sync, look, others, state);
    return [mapTexts(report, redact)];
  });
  const problems: Partial<Record<StatusProblem["code"], number>> = {};
  for (const sync of syncs) {
    for (const code of new Set(sync.problems.map((problem) => problem.code))) {
      problems[code] = (problems[code] ?? 0) + 1;
    }
  }
  const healthy = syncs.filter((sync) => sync.healthy).length;
  return {
    format_version: STATUS_FORMAT_VERSION,
    checked_at: about.checkedAt,
    state: about.name,
    healthy: healthy === syncs.length,
    summary: { syncs: syncs.length, healthy, problems },
    syncs: syncs.toSorted(gravestFirst),
  };
}

function syncReport(sync: StoredSync, look: Look, others: readonly string[], state: StoredState): SyncReport {
  const { attributes } = sync;
  const { copy, observed, jobs, secrets } = judge(attributes, look);
  const pushIsDue = sync.tainted || (observed !== null && isPushDue(attributes, observed));
  const problems = [
    ...(copy === null ? [] : [copy]),
    ...(jobs === null ? [] : jobProblems(jobs, pushIsDue)),
    ...(others.length === 0 ? [] : [sharedDestination(others)]),
    ...(sync.tainted ? [TAINTED] : []),
  ].toSorted((a, b) => rankOf(a.code) - rankOf(b.code));
  const connection = attributes.destination?.connection ?? null;
  return {
    address: sync.address,
    name: attributes.name,
    healthy: problems.length === 0,
    status: (copy?.code ?? "synced") as CopyStatus,
    problems,
    application: {
      service_principal_id: attributes.destination?.service_principal_id ?? attributes.id,
      display_name: attributes.service_principal_display_name,
    },
    connection: connection === null ? null : connectionReport(connection, state),
    source: attributes.source,
    token_wo_version: attributes.token_wo_version,
    synced_version: attributes.synced_version,
    source_version: observed?.source_version ?? null,
    source_updated_at: observed?.source_updated_at ?? null,
    source_updated_by: observed?.source_updated_by ?? null,
    last_synced_at: attributes.last_synced_at,
    token_present: secrets?.some(({ key }) => key === TOKEN_KEY) ?? null,
    jobs: jobs?.map(jobReport) ?? null,
  };
}

interface Judged {
  readonly copy: StatusProblem | null;
  readonly observed: SyncObservation | null;
  readonly jobs: readonly DestinationJob[] | null;
  readonly secrets: Observation["secrets"] | null;
}

function judge(sync: Sync, look: Look): Judged {
  const nothing = { observed: null, jobs: null, secrets: null };
  switch (look.kind) {
    case "seen": {
      const observed = assess(readable(sync), look.observation);
      const { jobs, secrets } = look.observation;
      return { copy: copyProblem(sync, observed), observed, jobs, secrets };
    }
    case "half_seen":
      return { ...nothing, ...look.destination, copy: lookProblem(look.problem) };
    case "unseen":
      return { ...nothing, copy: lookProblem(look.problem) };
    case "gone":
      return { ...nothing, copy: GONE };
    case "not_applied":
      return { ...nothing, copy: NOT_APPLIED };
  }
}

/** A sync that was unreadable the last time is judged afresh, as refresh does. */
function readable(sync: Sync): Sync {
  return sync.sync_status === "unreadable" ? { ...sync, sync_status: null, sync_message: null } : sync;
}

function connectionReport(used: Connection, { connections }: StoredState): SyncReport["connection"] {
  const declared = connections.find(({ attributes }) => connectionKey(attributes) === connectionKey(used));
  return {
    address: declared?.address ?? null,
    name: declared?.attributes.name ?? null,
    tenant_id: used.tenant_id,
    client_id: used.client_id,
  };
}

/** Addresses of the syncs of each application. An object id belongs to one tenant, so it counts alone. */
function sharedDestinations(syncs: readonly StoredSync[]): ReadonlyMap<string, readonly string[]> {
  const byDestination = new Map<string, string[]>();
  for (const sync of syncs) {
    const addresses = byDestination.get(keyOf(sync)) ?? [];
    addresses.push(sync.address);
    byDestination.set(keyOf(sync), addresses);
  }
  return byDestination;
}

function keyOf({ address, attributes }: StoredSync): string {
  return (attributes.destination?.service_principal_id ?? attributes.id ?? address).toLowerCase();
}

function gravestFirst(a: SyncReport, b: SyncReport): number {
  const rank = (sync: SyncReport) =>
    sync.problems[0] === undefined ? Number.POSITIVE_INFINITY : rankOf(sync.problems[0].code);
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
  return byText(a.name ?? a.address, b.name ?? b.address) || byText(a.address, b.address);
}

/** As people count: `app-2` comes before `app-10`, everywhere alike. */
const byText = new Intl.Collator("en", { numeric: true }).compare;

/** The same value with each text in it replaced. */
function mapTexts<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === "string") return replace(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, replace)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, replace)])) as T;
}
