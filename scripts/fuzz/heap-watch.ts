/** The heap is looked at so often in a run. */
const LOOKS = 20;
/** By then what is loaded lazily is there, and caches are full. */
const WARM_UP = 0.25;
/** A run too short to tell a leak from a cache. */
const FEWEST_CASES = 400;

/**
 * How much the heap holds after it was collected. From the end of the warm-up (a quarter of the run) to its end it may
 * grow by a half and 16 MiB: caches of V8 and of libraries grow a little, while a leak of one case's values, tens of
 * kilobytes, comes to hundreds of megabytes in ten thousand cases.
 */
export class HeapWatch {
  peak = 0;
  readonly #every: number;
  readonly #cases: number;
  #warm: number | null = null;

  constructor(cases: number) {
    this.#cases = cases;
    this.#every = Math.max(1, Math.floor(cases / LOOKS));
  }

  /** Called before a case. */
  look(count: number): void {
    this.peak = Math.max(this.peak, process.memoryUsage().heapUsed);
    if (count % this.#every === 0 && this.#warm === null && count >= this.#cases * WARM_UP)
      this.#warm = collected();
  }

  /** What is wrong, or null. */
  verdict(): string | null {
    if (this.#cases < FEWEST_CASES || this.#warm === null) return null;
    const end = collected();
    const most = this.#warm * 1.5 + 16 * 2 ** 20;
    if (end <= most) return null;
    return `The heap grew from ${mebibytes(this.#warm)} after the warm-up to ${mebibytes(end)}: something is kept.`;
  }
}

/** Bytes in MiB, for people. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function collected(): number {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
