import { type CallOptions, cancelled } from "../core/clock";
import { Problem } from "../core/problem";
import type { Secret } from "../core/secret";
import { BASE_ADDRESS_KEY, type Observation, provisioningJob } from "./assess";
import { originAndPath, sameOrigin } from "./base-address";
import { heal } from "./heal";
import { describeLocation } from "./location";
import type { SyncObservation } from "./model";
import { observeDestination, type Ports } from "./observe";
import type { Destination, SecretLocation, SecretValue } from "./ports";
import {
  type PushContext,
  type PushRequest,
  type PushResult,
  type PushWarning,
  pathOfToken,
  type TokenOrigin,
} from "./push-request";
import { testCredentials } from "./test-credentials";
import { usableToken } from "./token";
import { writeSecrets } from "./write-secrets";

const NEW_PRINCIPAL_WAIT_MS = 120_000;
const WAITS_MS = [2_000, 4_000, 8_000, 15_000];

/**
 * Pushes a token (DESIGN §6): reads the destination and the token, refuses what is no token, has Entra test it,
 * writes only our own keys, reads them again, and starts a job that is in quarantine for bad credentials.
 *
 * Rejects with a `Problem` while nothing has been written; the old token is then still in place. Once something may
 * have been written it resolves, with `error` set and `sync_status` `incomplete` where that went wrong.
 */
export async function push(request: PushRequest, context: PushContext): Promise<PushResult> {
  const found = readDestination(request, context);
  const [before, token, displayName] = await Promise.all([
    found,
    readToken(request, context),
    // A service principal that is waited for has no name before.
    found.then(() => readDisplayName(request, context)),
  ]);
  const warnings: PushWarning[] = [...referenceWarning(request.origin, token.secret)];
  const credentials = { ...request, token: token.value };

  warnings.push(...checkBaseAddress(request, before));
  warnings.push(...(await testCredentials(credentials, before, context)));
  if (context.call.signal.aborted) throw cancelled();

  const written = await writeSecrets(credentials, before, context);
  const healed =
    written.error === null && request.recoverFromQuarantine
      ? await heal(request.servicePrincipalId, before.jobs, context)
      : { jobs: before.jobs, warnings: [] };

  return {
    observation: {
      ...observed(request, token.secret),
      service_principal_display_name: displayName,
      destination_base_address: written.sentTo === null ? null : originAndPath(written.sentTo),
      last_synced_at: new Date(context.clock.now()).toISOString(),
      sync_status: written.error === null ? "synced" : "incomplete",
      sync_message: written.error === null ? null : written.error.summary,
      provisioning_job: provisioningJob(healed.jobs),
    },
    warnings: [...warnings, ...healed.warnings],
    error: written.error,
  };
}

/** The version facts of what was pushed; without a source there are none. */
function observed(
  request: PushRequest,
  secret: SecretValue | null,
): Pick<
  SyncObservation,
  | "source_version"
  | "source_secret_id"
  | "source_updated_at"
  | "source_updated_by"
  | "synced_version"
  | "synced_secret_id"
> {
  const pinned = request.origin.kind === "secret" && request.origin.version !== null;
  return {
    source_version: secret?.version ?? null,
    source_secret_id: secret?.id ?? null,
    source_updated_at: secret?.updatedAt ?? null,
    source_updated_by: secret?.updatedBy ?? null,
    synced_version:
      pinned && request.origin.kind === "secret" ? request.origin.version : (secret?.version ?? null),
    synced_secret_id: secret?.id ?? null,
  };
}

async function readDestination(
  request: PushRequest,
  { ports, call, clock }: PushContext,
): Promise<Pick<Observation, "secrets" | "jobs">> {
  const giveUpAt = Math.min(call.deadline, clock.now() + NEW_PRINCIPAL_WAIT_MS);
  for (let attempt = 0; ; attempt++) {
    const wait = WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 0;
    const mayWait = request.prior === null && clock.now() + wait <= giveUpAt;
    try {
      const found = await observeDestination(request.servicePrincipalId, ports.destination, call);
      if (found !== null) return found;
      if (!mayWait) throw unknownServicePrincipal(request.servicePrincipalId);
    } catch (caught) {
      const problem = Problem.from(caught);
      if (problem.code !== "not_found" || !mayWait) throw problem;
    }
    await clock.sleep(wait, call.signal);
  }
}

