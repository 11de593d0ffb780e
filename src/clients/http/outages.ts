import type { Clock } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { RetryPolicy } from "../../core/retry";

/** So many operations of a kind have to fail in a row, each with all of its tries, … */
const FAILURES = 3;
/** … and for so long after the last of them others of that kind get a single try. */
const STANDING_MS = 30_000;

interface Failures {
  count: number;
  last: number;
}

/**
 * What is out of order right now. Waiting out a fault is right for one operation; when a service is down, a thousand
 * syncs that each wait it out keep a plan for many minutes before it says so. So once several operations of a kind
 * (one endpoint, whatever the object) have failed in a row, further ones are tried once, until one succeeds or half a
 * minute has passed.
 */
export class Outages {
  readonly #failures = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /** Runs an operation of this kind with the policy that it deserves. Rejects with what the operation rejects with. */
  async run<T>(
    kind: string,
    policy: RetryPolicy,
    operation: (policy: RetryPolicy) => Promise<T>,
  ): Promise<T> {
    try {
      const result = await operation(this.#isOut(kind) ? { ...policy, maxRetries: 0 } : policy);
      this.#failures.delete(kind);
      return result;
    } catch (caught) {
      const { code } = Problem.from(caught);
      if (code === "unavailable" || code === "timeout") this.#count(kind);
      throw caught;
    }
  }

  #isOut(kind: string): boolean {
    const failures = this.#failures.get(kind);
    return (
      failures !== undefined && failures.count >= FAILURES && this.clock.now() - failures.last < STANDING_MS
    );
  }

  #count(kind: string): void {
    const count = (this.#failures.get(kind)?.count ?? 0) + 1;
    this.#failures.set(kind, { count, last: this.clock.now() });
  }
}
