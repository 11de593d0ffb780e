import { inspect } from "node:util";

const REDACTED = "(redacted)";

/**
 * A token or credential. It prints as redacted in string conversion, JSON and `util.inspect`, and is opened with
 * {@link Secret.reveal} in one place per client, at the edge where it leaves the process.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it only where it is sent; never keep, log or compare what comes back. */
  reveal(): string {
    return this.#value;
  }

  /** True when both hold the same value, without revealing either. */
  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}
