import type { CallOptions } from "../core/clock";
import { Problem } from "../core/problem";
import type { Secret } from "../core/secret";
import { describeLocation } from "./location";
import type { Ports } from "./observe";
import type { SecretLocation, SecretValue, SecretVersion } from "./ports";
import {
  type PushContext,
  type PushRequest,
  type PushWarning,
  pathOfToken,
  type TokenOrigin,
} from "./push-request";
import { usableToken } from "./token";

/** The token of a push. */
export interface ReadToken {
  /** As it is sent. */
  readonly value: Secret;
  /** The secret that it came from; null for a token that was handed over. */
  readonly secret: SecretValue | null;
  /** What Infisical holds under that name: the same, but for a pinned version. */
  readonly newest: SecretVersion | null;
}

/**
 * Reads the token of a push and refuses what is none. Throws `not_found` for a secret or pinned version that does not
 * exist, `unusable_token`, and the source's problems; at the attribute that says where the token comes from.
 */
export async function readToken(
  { origin, fresh }: PushRequest,
  { ports, call }: PushContext,
): Promise<ReadToken> {
  try {
    if (origin.kind === "value")
      return { value: usableToken(origin.token, "token_wo"), secret: null, newest: null };
    const { location, version } = origin;
    const secret = await ports.source.read(location, version, call, fresh);
    if (secret === null) throw await missing(location, version, ports, call);
    const newest = version === null ? secret : await ports.source.describe(location, call);
    return { value: usableToken(secret.value, describeLocation(location)), secret, newest: newest ?? secret };
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

/** What to know of a token that is a reference to other secrets. */
export function referenceWarning(origin: TokenOrigin, secret: SecretValue | null): PushWarning[] {
  if (origin.kind !== "secret" || secret === null || !secret.expanded) return [];
  return [
    {
      summary: "The secret is a reference to another one",
      detail: `${describeLocation(origin.location)} refers to other secrets. When those are rotated its own version stays the same, so the change is not seen here: name the secret itself, or change sync_trigger to push again.`,
    },
  ];
}
