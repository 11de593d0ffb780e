import { type CallOptions, type Clock, cancelled } from "./clock";
import { Problem, type ProblemCode } from "./problem";

/** How often and how long to try again. */
export interface RetryPolicy {
  /** Further tries after the first; 4 means at most 5 calls. */
  readonly maxRetries: number;
  /** The first wait in milliseconds, doubled each time. */
  readonly baseMs: number;
  /** No wait is longer than this, but one that the server asked for. */
  readonly capMs: number;
  /** Which problems are worth another try. Default: {@link isTransient}. */
  readonly retryable?: (problem: Problem) => boolean;
}

const TRANSIENT: ReadonlySet<ProblemCode> = new Set(["throttled", "unavailable", "timeout"]);
const TRANSIENT_STATUS: ReadonlySet<number> = new Set([408, 409, 423, 424, 429, 500, 502, 503, 504]);

/** True for faults that the same call may not meet again: connection faults, 408, 409, 423, 424, 429, 5xx. */
export function isTransient(problem: Problem): boolean {
  if (TRANSIENT.has(problem.code)) return true;
  return problem.code === "conflict" && problem.status !== undefined && TRANSIENT_STATUS.has(problem.status);
}

/**
 * Runs `operation` until it succeeds, a problem is not worth another try, the tries are used up, or the deadline
 * would be passed by waiting. Waits grow exponentially with jitter; a `retryAfterMs` of the problem is obeyed, and
 * one that reaches beyond the deadline fails at once and says so.
 *
 * Rejects with the last problem, or with `cancelled` when the signal aborts during a wait.
 */
export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  policy: RetryPolicy,
  call: CallOptions,
  clock: Clock,
  random: () => number = Math.random,
): Promise<T> {
  const retryable = policy.retryable ?? isTransient;
  for (let attempt = 0; ; attempt++) {
    if (call.signal.aborted) throw cancelled();
    try {
      return await operation(attempt);
    } catch (caught) {
      const problem = Problem.from(caught);
      if (!retryable(problem) || attempt >= policy.maxRetries) throw problem;
      const backoff = Math.min(policy.capMs, policy.baseMs * 2 ** attempt);
      const wait = problem.retryAfterMs ?? backoff * (0.5 + random() / 2);
      if (clock.now() + wait > call.deadline) throw outOfTime(problem, wait);
      await clock.sleep(wait, call.signal);
    }
  }
}

function outOfTime(problem: Problem, waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  const why =
    problem.retryAfterMs === undefined
      ? `There was no time left for another try in ${seconds} s.`
      : `The server asked us to wait ${seconds} s, which is longer than this operation may take; run it again later, or raise its timeout.`;
  return problem.withDetail(`${problem.detail} ${why}`);
}
