import type { CallOptions, Clock } from "../../core/clock";
import { Problem } from "../../core/problem";
import { isTransient } from "../../core/retry";
import { SingleFlight } from "../http/single-flight";
import type { AccessToken } from "./log-in";

/** How a session comes to its tokens: a login that can be repeated, or a token that is all there is. */
export type TokenSupply =
  | { readonly kind: "login"; readonly logIn: (call: CallOptions) => Promise<AccessToken> }
  | { readonly kind: "token"; readonly token: AccessToken };

/**
 * One login for a whole process. Callers share the login under way and its token; a login that was refused is
 * remembered and not repeated, while one that met a transient fault may be tried again by the next caller.
 */
export class Session {
  readonly #supply: TokenSupply;
  readonly #clock: Clock;
  readonly #flights = new SingleFlight<AccessToken>();
  #current: AccessToken | null = null;
  #refused: Problem | null = null;
  /** Logins in a row whose token was refused without ever having been accepted. */
  #barren = 0;
  #accepted: AccessToken | null = null;

  constructor(supply: TokenSupply, clock: Clock) {
    this.#supply = supply;
    this.#clock = clock;
    if (supply.kind === "token") this.#current = supply.token;
  }

  /** A token, by logging in when there is none or it is about to expire. Rejects with the login's problem. */
  async token(call: CallOptions): Promise<AccessToken> {
    if (this.#current !== null && this.#clock.now() < this.#current.usableUntil) return this.#current;
    return this.#logIn(call);
  }

  /** Tells that the server has taken this token. */
  accepted(token: AccessToken): void {
    this.#accepted = token;
    this.#barren = 0;
  }

  /**
   * Another token in place of one that the server refused: that of another caller who came first, or of one more
   * login. Null when a login would not help: the token was given as it is, or the tokens of two logins in a row were
   * refused without ever having been accepted.
   */
  async renew(refused: AccessToken, call: CallOptions): Promise<AccessToken | null> {
    if (this.#supply.kind === "token") return null;
    if (this.#current !== refused) return this.token(call);
    if (this.#accepted !== refused) this.#barren++;
    if (this.#barren > 1) return null;
    this.#current = null;
    return this.#logIn(call);
  }

  async #logIn(call: CallOptions): Promise<AccessToken> {
    if (this.#refused !== null) throw this.#refused;
    const supply = this.#supply;
    if (supply.kind === "token") return supply.token;
    return this.#flights.run("login", call, async (own) => {
      try {
        this.#current = await supply.logIn(own);
        return this.#current;
      } catch (caught) {
        const problem = Problem.from(caught);
        if (!isTransient(problem) && problem.code !== "cancelled") this.#refused = problem;
        throw problem;
      }
    });
  }
}
