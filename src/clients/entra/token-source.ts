import type { CallOptions, Clock } from "../../core/clock";
import type { Logger } from "../../core/log";
import { Problem } from "../../core/problem";
import { isTransient, type RetryPolicy, retry } from "../../core/retry";
import type { Secret } from "../../core/secret";
import { Outages } from "../http/outages";
import { SingleFlight } from "../http/single-flight";
import type { Transport } from "../http/transport";
import { federatedAudience } from "./clouds";
import { requestPipelineToken } from "./pipeline-token";
import type { CredentialReaders } from "./read-credential";
import { prepareCredential } from "./ready-credential";
import { type AccessToken, requestToken } from "./request-token";
import type { SignInPlan } from "./sign-in-plan";
import { applicationRoles } from "./token-claims";

/** What a {@link TokenSource} works with. */
export interface TokenSourceOptions {
  readonly transport: Transport;
  readonly readers: CredentialReaders;
  readonly retry: RetryPolicy;
  /** Milliseconds for each request. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random?: (() => number) | undefined;
}

/** What an acquired token says of itself. */
export interface SignIn {
  readonly kind: SignInPlan["credential"]["kind"];
  /** Application roles, sorted; null when the token is not app-only. */
  readonly roles: readonly string[] | null;
}

/** A token is renewed this long before it expires, as MSAL does; one that lives shorter, at half its life. */
const RENEWAL_MS = 5 * 60_000;
/** For so long what would only come again stands: a thousand syncs of one connection must not try a thousand times. */
const REFUSAL_MS = 30_000;

/**
 * The access tokens of one connection: one request at a time, and one for as long as its token lives. Made without
 * touching network or files.
 *
 * Every method throws `unauthenticated` with the reason and its remedy when Entra refuses the credential, or when the
 * credential cannot be read or used, and transient codes when Entra cannot be reached in time.
 */
export class TokenSource {
  readonly #plan: SignInPlan;
  readonly #options: TokenSourceOptions;
  readonly #outages: Outages;
  readonly #flight = new SingleFlight<AccessToken>();
  #current: (AccessToken & { readonly renewAt: number }) | null = null;
  #refusal: { readonly problem: Problem; readonly until: number } | null = null;

  constructor(plan: SignInPlan, options: TokenSourceOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#outages = new Outages(options.clock);
  }

  /** A token that is good for a while yet. */
  async token(call: CallOptions): Promise<AccessToken> {
    const current = this.#current;
    if (current !== null && this.#options.clock.now() < current.renewAt) return current;
    return this.#acquire(call);
  }

  /** Another token than the one that was refused; a newer one that is at hand already is taken. */
  async renew(refused: Secret, call: CallOptions): Promise<AccessToken> {
    if (this.#current?.value.equals(refused)) this.#current = null;
    return this.token(call);
  }

  /** Signs in, unless that has happened, and says as what. */
  async signIn(call: CallOptions): Promise<SignIn> {
    const token = await this.token(call);
    return { kind: this.#plan.credential.kind, roles: applicationRoles(token.value.reveal()) };
  }

  async #acquire(call: CallOptions): Promise<AccessToken> {
    if (this.#refusal !== null && this.#options.clock.now() < this.#refusal.until)
      throw this.#refusal.problem;
    return this.#flight.run("token", call, (own) => this.#request(own));
  }

  async #request(call: CallOptions): Promise<AccessToken> {
    const { clock } = this.#options;
    try {
      const token = await this.#signIn(call);
      const now = clock.now();
      const renewAt = token.expiresAt - Math.min(RENEWAL_MS, (token.expiresAt - now) / 2);
      this.#current = { ...token, renewAt };
      this.#refusal = null;
      return token;
    } catch (caught) {
      const problem = Problem.from(caught);
      if (!isTransient(problem) && problem.code !== "cancelled")
        this.#refusal = { problem, until: clock.now() + REFUSAL_MS };
      throw problem;
    }
  }

  async #signIn(call: CallOptions): Promise<AccessToken> {
    const { transport, readers, timeoutMs, clock, log } = this.#options;
    const { credential, tenantId, cloud } = this.#plan;
    const requests = { transport, timeoutMs, now: () => clock.now() };
    const pipeline = { ...requests, audience: federatedAudience(cloud) };
    const ready = await prepareCredential(
      credential,
      readers,
      (request) => this.#retry(() => requestPipelineToken(request, pipeline, call), call),
      call,
    );
    const token = await this.#retry(() => requestToken(this.#plan, ready, requests, call), call);
    log.log("info", "Signed in to Microsoft Entra ID", {
      kind: ready.kind,
      tenant: tenantId,
      client: ready.clientId,
      cloud,
    });
    return token;
  }

  #retry<T>(operation: () => Promise<T>, call: CallOptions): Promise<T> {
    const { retry: policy, clock, random } = this.#options;
    return this.#outages.run("sign-in", policy, (deserved) =>
      retry(operation, deserved, call, clock, random),
    );
  }
}
