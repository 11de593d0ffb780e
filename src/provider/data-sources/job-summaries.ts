import type { DestinationJob } from "../../sync/ports";

/** A provisioning job as data sources list it. */
export interface JobSummary {
  readonly id: string;
  readonly template_id: string;
  readonly status: string;
}

/** Jobs as data sources list them. */
export function jobSummaries(jobs: readonly DestinationJob[]): readonly JobSummary[] {
  return jobs.map((job) => ({ id: job.id, template_id: job.templateId, status: job.status }));
}
