import { KeyedLock } from "../core/keyed-lock";
import { Problem } from "../core/problem";
import { isTransient } from "../core/retry";

/** As many as Terraform plans at a time: a thousand of them would keep a plan for an hour. */
const MOST_WAITS_IN_VAIN = 10;

/**
 * What one provider process remembers from call to call. Terraform plans and applies in different processes, so
 * nothing in here may change a planned value: it serves warnings, errors and the order of writes alone.
 *
 * A destination is known by the object id of its service principal, in any letter case. The id belongs to one tenant,
 * so it counts alone: a tenant may be written as UUID and as domain.
 */
export class ProcessMemory {
  readonly #locks = new KeyedLock();
  readonly #claims = new Map<string, string>();
  readonly #pushed = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #own = new Set<string>();
  readonly #once = new Map<string, Promise<unknown>>();
  #waitsInVain = 0;

  /** Runs what writes to a service principal when those that came before have ended. */
  exclusively<T>(servicePrincipalId: string, write: () => Promise<T>): Promise<T> {
    return this.#locks.run(servicePrincipalId.toLowerCase(), write);
  }

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
  markPushed(servicePrincipalId: string): void {
    this.#pushed.add(servicePrincipalId.toLowerCase());
  }

  /** True when this process has written a token to it. */
  wasPushed(servicePrincipalId: string): boolean {
    return this.#pushed.has(servicePrincipalId.toLowerCase());
  }

  /** Refresh found that a sync which state knows has lost its service principal. */
  markGone(servicePrincipalId: string): void {
    this.#gone.add(servicePrincipalId.toLowerCase());
    this.#own.delete(servicePrincipalId.toLowerCase());
  }

  /** True when refresh found it gone. */
  wasGone(servicePrincipalId: string): boolean {
    return this.#gone.has(servicePrincipalId.toLowerCase());
  }

  /** State has a sync for it, so the token that is there is our own. */
  markOwn(servicePrincipalId: string): void {
    this.#own.add(servicePrincipalId.toLowerCase());
  }

  /** True when the token that is there is our own. */
  isOwn(servicePrincipalId: string): boolean {
    return this.#own.has(servicePrincipalId.toLowerCase());
  }

  /** How a wait for a service principal that may only be new has ended. */
  waitEnded(isThere: boolean): void {
    this.#waitsInVain = isThere ? 0 : this.#waitsInVain + 1;
  }

  /** False when so many waits in a row were in vain that it is no matter of time: the tenant is another one. */
  get mayWait(): boolean {
    return this.#waitsInVain < MOST_WAITS_IN_VAIN;
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
