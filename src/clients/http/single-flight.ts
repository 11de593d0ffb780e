import { type CallOptions, cancelled } from "../../core/clock";
import { Problem } from "../../core/problem";
import { onAbort } from "./on-abort";

/**
 * Lets callers who want the same thing at the same time share one operation. Nothing is remembered once it has
 * ended. Whoever is interrupted leaves at once and alone: when it was the one who began, another caller begins anew.
 */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>();

  /**
   * The result of the operation under way for `key`, or of `operation`, begun with this caller's `call`. Rejects
   * with its problem, or with `cancelled` as soon as the caller's own signal aborts.
   */
  async run(key: string, call: CallOptions, operation: (call: CallOptions) => Promise<T>): Promise<T> {
    for (;;) {
      if (call.signal.aborted) throw cancelled();
      const shared = this.#flights.get(key);
      if (shared === undefined) return this.#begin(key, operation(call));
      try {
        return await untilAborted(shared, call.signal);
      } catch (caught) {
        const othersInterruption = Problem.from(caught).code === "cancelled" && !call.signal.aborted;
        if (!othersInterruption) throw caught;
      }
    }
  }

  #begin(key: string, flight: Promise<T>): Promise<T> {
    const landed = flight.finally(() => this.#flights.delete(key));
    this.#flights.set(key, landed);
    return landed;
  }
}

/** The result of `shared`, or `cancelled` as soon as `signal` aborts; `shared` itself goes on. */
export function untilAborted<T>(shared: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancelled());
    const stay = onAbort(signal, () => reject(cancelled()));
    shared.then(resolve, reject).finally(stay);
  });
}
