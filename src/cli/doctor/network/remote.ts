import type { ConnectionInput, Tenant } from "../../../clients/clients";
import { resolveCloud, resolveEndpoints } from "../../../clients/entra/clouds";
import { resolveDefaultTenant, resolveSignIn } from "../../../clients/entra/resolve-sign-in";
import type { SignInPlan } from "../../../clients/entra/sign-in-plan";
import { parseAllowedHosts } from "../../../clients/http/allowed-hosts";
import { createTransport } from "../../../clients/http/create-transport";
import type { HttpResponse, Transport } from "../../../clients/http/transport";
import {
  createInfisicalSource,
  type InfisicalSource,
} from "../../../clients/infisical/create-infisical-source";
import { type InfisicalSettings, resolveInfisicalSettings } from "../../../clients/infisical/settings";
import type { CallOptions, Clock } from "../../../core/clock";
import type { Environment } from "../../../core/environment";
import type { Logger } from "../../../core/log";

/** What a {@link Remote} is made with. */
export interface RemoteOptions {
  readonly env: Environment;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** Where to sign in, as on the command line; null for the environment's credentials. */
  readonly connection: ConnectionInput | null;
  /** PEM of the only authorities to trust, for tests. */
  readonly ca?: string;
}

/** An answer, and by how many milliseconds the server's clock is ahead of ours; null where it does not tell. */
export interface Probe {
  readonly response: HttpResponse;
  readonly aheadMs: number | null;
}

/** Patient enough for a slow proxy, and no more: a person waits. */
const REQUEST_MS = 15_000;
const ALL_MS = 60_000;
const RETRIES = 1;

/**
 * The servers that the provider would talk to, with the environment's settings. Nothing is read or sent before it is
 * asked for, and each thing once: one login, one probe of each address. Methods throw problems as the clients do.
 */
export class Remote {
  readonly #options: RemoteOptions;
  readonly #deadline: number;
  readonly #probes = new Map<string, Promise<Probe>>();
  #transport: Transport | undefined;
  #source: InfisicalSource | undefined;
  #tenant: Promise<Tenant> | undefined;

  constructor(options: RemoteOptions) {
    this.#options = options;
    this.#deadline = options.clock.now() + ALL_MS;
  }

  /** For every call. */
  get call(): CallOptions {
    return { signal: this.#options.signal, deadline: this.#deadline };
  }

  /** Host, project and login for Infisical. */
  infisical(): InfisicalSettings {
    return resolveInfisicalSettings(null, this.#options.env);
  }

  /** Addresses of sign-in and Graph, for which no credential need be configured. */
  endpoints(): {
    readonly authorityHost: string;
    readonly graphRoot: string;
    readonly tenantId: string | null;
  } {
    const { env, connection } = this.#options;
    const input = { connection, settings: null, env };
    const tenantId = connection?.tenant_id ?? resolveDefaultTenant(input);
    return { ...resolveEndpoints(resolveCloud(input), input), tenantId };
  }

  /** Where and how the provider would sign in. */
  signInPlan(): SignInPlan {
    const { env, connection } = this.#options;
    return resolveSignIn({ connection, settings: null, env });
  }

  /** Asks for an address without any credential; any status is an answer. */
  probe(url: string): Promise<Probe> {
    const found = this.#probes.get(url) ?? this.#probe(url);
    this.#probes.set(url, found);
    return found;
  }

  /** Infisical, made apart from a tenant's clients: wrong settings for Azure do not keep it from being looked at. */
  source(): InfisicalSource {
    const { clock, log } = this.#options;
    this.#source ??= createInfisicalSource({
      settings: this.infisical(),
      transport: this.#sends(),
      maxRetries: RETRIES,
      requestTimeoutMs: REQUEST_MS,
      clock,
      log,
    });
    return this.#source;
  }

  /** The tenant, signed in to as the plan says. A credential that lies in Infisical is read with the one login. */
  tenant(): Promise<Tenant> {
    this.#tenant ??= this.#connect();
    return this.#tenant;
  }

  async #connect(): Promise<Tenant> {
    const { env, log, clock, userAgent, connection } = this.#options;
    const { createClients } = await import("../../../clients/connect");
    const http = { max_retries: RETRIES, request_timeout_ms: REQUEST_MS, max_concurrency: null };
    const shared = { transport: this.#sends(), source: this.source() };
    const clients = createClients(
      { infisical: null, azure: null, http },
      { env, log, clock, userAgent, ...shared },
    );
    return clients.tenant(connection);
  }

  async #probe(url: string): Promise<Probe> {
    const { clock, signal } = this.#options;
    const request = { method: "GET", url, headers: {}, signal, timeoutMs: REQUEST_MS } as const;
    const began = clock.now();
    const response = await this.#sends().send(request);
    const date = Date.parse(response.headers.get("date") ?? "");
    // The server wrote its date some time between the two.
    const aheadMs = Number.isNaN(date) ? null : date - (began + clock.now()) / 2;
    return { response, aheadMs };
  }

  #sends(): Transport {
    const { env, log, clock, userAgent, ca } = this.#options;
    this.#transport ??= createTransport({
      maxConcurrency: 10,
      userAgent,
      allowedHosts: parseAllowedHosts(env.ENTRASCIM_ALLOWED_HOSTS),
      env,
      log,
      clock,
      ...(ca === undefined ? {} : { ca }),
    });
    return this.#transport;
  }
}
