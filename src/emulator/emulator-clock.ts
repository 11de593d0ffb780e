/** The emulator's own time: the machine's, moved forward by {@link EmulatorClock.advance}. */
export class EmulatorClock {
  #offset = 0;

  /** `base` gives the machine's time in milliseconds since the epoch. */
  constructor(private readonly base: () => number = Date.now) {}

  /** Milliseconds since the epoch. */
  now(): number {
    return this.base() + this.#offset;
  }

  /** RFC 3339 in UTC, with milliseconds. */
  timestamp(): string {
    return new Date(this.now()).toISOString();
  }

  /** Moves the time forward by so many milliseconds: tokens expire, locks open, retries become due. */
  advance(ms: number): void {
    this.#offset += ms;
  }

  /** Sets how many milliseconds the time is ahead of the machine's, or behind it. */
  setOffset(ms: number): void {
    this.#offset = ms;
  }
}
