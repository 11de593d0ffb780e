/**
 * Data that Terraform stores beside an object without showing it. It is readable in state and in a saved plan, and
 * is lost when a tainted object is replaced: nothing secret and nothing that a destroy must know belongs here.
 */
export class PrivateState {
  readonly #entries: Map<string, unknown>;

  constructor(entries: ReadonlyMap<string, unknown> = new Map()) {
    this.#entries = new Map(entries);
  }

  /** From the bytes Terraform hands back; what is no JSON object of ours counts as empty. */
  static decode(bytes: Uint8Array): PrivateState {
    if (bytes.length === 0) return new PrivateState();
    try {
      const parsed: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
      if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return new PrivateState();
      const decoded = new PrivateState(new Map(Object.entries(parsed)));
      // What is nested too deep to be written again must be found now, not after an apply.
      decoded.encode();
      return decoded;
    } catch {
      return new PrivateState();
    }
  }

  get(key: string): unknown {
    return this.#entries.get(key);
  }

  /** Stores a JSON value; undefined removes the key. */
  set(key: string, value: unknown): void {
    if (value === undefined) this.#entries.delete(key);
    else this.#entries.set(key, value);
  }

  /** Empty bytes when nothing is stored. */
  encode(): Uint8Array {
    if (this.#entries.size === 0) return new Uint8Array();
    return Buffer.from(JSON.stringify(Object.fromEntries(this.#entries)));
  }
}
