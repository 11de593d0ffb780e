import { KeyedLock } from "../core/keyed-lock";
import { Problem } from "../core/problem";
import { isTransient } from "../core/retry";

/** A destination, the same for every spelling of the same service principal: cloud, tenant and object id. */
export type DestinationKey = string;

/** The key of a destination. */
export function destinationKey(cloud: string, tenantId: string, servicePrincipalId: string): DestinationKey {
  return [cloud, tenantId, servicePrincipalId].join("|").toLowerCase();
}

/**
 * What one provider process remembers from call to call. Terraform plans and applies in different processes, so
 * nothing in here may change a planned value: it serves warnings, errors and the order of writes alone.
 */
export class ProcessMemory {
  /** One write at a time per destination. */
  readonly locks = new KeyedLock();
  readonly #claims = new Map<string, string>();
  readonly #pushed = new Set<DestinationKey>();
  readonly #gone = new Set<DestinationKey>();
  readonly #own = new Set<DestinationKey>();
  readonly #once = new Map<string, Promise<unknown>>();

  /** Claims a service principal for the sync of this name; the name of another sync that has it already, or null. */
  claim(servicePrincipalId: string, name: string): string | null {
    const id = servicePrincipalId.toLowerCase();
    const holder = this.#claims.get(id);
    if (holder === undefined) this.#claims.set(id, name);
    return holder === undefined || holder === name ? null : holder;
  }

  /** True when a sync of this run is planned for this service principal. */
  isClaimed(servicePrincipalId: string): boolean {
    return this.#claims.has(servicePrincipalId.toLowerCase());
  }

  /** A token was written to it. */
  markPushed(key: DestinationKey): void {
    this.#pushed.add(key);
  }

  /** True when this process has written a token to it. */
  wasPushed(key: DestinationKey): boolean {
    return this.#pushed.has(key);
  }

  /** Refresh found that a sync which state knows has lost its service principal. */
  markGone(key: DestinationKey): void {
    this.#gone.add(key);
  }

  /** True when refresh found it gone. */
  wasGone(key: DestinationKey): boolean {
    return this.#gone.has(key);
  }

  /** State has a sync for it, so the token that is there is our own. */
  markOwn(key: DestinationKey): void {
    this.#own.add(key);
  }

  /** True when the token that is there is our own. */
  isOwn(key: DestinationKey): boolean {
    return this.#own.has(key);
  }

  /** Runs `look` once per key and process; everybody gets the same result, or rejection unless that may pass. */
  once<T>(key: string, look: () => Promise<T>): Promise<T> {
    const known = this.#once.get(key);
    // The key says what kind of result it is.
    if (known !== undefined) return known as Promise<T>;
    const result = look();
    this.#once.set(key, result);
    result.catch((caught: unknown) => {
      if (isTransient(Problem.from(caught))) this.#once.delete(key);
    });
    return result;
  }
}
