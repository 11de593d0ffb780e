import type { JobReport } from "../../job-report";

/**
 * The jobs of an application in a few words: the one that is in quarantine, else the first on schedule, else the
 * first. `?` where they could not be read.
 */
export function jobInWords(jobs: readonly JobReport[] | null, inWords: (time: string) => string): string {
  if (jobs === null) return "?";
  const job =
    jobs.find(({ status }) => status === "Quarantine") ??
    jobs.find(({ schedule }) => schedule === "Active") ??
    jobs[0];
  if (job === undefined) return "none";
  const others = jobs.length === 1 ? "" : ` (+${jobs.length - 1})`;
  return `${wordsFor(job, inWords)}${others}`;
}

function wordsFor(job: JobReport, inWords: (time: string) => string): string {
  if (job.status === "Quarantine") {
    const next = job.next_attempt === null ? "" : `, next try ${inWords(job.next_attempt)}`;
    return `quarantine: ${REASONS[job.quarantine_reason ?? "Unknown"] ?? job.quarantine_reason}${next}`;
  }
  if (job.schedule === "Disabled") return "turned off";
  if (job.schedule === "Paused") return "paused";
  return STATUSES[job.status] ?? job.status;
}

const STATUSES: Readonly<Record<string, string>> = {
  Active: "active",
  NotRun: "not run yet",
  NotConfigured: "not configured",
  Paused: "paused",
};

const REASONS: Readonly<Record<string, string>> = {
  EncounteredQuarantineException: "token or connection",
  EncounteredBaseEscrowThreshold: "too many failures",
  EncounteredTotalEscrowThreshold: "too many failures",
  EncounteredEscrowProportionThreshold: "too many failures",
  TooManyDeletes: "too many deletions",
  QuarantinedOnDemand: "on demand",
  IngestionInterrupted: "interrupted reading",
  Unknown: "unknown reason",
};
