import { type Clock, cancelled } from "../../../src/core/clock";

/**
 * Time that passes only when somebody waits or sends. An operation that would wait for days is over at once, and one
 * that would go on for ever meets its deadline.
 */
export class FuzzClock implements Clock {
  /** Milliseconds that were slept. */
  slept = 0;
  #now = Date.UTC(2026, 0, 1);

  now(): number {
    return this.#now;
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelled();
    if (!(ms >= 0)) throw new Error(`slept for ${ms} ms`);
    this.slept += ms;
    this.#now += ms;
  }
}
