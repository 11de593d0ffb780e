import { type Clock, cancelled } from "../../src/core/clock";
import type { Control } from "../../src/emulator/control/control";

/** The machine's time, but that waits take none: it jumps, and the emulator's along with it. */
export class CellClock implements Clock {
  /** Milliseconds of each wait. */
  readonly waits: number[] = [];
  #ahead = 0;
  readonly #control: Control;

  constructor(control: Control) {
    this.#control = control;
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelled();
    this.waits.push(ms);
    await this.pass(ms);
  }

  /** Lets time pass for everybody. */
  async pass(ms: number): Promise<void> {
    this.#ahead += ms;
    await this.#control.advanceTime(ms);
  }
}
