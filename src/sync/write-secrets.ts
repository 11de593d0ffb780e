import type { CallOptions } from "../core/clock";
import { Problem, type ProblemCode } from "../core/problem";
import { Secret } from "../core/secret";
import { BASE_ADDRESS_KEY, type Observation, TOKEN_KEY } from "./assess";
import type { Destination, DestinationSecret } from "./ports";
import type { PushContext } from "./push-request";
import { uninterrupted } from "./uninterrupted";

/** What is written: the token, and the base address where it is managed. */
export interface Credentials {
  readonly servicePrincipalId: string;
  readonly token: Secret;
  readonly baseAddress: string | null;
}

/** What a write came to, and the base address that the check found, where that can be told. */
export interface Written {
  readonly foundAddress: string | null;
  readonly error: Problem | null;
}

type Entry = { readonly key: string; readonly value: Secret };

/** The entries that are ours to write. */
export function ownEntries(credentials: Omit<Credentials, "servicePrincipalId">): readonly Entry[] {
  const token = { key: TOKEN_KEY, value: credentials.token };
  if (credentials.baseAddress === null) return [token];
  return [token, { key: BASE_ADDRESS_KEY, value: new Secret(credentials.baseAddress) }];
}

/**
 * Writes our own keys and reads the key set again (DESIGN §6, steps 4 and 5). Rejects while nothing was written.
 * Resolves with an `error` when it may have been written and could not be confirmed, or when keys that are not ours
 * went: those that were readable are put back, a masked one is named.
 */
export async function writeSecrets(
  credentials: Credentials,
  before: Pick<Observation, "secrets">,
  { ports: { destination }, call, clock }: PushContext,
): Promise<Written> {
  const objectId = credentials.servicePrincipalId;
  const own = ownEntries(credentials);
  const bounded = uninterrupted(call, clock);

  try {
    await destination.putSecrets(objectId, own, bounded);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (!mayHaveWritten(problem)) throw problem;
    const why = "No answer says whether the token was written.";
    return { foundAddress: null, error: unconfirmed(problem, why) };
  }

  let after: readonly DestinationSecret[];
  try {
    after = await destination.secrets(objectId, bounded);
  } catch (caught) {
    const why = "The token was written, but what is there now could not be read.";
    return { foundAddress: null, error: unconfirmed(Problem.from(caught), why) };
  }
  const foundAddress = readableValue(after, BASE_ADDRESS_KEY);
  const refused = own.filter((entry) => !has(after, entry.key));
  if (refused.length > 0) return { foundAddress, error: notStored(refused) };
  const lost = before.secrets.filter((secret) => !has(after, secret.key));
  return {
    foundAddress,
    error: lost.length === 0 ? null : await restore(objectId, own, lost, destination, bounded),
  };
}

/** What broke off without an answer, in TLS or by a bug of ours too, says nothing of what the server did. */
const NO_ANSWER: ReadonlySet<ProblemCode> = new Set(["unexpected_response", "untrusted", "internal"]);

function mayHaveWritten({ code, status }: Problem): boolean {
  if (code === "unavailable" || code === "timeout") return true;
  if (status === undefined) return NO_ANSWER.has(code);
  return code === "unexpected_response" && status < 400;
}

async function restore(
  objectId: string,
  own: readonly Entry[],
  lost: readonly DestinationSecret[],
  destination: Destination,
  call: CallOptions,
): Promise<Problem> {
  const readable = lost.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  let still = lost;
  if (readable.length > 0) {
    try {
      await destination.putSecrets(objectId, [...own, ...readable], call);
      const now = await destination.secrets(objectId, call);
      still = lost.filter((secret) => !has(now, secret.key));
    } catch {
      // What could not be put back is named below; that is all that can be done.
    }
  }
  return lostKeys(lost, still);
}

function has(secrets: readonly DestinationSecret[], key: string): boolean {
  return secrets.some((secret) => secret.key === key);
}

/** A value that the server shows. */
export function readableValue(secrets: readonly DestinationSecret[], key: string): string | null {
  return secrets.find((secret) => secret.key === key)?.value?.reveal() ?? null;
}

function unconfirmed(cause: Problem, what: string): Problem {
  return new Problem(cause.code, {
    summary: "The push could not be confirmed",
    detail: `${what} ${cause.summary}: ${cause.detail} The sync is marked incomplete; the next apply pushes again.`,
    ...(cause.requestId === undefined ? {} : { requestId: cause.requestId }),
  });
}

function notStored(refused: readonly Entry[]): Problem {
  return new Problem("unexpected_response", {
    summary: "Entra accepted the write and did not store it",
    detail: `Microsoft Graph answered the write with success, but the service principal has no ${refused.map(({ key }) => key).join(" and no ")} afterwards. The sync is marked incomplete; the next apply pushes again.`,
  });
}

function lostKeys(lost: readonly DestinationSecret[], still: readonly DestinationSecret[]): Problem {
  const names = (secrets: readonly DestinationSecret[]) => secrets.map((secret) => secret.key).join(", ");
  const restored = lost.filter((secret) => !still.includes(secret));
  const gone =
    still.length === 0
      ? ""
      : ` Gone, and to be entered again in the Entra admin center under Provisioning: ${names(still)}.`;
  const back = restored.length === 0 ? "" : ` Put back: ${names(restored)}.`;
  return new Problem("lost_keys", {
    summary: "The write removed other settings of the provisioning configuration",
    detail: `Microsoft Graph replaced the whole set of synchronization secrets instead of merging the token into it. The new token is in place.${back}${gone} The sync is marked incomplete until a push goes through cleanly.`,
  });
}