/** The problem of a service principal that the tenant does not have. */
export function unknownServicePrincipal(objectId: string): Problem {
  return new Problem("not_found", {
    summary: "The service principal does not exist",
    detail: `The tenant has no service principal with object id ${objectId}. Use the object id of the enterprise application (Entra admin center → Enterprise applications → Overview → Object ID), which is neither the application id nor the object id of the app registration.`,
    path: ["destination", "service_principal_id"],
  });
}

interface ReadToken {
  readonly value: Secret;
  readonly secret: SecretValue | null;
}

async function readToken({ origin, fresh }: PushRequest, { ports, call }: PushContext): Promise<ReadToken> {
  try {
    if (origin.kind === "value") return { value: usableToken(origin.token, "token_wo"), secret: null };
    const { location, version } = origin;
    const secret = await ports.source.read(location, version, call, fresh);
    if (secret === null) throw await missing(location, version, ports, call);
    return { value: usableToken(secret.value, describeLocation(location)), secret };
  } catch (caught) {
    throw Problem.from(caught).at(pathOfToken(origin));
  }
}

async function missing(
  location: SecretLocation,
  version: number | null,
  ports: Ports,
  call: CallOptions,
): Promise<Problem> {
  const imported = version === null ? await ports.source.importedFrom(location, call) : null;
  const why =
    imported === null
      ? "Check project, environment, folder and key, and that the identity may see them."
      : `The folder imports a secret of that name from ${imported}. Imports are not followed, since a change there would not be noticed: name the folder that holds the secret itself.`;
  const what = version === null ? "no secret" : `no version ${version} of the secret`;
  return new Problem("not_found", {
    summary: version === null ? "The secret does not exist" : "The pinned version does not exist",
    detail: `Infisical has ${what} ${describeLocation(location)}. ${why} Nothing was sent.`,
    path: version === null ? ["source", "secret_key"] : ["source", "version"],
  });
}

async function readDisplayName(request: PushRequest, { ports, call }: PushContext): Promise<string | null> {
  if (request.prior !== null && request.prior.last_synced_at !== null) {
    return request.prior.service_principal_display_name;
  }
  return displayName(request.servicePrincipalId, ports.destination, call);
}

/** The name is a nicety: where it cannot be read, for whatever reason, there is none. */
async function displayName(objectId: string, port: Destination, call: CallOptions): Promise<string | null> {
  try {
    return (await port.servicePrincipal(objectId, call)).displayName;
  } catch {
    return null;
  }
}

function referenceWarning(origin: TokenOrigin, secret: SecretValue | null): PushWarning[] {
  if (origin.kind !== "secret" || secret === null || !secret.expanded) return [];
  return [
    {
      summary: "The secret is a reference to another one",
      detail: `${describeLocation(origin.location)} refers to other secrets. When those are rotated its own version stays the same, so the change is not seen here: name the secret itself, or change sync_trigger to push again.`,
    },
  ];
}

/** Whoever may edit the tenant URL in the portal would be sent the next token. */
function checkBaseAddress(request: PushRequest, before: Pick<Observation, "secrets">): PushWarning[] {
  const lastSentTo = request.prior?.destination_base_address ?? null;
  if (request.baseAddress !== null || lastSentTo === null) return [];
  const current = before.secrets.find((secret) => secret.key === BASE_ADDRESS_KEY)?.value?.reveal() ?? null;
  if (current !== null && sameOrigin(current, lastSentTo)) return [];
  const now = current === null ? "none any more" : (originAndPath(current) ?? "one that is no URL");
  const summary = "The tenant URL was changed in Entra";
  const detail = `The token was last sent to ${lastSentTo}; the provisioning configuration now has ${now}.`;
  if (request.validation === "strict") {
    throw new Problem("rejected", {
      summary,
      detail: `${detail} Nothing was sent. Set it back, or set destination.base_address to the address that is right.`,
      path: ["destination"],
    });
  }
  return [
    {
      summary,
      detail: `${detail} Entra uses the new token there. Make sure that it is the application's own.`,
    },
  ];
}
