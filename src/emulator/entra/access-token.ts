import { randomBytes } from "node:crypto";
import { decodeToken, isSignedBy, numericClaim, signToken, textClaim } from "../json-web-token";
import type { EmulatorState } from "../state";
import type { AppRegistration } from "./entra-state";

/** How an app proved who it is, as the token tells it: 1 a secret, 2 a certificate or assertion. */
export type ClientAuthenticationContext = "1" | "2";

/** An issued token. */
export interface IssuedToken {
  readonly token: string;
  /** In seconds. */
  readonly expiresIn: number;
  /** Seconds since the epoch. */
  readonly expiresOn: number;
}

/** Issues an app-only access token for `resource`. Roles are those of Graph; an app without any gets no claim. */
export function issueAccessToken(
  state: EmulatorState,
  app: AppRegistration,
  resource: string,
  context: ClientAuthenticationContext,
): IssuedToken {
  const { entra, clock } = state;
  const now = Math.floor(clock.now() / 1000);
  const id = randomBytes(16).toString("base64url");
  const claims = {
    aud: resource,
    iss: `https://sts.windows.net/${entra.tenant.id}/`,
    iat: now,
    nbf: now,
    exp: now + entra.tokenLifetimeSeconds,
    app_displayname: app.displayName,
    appid: app.clientId,
    appidacr: context,
    idp: `https://sts.windows.net/${entra.tenant.id}/`,
    idtyp: "app",
    oid: app.objectId,
    ...(app.roles.length > 0 ? { roles: app.roles } : {}),
    sub: app.objectId,
    tid: entra.tenant.id,
    uti: id,
    ver: "1.0",
  };
  entra.issuedTokens.add(id);
  const token = signToken("RS256", entra.signingKey.privateKey, claims, { kid: entra.signingKey.id });
  state.issuedTokens.push(token);
  return { token, expiresIn: entra.tokenLifetimeSeconds, expiresOn: claims.exp };
}

/** What an accepted access token says. */
export interface AccessGrant {
  readonly app: AppRegistration;
  readonly roles: ReadonlySet<string>;
}

/** Why an access token is refused, in the words of Microsoft Graph. */
export interface AccessRefusal {
  readonly refused: string;
}

/** Checks signature, audience, lifetime and revocation of an access token. */
export function checkAccessToken(
  state: EmulatorState,
  token: string,
  audiences: readonly string[],
): AccessGrant | AccessRefusal {
  const { entra, clock } = state;
  const decoded = decodeToken(token);
  if (decoded === null) return { refused: "CompactToken parsing failed with error code: 80049217" };
  if (!isSignedBy(decoded, entra.signingKey.publicKey, ["RS256"])) {
    return { refused: "Signature is invalid." };
  }
  if (!audiences.includes(textClaim(decoded, "aud") ?? "")) return { refused: "Invalid audience." };
  if ((numericClaim(decoded, "exp") ?? 0) * 1000 <= clock.now()) {
    return { refused: "Lifetime validation failed, the token is expired." };
  }
  if (entra.revokedTokens.has(textClaim(decoded, "uti") ?? "")) {
    return {
      refused: "Continuous access evaluation resulted in challenge with result: InteractionRequired.",
    };
  }
  const app = entra.apps.get(textClaim(decoded, "appid") ?? "");
  if (app === undefined)
    return { refused: "The identity of the calling application could not be established." };
  const roles = decoded.claims.roles;
  return { app, roles: new Set(Array.isArray(roles) ? roles.map(String) : []) };
}
