import { readFile } from "node:fs/promises";
import type { Clock } from "../core/clock";
import type { Environment } from "../core/environment";
import type { Logger } from "../core/log";
import type { RetryPolicy } from "../core/retry";
import type { ClientSettings, Clients, Tenant } from "./clients";
import { createCredentialReader, type ReadCredential } from "./credential-reader";
import { resolveCloud, resolveEndpoints } from "./entra/clouds";
import { resolveDefaultTenant, resolveSignIn } from "./entra/resolve-sign-in";
import type { SignInPlan } from "./entra/sign-in-plan";
import { TokenSource } from "./entra/token-source";
import { GraphClient } from "./graph/graph-client";
import { createGraphDestination } from "./graph/graph-destination";
import { createGraphDirectory } from "./graph/graph-directory";
import { parseAllowedHosts } from "./http/allowed-hosts";
import { createTransport } from "./http/create-transport";
import type { Transport } from "./http/transport";
import { createInfisicalSource, type InfisicalSource } from "./infisical/create-infisical-source";
import { resolveInfisicalSettings } from "./infisical/settings";

/** What clients are made with, beside the provider's settings. */
export interface ConnectOptions {
  readonly env: Environment;
  readonly log: Logger;
  readonly clock: Clock;
  readonly userAgent: string;
  /** PEM of the only authorities to trust, for tests; else those of Node and `NODE_EXTRA_CA_CERTS`. */
  readonly ca?: string;
  /** Between 0 and 1, for the jitter of waits; default: `Math.random`. */
  readonly random?: () => number;
  /** What sends every request; default: {@link createTransport} with the settings. */
  readonly transport?: Transport;
  /** Infisical with the login that it has; default: {@link createInfisicalSource} with the settings. */
  readonly source?: InfisicalSource;
}

const DEFAULT_RETRIES = 4;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const DEFAULT_TIMEOUT_MS = 30_000;
/** Entra answers a validation only after the application has answered it. */
const DEFAULT_VALIDATION_TIMEOUT_MS = 90_000;
const DEFAULT_CONCURRENCY = 10;

/**
 * Ready clients for Infisical and for the tenants of connections. Touches neither network nor files; libraries are
 * loaded when the first request needs them.
 *
 * Throws `invalid_input`, with the attribute's path from the provider's root, for a value that is wrong whatever it
 * is used for: a host, a cloud, a tenant, a login that is named and incomplete, `ENTRASCIM_ALLOWED_HOSTS`. What is
 * merely missing is thrown by the first call that needs it: a stack whose tokens come from elsewhere needs no
 * Infisical, and one whose connections say everything needs no `azure` block.
 */
export function createClients(settings: ClientSettings, options: ConnectOptions): Clients {
  const surroundings = { settings: settings.azure, env: options.env };
  const provider = { ...surroundings, connection: null };
  const defaultCloud = resolveCloud(provider);
  resolveEndpoints(defaultCloud, provider);
  const infisical = resolveInfisicalSettings(settings.infisical, options.env);
  const tools = createTools(settings.http, options);
  const source = options.source ?? createInfisicalSource({ ...tools, settings: infisical });
  const readSecret = createCredentialReader(source, infisical.projectId);
  const tenants = new Map<string, Tenant>();

  return {
    source,
    defaultProjectId: infisical.projectId,
    defaultTenantId: resolveDefaultTenant(surroundings),
    defaultCloud,
    tenant: (connection) => {
      const plan = resolveSignIn({ ...surroundings, connection });
      // Secrets print as redacted, and there is one value for each name of them in a process.
      const key = JSON.stringify(plan);
      const tenant = tenants.get(key) ?? createTenant(plan, readSecret, tools);
      tenants.set(key, tenant);
      return tenant;
    },
    forget: () => source.forget(),
  };
}

/** What all clients share. */
interface Tools {
  readonly transport: Transport;
  readonly maxRetries: number;
  readonly retry: RetryPolicy;
  readonly requestTimeoutMs: number;
  readonly validationTimeoutMs: number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: () => number;
}

function createTools(http: ClientSettings["http"], options: ConnectOptions): Tools {
  const { env, log, clock, userAgent, ca } = options;
  const maxRetries = http?.max_retries ?? DEFAULT_RETRIES;
  const transport = createTransport({
    maxConcurrency: http?.max_concurrency ?? DEFAULT_CONCURRENCY,
    userAgent,
    allowedHosts: parseAllowedHosts(env.ENTRASCIM_ALLOWED_HOSTS),
    env,
    log,
    clock,
    ...(ca === undefined ? {} : { ca }),
  });
  return {
    transport: options.transport ?? transport,
    maxRetries,
    retry: { maxRetries, baseMs: FIRST_WAIT_MS, capMs: LONGEST_WAIT_MS },
    requestTimeoutMs: http?.request_timeout_ms ?? DEFAULT_TIMEOUT_MS,
    validationTimeoutMs: http?.request_timeout_ms ?? DEFAULT_VALIDATION_TIMEOUT_MS,
    clock,
    log,
    random: options.random ?? Math.random,
  };
}

function createTenant(plan: SignInPlan, readSecret: ReadCredential, tools: Tools): Tenant {
  const { transport, retry, requestTimeoutMs: timeoutMs, validationTimeoutMs, clock, log, random } = tools;
  const shared = { transport, retry, timeoutMs, clock, random };
  const tokens = new TokenSource(plan, { ...shared, log, readers: { readSecret, readFile } });
  const client = new GraphClient({ ...shared, root: plan.graphRoot, tokens });
  return {
    tenantId: plan.tenantId,
    cloud: plan.cloud,
    destination: createGraphDestination({ client, validationTimeoutMs }),
    directory: createGraphDirectory(client),
    signIn: (call) => tokens.signIn(call),
  };
}
