import { Problem } from "../core/problem";
import type { DestinationJob } from "./ports";
import type { PushContext, PushWarning } from "./push-request";

/** How long to wait before each look at a job that was started. */
const POLL_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const BAD_CREDENTIALS = "EncounteredQuarantineException";

/** The jobs as they are afterwards, and what a person should know. */
export interface Healed {
  readonly jobs: readonly DestinationJob[];
  readonly warnings: readonly PushWarning[];
}

/**
 * Starts jobs that are in quarantine for bad credentials and waits for them to leave it (DESIGN §6, step 6): without
 * that Entra tries again within a day only, and never after four weeks. Other quarantines and paused jobs are left
 * alone and named. Never rejects: the token is in place, and everything here is a warning.
 */
export async function heal(
  objectId: string,
  jobs: readonly DestinationJob[],
  context: PushContext,
): Promise<Healed> {
  const quarantined = jobs.filter((job) => job.status === "Quarantine");
  const ours = quarantined.filter(isForBadCredentials);
  const others = quarantined.filter((job) => !ours.includes(job));
  const warnings = others.map(leftAlone);
  if (ours.length === 0) return { jobs, warnings };
  try {
    for (const job of ours) await context.ports.destination.startJob(objectId, job.id, context.call);
  } catch (caught) {
    return { jobs, warnings: [...warnings, notStarted(Problem.from(caught))] };
  }
  let now: readonly DestinationJob[];
  try {
    now = await waitUntilLifted(objectId, ours, jobs, context);
  } catch (caught) {
    return { jobs, warnings: [...warnings, notSeen(ours, Problem.from(caught))] };
  }
  const still = now.filter((job) => ours.some((one) => one.id === job.id) && job.status === "Quarantine");
  return { jobs: now, warnings: [...warnings, ...still.map(notLifted)] };
}

function isForBadCredentials(job: DestinationJob): boolean {
  return job.quarantineReason === BAD_CREDENTIALS && job.scheduleState !== "Paused";
}

async function waitUntilLifted(
  objectId: string,
  jobs: readonly DestinationJob[],
  known: readonly DestinationJob[],
  { ports: { destination }, call, clock }: PushContext,
): Promise<readonly DestinationJob[]> {
  let pending = known;
  for (const wait of POLL_MS) {
    if (clock.now() + wait > call.deadline) break;
    await clock.sleep(wait, call.signal);
    pending = await destination.jobs(objectId, call);
    const ids = new Set(jobs.map((job) => job.id));
    if (!pending.some((job) => ids.has(job.id) && job.status === "Quarantine")) break;
  }
  return pending;
}

function leftAlone(job: DestinationJob): PushWarning {
  const why =
    job.scheduleState === "Paused"
      ? "somebody paused it"
      : `its reason is ${job.quarantineReason ?? "unknown"}, which a new token does not mend`;
  return {
    summary: "A provisioning job is in quarantine",
    detail: `Job ${job.id} was left alone: ${why}. Look at it in the Entra admin center under Provisioning.`,
  };
}

function notStarted(problem: Problem): PushWarning {
  return {
    summary: "The provisioning job was not started again",
    detail: `The token is in place, but the job stays in quarantine for now. ${problem.summary}: ${problem.detail} Start provisioning in the Entra admin center, or wait for Entra's next attempt.`,
  };
}

function notSeen(jobs: readonly DestinationJob[], problem: Problem): PushWarning {
  return {
    summary: "The provisioning job could not be looked at",
    detail: `The token is in place and job ${jobs.map(({ id }) => id).join(", ")} was started, but whether that lifted the quarantine is not known. ${problem.summary}: ${problem.detail} The next plan shows it in provisioning_job.`,
  };
}

function notLifted(job: DestinationJob): PushWarning {
  return {
    summary: "The provisioning job is still in quarantine",
    detail: `The token is in place and job ${job.id} was started, but it has not left quarantine yet. Entra may need longer; look at it in the Entra admin center under Provisioning if it stays.`,
  };
}
