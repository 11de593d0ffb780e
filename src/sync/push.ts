import { type CallOptions, cancelled } from "../core/clock";
import { Problem } from "../core/problem";
import { BASE_ADDRESS_KEY, type Observation, provisioningJob } from "./assess";
import { elsewhereInWords, isElsewhere, originAndPath } from "./base-address";
import { heal } from "./heal";
import type { SyncObservation } from "./model";
import { observeDestination } from "./observe";
import type { Destination } from "./ports";
import type { PushContext, PushRequest, PushResult, PushWarning } from "./push-request";
import { type ReadToken, readToken, referenceWarning } from "./read-token";
import { testCredentials } from "./test-credentials";
import { readableValue, writeSecrets } from "./write-secrets";

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
  // A new service principal may be waited for; only then is there a name to ask for, and a token worth reading.
  const before = await readDestination(request, context);
  const [token, displayName] = await Promise.all([
    readToken(request, context),
    readDisplayName(request, context),
  ]);
  const warnings: PushWarning[] = [...referenceWarning(request.origin, token.secret)];
  const credentials = { ...request, token: token.value };

  warnings.push(...checkBaseAddress(request, before));
  warnings.push(...(await testCredentials(credentials, before, context)));
  if (context.call.signal.aborted) throw cancelled();
  if (context.clock.now() >= context.call.deadline) throw outOfTime();

  const written = await writeSecrets(credentials, before, context);
  const sentTo = request.baseAddress ?? addressIn(before);
  if (request.baseAddress === null) warnings.push(...movedMeanwhile(sentTo, written.foundAddress));
  const healed =
    written.error === null && request.recoverFromQuarantine
      ? await heal(request.servicePrincipalId, before.jobs, context)
      : { jobs: before.jobs, warnings: [] };

  return {
    observation: {
      ...observed(request, token),
      service_principal_display_name: displayName,
      // Where it was meant to go: had the address been changed since, the next refresh has to tell it.
      destination_base_address: stored(sentTo),
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
function observed({ origin }: PushRequest, { secret, newest }: ReadToken): Versions {
  const pin = origin.kind === "secret" ? origin.version : null;
  return {
    source_version: newest?.version ?? null,
    source_secret_id: newest?.id ?? null,
    source_updated_at: newest?.updatedAt ?? null,
    source_updated_by: newest?.updatedBy ?? null,
    synced_version: pin ?? secret?.version ?? null,
    synced_secret_id: secret?.id ?? null,
  };
}

type Versions = Pick<
  SyncObservation,
  | "source_version"
  | "source_secret_id"
  | "source_updated_at"
  | "source_updated_by"
  | "synced_version"
  | "synced_secret_id"
>;

/** Nothing new is begun once the time is up, least of all a write. */
function outOfTime(): Problem {
  return new Problem("timeout", {
    summary: "The push ran out of time",
    detail:
      "Reading and testing took as long as the whole operation may take. Nothing was written; Entra holds what it held. Run it again, or raise the timeout in timeouts.",
  });
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

const MOVED = "The tenant URL was changed in Entra";
const MAKE_SURE = "Entra uses the new token there. Make sure that it is the application's own.";

/** Whoever may edit the tenant URL in the portal would be sent the next token. */
function checkBaseAddress(request: PushRequest, before: Pick<Observation, "secrets">): PushWarning[] {
  const { prior, baseAddress, validation } = request;
  if (baseAddress !== null || prior === null || prior.last_synced_at === null) return [];
  const current = addressIn(before);
  if (!isElsewhere(prior.destination_base_address, current)) return [];
  const detail = `Before this push, ${elsewhereInWords(prior.destination_base_address, current)}.`;
  if (validation === "strict") {
    throw new Problem("rejected", {
      summary: MOVED,
      detail: `${detail} Nothing was sent. Set it back, or set destination.base_address to the address that is right.`,
      path: ["destination"],
    });
  }
  return [{ summary: MOVED, detail: `${detail} ${MAKE_SURE}` }];
}

/** Whoever edited it between the look before the write and the check after it is told as well. */
function movedMeanwhile(sentTo: string | null, found: string | null): PushWarning[] {
  if (found === null || !isElsewhere(stored(sentTo), found)) return [];
  const detail = `While the token was being pushed, somebody changed it: ${elsewhereInWords(stored(sentTo), found)}.`;
  return [{ summary: MOVED, detail: `${detail} ${MAKE_SURE}` }];
}

function addressIn({ secrets }: Pick<Observation, "secrets">): string | null {
  return readableValue(secrets, BASE_ADDRESS_KEY);
}

function stored(address: string | null): string | null {
  return address === null ? null : originAndPath(address);
}
