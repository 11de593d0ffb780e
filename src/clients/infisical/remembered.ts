import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { isTransient } from "../../core/retry";
import { SingleFlight } from "../http/single-flight";

/**
 * Results by key, each computed once in a process: callers share the computation under way and then its result. A
 * problem that would only come again is remembered too; a transient one is not, so the next caller tries anew.
 */
export class Remembered<T> {
  readonly #flights = new SingleFlight<T>();
  readonly #known = new Map<string, T | Problem>();

  /** The result for `key`, of `compute` when it is not known. Rejects with its problem. */
  async get(key: string, call: CallOptions, compute: (call: CallOptions) => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    if (known instanceof Problem) throw known;
    if (known !== undefined) return known;
    return this.#flights.run(key, call, async (own) => {
      try {
        const result = await compute(own);
        this.#known.set(key, result);
        return result;
      } catch (caught) {
        const problem = Problem.from(caught);
        if (!isTransient(problem) && problem.code !== "cancelled") this.#known.set(key, problem);
        throw problem;
      }
    });
  }

  /** Forgets a remembered problem for `key`, not a result. */
  forgive(key: string): void {
    if (this.#known.get(key) instanceof Problem) this.#known.delete(key);
  }
}
