import type { DestinationJob } from "../../sync/ports";
import type { StatusProblem } from "./problem-codes";

/**
 * What is wrong with the provisioning jobs of an application. A job provisions when it is on schedule and its status
 * is `Active`, or `NotRun` before its first cycle; an application is well when it has a job and each of them does.
 *
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
 */
export function jobProblems(
  jobs: readonly DestinationJob[],
  /** The next apply pushes, and starts a job again that is in quarantine for its credentials. */
  pushIsDue: boolean,
): readonly StatusProblem[] {
  if (jobs.length === 0) {
    return [
      {
        code: "job_missing",
        message: "The application has no provisioning job, so nobody uses the token",
        remedy: `Turn on provisioning ${PORTAL}.`,
      },
    ];
  }
  return jobs.flatMap((job) => {
    const problem = jobProblem(job, pushIsDue);
    return problem === null ? [] : [problem];
  });
}

const PORTAL = "in the Entra admin center (Enterprise applications, the application, Provisioning)";

function jobProblem(job: DestinationJob, pushIsDue: boolean): StatusProblem | null {
  if (job.status === "Quarantine") return quarantine(job, pushIsDue);
  if (job.scheduleState === "Disabled") {
    return {
      code: "job_disabled",
      message: "Provisioning is turned off",
      remedy: `Turn it on ${PORTAL}, if it should run.`,
    };
  }
  if (job.scheduleState === "Paused" || job.status === "Paused") {
    return {
      code: "job_paused",
      message: "Provisioning is paused",
      remedy: `Start it ${PORTAL}, if it should run.`,
    };
  }
  if (job.status === "NotConfigured") {
    return {
      code: "job_not_configured",
      message: "The provisioning job has no credentials yet",
      remedy: `Enter tenant URL and token, or look at what is missing, ${PORTAL}.`,
    };
  }
  if (job.status === "Active" || job.status === "NotRun") return null;
  return {
    code: "job_unknown",
    message: `The provisioning job has the status ${job.status}, which is not known`,
    remedy: `Look at it ${PORTAL}.`,
  };
}

function quarantine(job: DestinationJob, pushIsDue: boolean): StatusProblem {
  const { words, remedy } = explain(job.quarantineReason, pushIsDue);
  const stopped =
    job.scheduleState === "Disabled" || job.scheduleState === "Paused"
      ? `; provisioning is ${job.scheduleState === "Paused" ? "paused" : "turned off"}, so Entra does not try again`
      : "";
  const next = stopped === "" && job.nextAttempt !== null ? `; Entra tries again at ${job.nextAttempt}` : "";
  return { code: "quarantine", message: `In quarantine: ${words}${stopped}${next}`, remedy };
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationquarantine */
function explain(
  reason: string | null,
  pushIsDue: boolean,
): { readonly words: string; readonly remedy: string } {
  const LOGS = `Look at the provisioning logs of the application in the Entra admin center, put right what fails, and restart provisioning there.`;
  switch (reason) {
    case "EncounteredQuarantineException":
      return {
        words: "the application refused the token or could not be reached",
        remedy: pushIsDue
          ? "Apply: the newest token is tested, pushed, and the job started again."
          : `Test the connection ${PORTAL}. If the token is refused, issue a new one in the application, store it in Infisical, and apply; else restart provisioning there.`,
      };
    case "EncounteredBaseEscrowThreshold":
    case "EncounteredTotalEscrowThreshold":
    case "EncounteredEscrowProportionThreshold":
      return { words: "too many users or groups could not be provisioned", remedy: LOGS };
    case "TooManyDeletes":
      return {
        words: "more deletions are due than its threshold allows",
        remedy: `Check whether they are meant, then allow or reject them ${PORTAL}.`,
      };
    case "QuarantinedOnDemand":
      return { words: "somebody asked for it", remedy: LOGS };
    case "IngestionInterrupted":
      return { words: "reading from the directory was interrupted", remedy: LOGS };
    case null:
    case "Unknown":
      return { words: "Entra does not say why", remedy: LOGS };
    default:
      return { words: reason, remedy: LOGS };
  }
}
