import type { Clock } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { StatusReport } from "./status-report";

/** How a watch goes on. */
export interface Watch {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly intervalMs: number;
  /** One look. */
  readonly look: () => Promise<StatusReport>;
  readonly show: (report: StatusReport) => void;
  /** A look that is not the first failed as a whole; the next may succeed. */
  readonly onFailure: (problem: Problem) => void;
}

/**
 * Looks again and again until it is interrupted, and gives what the last look found: a report, or the problem that it
 * failed with. The wait begins when a look is over.
 *
 * Rejects with the problem of the first look, and with `cancelled` when that is interrupted.
 */
export async function watch(options: Watch): Promise<StatusReport | Problem> {
  const { clock, signal, intervalMs } = options;
  let last: StatusReport | Problem = await options.look();
  options.show(last);
  while (!signal.aborted) {
    try {
      await clock.sleep(intervalMs, signal);
      last = await options.look();
      options.show(last);
    } catch (caught) {
      const problem = Problem.from(caught);
      if (problem.code === "cancelled" && signal.aborted) break;
      options.onFailure(problem);
      last = problem;
    }
  }
  return last;
}
