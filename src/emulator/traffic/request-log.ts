/** One request that the emulated services received. Bodies and credentials are never kept. */
export interface RequestRecord {
  /** Counts up from 1 since the start. */
  readonly sequence: number;
  /** Emulator time, milliseconds since the epoch. */
  readonly at: number;
  readonly api: string;
  readonly method: string;
  /** The route's pattern, or `(unmatched)`. */
  readonly route: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly hasAuthorization: boolean;
  readonly userAgent: string | null;
  /** Null while it is under way, and for good when the connection broke before an answer. */
  status: number | null;
}

/** What was requested so far. */
export class RequestLog {
  #records: RequestRecord[] = [];
  #sequence = 0;
  readonly #load = new Map<string, { underWay: number; peak: number }>();
  readonly #underWay = new Set<RequestRecord>();

  /** Adds a request that has begun. */
  begin(record: Omit<RequestRecord, "sequence" | "status">): RequestRecord {
    const added: RequestRecord = { ...record, sequence: ++this.#sequence, status: null };
    this.#records.push(added);
    const load = this.#load.get(record.api) ?? { underWay: 0, peak: 0 };
    load.underWay += 1;
    load.peak = Math.max(load.peak, load.underWay);
    this.#load.set(record.api, load);
    this.#underWay.add(added);
    return added;
  }

  /**
   * The answer is about to be sent: the request does not count as under way any more. Whoever has the answer may send
   * the next request before it is known here that the answer has arrived.
   */
  answering(record: RequestRecord): void {
    if (!this.#underWay.delete(record)) return;
    const load = this.#load.get(record.api);
    if (load !== undefined) load.underWay -= 1;
  }

  /** A request has ended; `status` is null when its connection broke. */
  end(record: RequestRecord, status: number | null): void {
    record.status = status;
    this.answering(record);
  }

  /** All requests, the first one first. */
  get records(): readonly RequestRecord[] {
    return this.#records;
  }

  /** How many requests there were, by `METHOD route`. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { method, route } of this.#records) {
      const name = `${method} ${route}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  /** The most requests that were under way at once, by service. */
  get peaks(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#load].map(([api, { peak }]) => [api, peak]));
  }

  /** Forgets everything; requests under way are not recorded again. */
  clear(): void {
    this.#records = [];
    for (const load of this.#load.values()) load.peak = load.underWay;
  }
}
