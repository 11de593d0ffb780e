import { Problem } from "./problem";

/** Time, so that tests can inject their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with a `cancelled` {@link Problem} as soon as `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Node's timers end at once when they are set for longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(cancelled());
      const stop = () => {
        clearTimeout(timer);
        reject(cancelled());
      };
      const timer = setTimeout(
        () => {
          signal.removeEventListener("abort", stop);
          resolve();
        },
        Math.min(ms, LONGEST_TIMER_MS),
      );
      signal.addEventListener("abort", stop, { once: true });
    }),
};

/** How long one operation may take, and what ends it early. Handed down to every remote call. */
export interface CallOptions {
  /** Aborts when the run is interrupted (Ctrl-C). It does not abort at the deadline. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch after which nothing new is begun. */
  readonly deadline: number;
}

/** The problem that an interrupted wait ends with. */
export function cancelled(): Problem {
  return new Problem("cancelled", {
    summary: "Interrupted",
    detail: "The run was interrupted before this operation had finished. Run it again to converge.",
  });
}
