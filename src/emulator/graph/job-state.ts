import { randomUUID } from "node:crypto";
import type {
  Job,
  JobCode,
  JobError,
  JobExecution,
  Quarantine,
  QuarantineReason,
  ServicePrincipalRecord,
} from "./graph-state";
import { MASKED_KEYS } from "./secret-keys";

const HOUR_MS = 3_600_000;
/** A job that has been in quarantine for so long is disabled. */
const GIVE_UP_MS = 28 * 24 * HOUR_MS;

/** Flags of `synchronizationJobRestartScope`, with what they reset. */
export const RESTART_SCOPES: ReadonlySet<string> = new Set([
  "None",
  "ConnectorDataStore",
  "Escrows",
  "Watermark",
  "QuarantineState",
  "Full",
  "ForceDeletes",
]);

/** A new job: not scheduled, and without credentials `NotConfigured`. */
export function createJob(servicePrincipal: ServicePrincipalRecord, templateId: string): Job {
  const job: Job = {
    id: `${templateId}.${randomUUID().replaceAll("-", "")}.${randomUUID()}`,
    templateId,
    schedule: "Disabled",
    code: "NotConfigured",
    quarantine: null,
    successiveFailures: 0,
    runs: 0,
    lastExecution: null,
    lastSuccess: null,
    steadySince: null,
    steadyAt: null,
  };
  job.code = restingCode(servicePrincipal, job);
  return job;
}

/** Stored credentials turn `NotConfigured` into `NotRun`, or back; a job that has run stays what it is. */
export function credentialsChanged(servicePrincipal: ServicePrincipalRecord): void {
  for (const job of servicePrincipal.jobs) {
    if (job.code === "NotConfigured" || job.code === "NotRun") job.code = restingCode(servicePrincipal, job);
  }
}

/** Schedules the job; `liftsQuarantine` is what documentation promises of `start`. */
export function startJob(servicePrincipal: ServicePrincipalRecord, job: Job, liftsQuarantine: boolean): void {
  job.schedule = "Active";
  if (job.code === "Quarantine" && !liftsQuarantine) return;
  liftQuarantine(servicePrincipal, job);
}

/** Stops scheduling; a quarantine stays visible. */
export function pauseJob(job: Job): void {
  job.schedule = "Paused";
  if (job.code !== "Quarantine") job.code = "Paused";
}

/** Resets what the scopes say and schedules the job. No scopes at all means everything but the connector's store. */
export function restartJob(
  servicePrincipal: ServicePrincipalRecord,
  job: Job,
  scopes: readonly string[],
  liftsQuarantine: boolean,
): void {
  const resets = (scope: string) => scopes.length === 0 || scopes.includes(scope) || scopes.includes("Full");
  if (resets("Watermark")) {
    job.runs = 0;
    job.steadySince = null;
    job.steadyAt = null;
  }
  job.schedule = "Active";
  if (job.code !== "Quarantine") job.code = restingCode(servicePrincipal, job);
  else if (resets("QuarantineState") && liftsQuarantine) liftQuarantine(servicePrincipal, job);
}

/** Puts the job in quarantine, or counts one more failure of the series when it is in one for this reason. */
export function enterQuarantine(job: Job, reason: QuarantineReason, error: JobError, now: number): void {
  const before = job.quarantine?.reason === reason ? job.quarantine : null;
  const seriesBegan = before?.seriesBegan ?? now;
  const seriesCount = (before?.seriesCount ?? 0) + 1;
  const quarantine: Quarantine = {
    reason,
    error,
    seriesBegan,
    currentBegan: now,
    seriesCount,
    nextAttempt: Math.max(now, seriesBegan + retryDelay(seriesCount)),
  };
  job.quarantine = quarantine;
  job.code = "Quarantine";
  job.successiveFailures += 1;
  if (now - seriesBegan >= GIVE_UP_MS) job.schedule = "Disabled";
}

/** Records a run that worked; it ends a quarantine. */
export function recordSuccess(job: Job, execution: JobExecution): void {
  job.lastExecution = execution;
  job.lastSuccess = execution;
  job.runs += 1;
  job.successiveFailures = 0;
  job.quarantine = null;
  job.code = "Active";
  job.steadySince ??= execution.ended;
  job.steadyAt = execution.ended;
}

/** What a scheduled job without quarantine shows: it depends on credentials and on whether it has run. */
function restingCode(servicePrincipal: ServicePrincipalRecord, job: Job): JobCode {
  if (job.runs > 0) return "Active";
  return [...servicePrincipal.secrets.keys()].some((key) => MASKED_KEYS.has(key))
    ? "NotRun"
    : "NotConfigured";
}

function liftQuarantine(servicePrincipal: ServicePrincipalRecord, job: Job): void {
  job.quarantine = null;
  job.code = restingCode(servicePrincipal, job);
}

/** Retries come 6, 12 and 24 hours after the first failure, then every 24 hours. */
function retryDelay(seriesCount: number): number {
  const hours = seriesCount === 1 ? 6 : seriesCount === 2 ? 12 : 24 * (seriesCount - 2);
  return hours * HOUR_MS;
}
