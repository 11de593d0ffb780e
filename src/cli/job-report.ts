import type { DestinationJob } from "../sync/ports";

/** A provisioning job, as every command's JSON has it. Times are RFC 3339. */
export interface JobReport {
  readonly id: string;
  readonly template_id: string;
  /** `Active`, `Disabled` or `Paused`; null where Microsoft Graph does not say. */
  readonly schedule: string | null;
  /** `NotConfigured`, `NotRun`, `Active`, `Paused` or `Quarantine`, as Microsoft Graph names it. */
  readonly status: string;
  readonly quarantine_reason: string | null;
  readonly next_attempt: string | null;
  readonly last_success_at: string | null;
}

/** What is printed of a job. */
export function jobReport(job: DestinationJob): JobReport {
  return {
    id: job.id,
    template_id: job.templateId,
    schedule: job.scheduleState,
    status: job.status,
    quarantine_reason: job.quarantineReason,
    next_attempt: job.nextAttempt,
    last_success_at: job.lastSuccessAt,
  };
}
