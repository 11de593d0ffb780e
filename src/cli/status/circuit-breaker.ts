import { Problem } from "../../core/problem";
import { isTransient } from "../../core/retry";

/**
 * Spares a server that does not answer: once so many calls in a row have failed although each was tried again, the
 * others fail with the last problem and send nothing.
 */
export class CircuitBreaker {
  #failures = 0;
  #last: Problem | null = null;

  /** `limit` is a whole number of at least 1. */
  constructor(private readonly limit: number) {}

  /** The result of `operation`. Rejects with its problem, or at once with that of an earlier one. */
  async run<T>(operation: () => Promise<T>): Promise<T> {
    if (this.#last !== null && this.#failures >= this.limit) throw this.#last;
    try {
      const result = await operation();
      this.#failures = 0;
      return result;
    } catch (caught) {
      const problem = Problem.from(caught);
      // An answer of any kind says that the server is there.
      this.#failures = isTransient(problem) ? this.#failures + 1 : 0;
      this.#last = problem;
      throw problem;
    }
  }
}
