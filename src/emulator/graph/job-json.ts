import type { Job, JobExecution, ServicePrincipalRecord } from "./graph-state";

const NEVER = "0001-01-01T00:00:00Z";

/** A job as Graph shows it: `synchronizationJob` in `graph-synchronization.csdl.xml`. */
export function jobJson(servicePrincipal: ServicePrincipalRecord, job: Job): Record<string, unknown> {
  return {
    id: job.id,
    templateId: job.templateId,
    schedule: { expiration: null, interval: "PT40M", state: job.schedule },
    status: {
      code: job.code,
      countSuccessiveCompleteFailures: job.successiveFailures,
      escrowsPruned: false,
      lastExecution: executionJson(job.lastExecution),
      lastSuccessfulExecution: executionJson(job.lastSuccess),
      lastSuccessfulExecutionWithExports: executionJson(
        job.lastSuccess !== null && job.lastSuccess.exported > 0 ? job.lastSuccess : null,
      ),
      progress: [],
      quarantine: quarantineJson(job),
      steadyStateFirstAchievedTime: time(job.steadySince),
      steadyStateLastAchievedTime: time(job.steadyAt),
      synchronizedEntryCountByType: job.runs > 0 ? [{ key: "User", value: job.runs }] : [],
      troubleshootingUrl: `https://portal.azure.com/?feature.userProvisioning=true#blade/${servicePrincipal.id}`,
    },
    synchronizationJobSettings: [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }],
  };
}

function quarantineJson({ quarantine }: Job): Record<string, unknown> | null {
  if (quarantine === null) return null;
  return {
    currentBegan: time(quarantine.currentBegan),
    nextAttempt: time(quarantine.nextAttempt),
    reason: quarantine.reason,
    seriesBegan: time(quarantine.seriesBegan),
    seriesCount: quarantine.seriesCount,
    error: { ...quarantine.error },
  };
}

function executionJson(execution: JobExecution | null): Record<string, unknown> | null {
  if (execution === null) return null;
  return {
    activityIdentifier: execution.activityIdentifier,
    countEntitled: execution.exported,
    countEntitledForProvisioning: execution.exported,
    countEscrowed: 0,
    countEscrowedRaw: 0,
    countExported: execution.exported,
    countExports: execution.exported,
    countImported: 1,
    countImportedDeltas: 0,
    countImportedReferenceDeltas: 0,
    error: execution.error,
    state: execution.state,
    timeBegan: time(execution.began),
    timeEnded: time(execution.ended),
  };
}

function time(ms: number | null): string {
  return ms === null ? NEVER : new Date(ms).toISOString();
}
