import { randomUUID } from "node:crypto";
import { bearerToken, type EmulatorRequest } from "../http-message";
import { decodeToken, isSignedBy, numericClaim, signToken, textClaim } from "../json-web-token";
import type { EmulatorState } from "../state";
import { forbidden, unauthorized } from "./infisical-error";
import type { AccessTokenRecord, MachineIdentity } from "./infisical-state";

/** The body with which every login answers. */
export interface LoginBody {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly accessTokenMaxTTL: number;
  readonly tokenType: "Bearer";
}

/** Hands out an access token; `record` is that of a token that is renewed. */
export function issueIdentityAccessToken(
  state: EmulatorState,
  identity: MachineIdentity,
  record?: AccessTokenRecord,
): LoginBody {
  const now = state.clock.now();
  const token: AccessTokenRecord = record ?? {
    id: randomUUID(),
    identityId: identity.id,
    firstIssuedAt: now,
    uses: 0,
    revoked: false,
  };
  state.infisical.tokens.set(token.id, token);
  const lastsUntil = token.firstIssuedAt + identity.accessTokenMaxTtlSeconds * 1000;
  const seconds = Math.max(
    0,
    Math.min(identity.accessTokenTtlSeconds, Math.floor((lastsUntil - now) / 1000)),
  );
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    identityId: identity.id,
    identityAccessTokenId: token.id,
    authTokenType: "identityAccessToken",
    // A renewal within the same second must still give another token.
    jti: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + seconds,
  };
  const accessToken = signToken("HS256", state.infisical.tokenKey, claims);
  state.issuedTokens.push(accessToken);
  return {
    accessToken,
    expiresIn: seconds,
    accessTokenMaxTTL: identity.accessTokenMaxTtlSeconds,
    tokenType: "Bearer",
  };
}

/** The identity behind a request's bearer token; counts the use. Throws Infisical's 401 or 403. */
export function authenticateIdentity(state: EmulatorState, request: EmulatorRequest): MachineIdentity {
  const token = bearerToken(request);
  if (token === null) throw unauthorized("Token missing");
  const { identity, record } = openToken(state, token);
  if (identity.accessTokenUsesLimit > 0 && record.uses >= identity.accessTokenUsesLimit) {
    state.infisical.tokens.delete(record.id);
    throw unauthorized("Unable to renew because access token number of uses limit reached");
  }
  record.uses += 1;
  return identity;
}

/** Identity and record of a token that is well formed, current and not revoked. */
export function openToken(
  state: EmulatorState,
  token: string,
): { readonly identity: MachineIdentity; readonly record: AccessTokenRecord } {
  const decoded = decodeToken(token);
  if (decoded === null) {
    throw forbidden(
      "TokenError",
      "The provided access token is malformed. Please use a valid token or generate a new one and try again.",
    );
  }
  if (!isSignedBy(decoded, state.infisical.tokenKey, ["HS256"])) {
    throw forbidden("TokenError", "invalid signature");
  }
  if ((numericClaim(decoded, "exp") ?? 0) * 1000 <= state.clock.now()) {
    throw forbidden("TokenError", "Your token has expired. Please re-authenticate.");
  }
  const record = state.infisical.tokens.get(textClaim(decoded, "identityAccessTokenId") ?? "");
  if (record === undefined) throw unauthorized("No identity access token found");
  if (record.revoked) throw unauthorized("Failed to authorize revoked access token");
  const identity = state.infisical.identities.get(record.identityId);
  if (identity === undefined) throw unauthorized("No identity found for the access token");
  return { identity, record };
}
