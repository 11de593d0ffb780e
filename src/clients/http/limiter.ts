import { cancelled } from "../../core/clock";
import { onAbort } from "./on-abort";

/** Lets at most `limit` operations run at a time; the others wait in the order in which they came. */
export class Limiter {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** `limit` is a whole number of at least 1. */
  constructor(limit: number) {
    this.#free = limit;
  }

  /**
   * Runs `operation` as soon as there is room; its result or rejection is passed on. Rejects with `cancelled`, and
   * does not run it, when `signal` aborts before that.
   */
  async run<T>(operation: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await operation();
    } finally {
      this.#leave();
    }
  }

  #enter(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(cancelled());
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        stay();
        resolve();
      };
      const stay = onAbort(signal, () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(cancelled());
      });
      this.#waiting.push(enter);
    });
  }

  /** A room that is given up goes to the next in line, so that a newcomer cannot overtake. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
