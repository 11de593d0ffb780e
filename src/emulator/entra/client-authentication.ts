import { createHash, type X509Certificate } from "node:crypto";
import { type DecodedToken, decodeToken, isSignedBy, numericClaim, textClaim } from "../json-web-token";
import type { EmulatorState } from "../state";
import type { SignInRefusal } from "./aadsts";
import type { AppRegistration } from "./entra-state";

const MAX_ASSERTION_LIFETIME_S = 24 * 3600;

/** Checks a client secret; null when it is good. */
export function checkClientSecret(
  state: EmulatorState,
  app: AppRegistration,
  secret: string,
): SignInRefusal | null {
  const match = app.secrets.find((each) => each.value === secret);
  if (match === undefined) {
    return {
      code: 7000215,
      message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
    };
  }
  if (match.expiresAt !== null && match.expiresAt <= state.clock.now()) {
    return {
      code: 7000222,
      message: `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.`,
    };
  }
  return null;
}

/**
 * Checks a client assertion; null when it is good. One that the app issued itself must be signed with a registered
 * certificate; any other must match a federated credential and be signed with its issuer's key.
 */
export function checkClientAssertion(
  state: EmulatorState,
  app: AppRegistration,
  assertion: string,
  tokenEndpoints: readonly string[],
): SignInRefusal | null {
  const token = decodeToken(assertion);
  if (token === null) {
    return { code: 700027, message: "The client assertion is not a well-formed JSON Web Token." };
  }
  return textClaim(token, "iss") === app.clientId
    ? checkCertificateAssertion(state, app, token, tokenEndpoints)
    : checkFederatedAssertion(state, app, token);
}

function checkCertificateAssertion(
  state: EmulatorState,
  app: AppRegistration,
  token: DecodedToken,
  tokenEndpoints: readonly string[],
): SignInRefusal | null {
  const certificate = app.certificates.find((each) => hasThumbprint(each, token.header));
  if (certificate === undefined) {
    return {
      code: 700027,
      message: `The certificate with the identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${String(token.header["x5t#S256"] ?? token.header.x5t ?? "")}'.]`,
    };
  }
  if (!isSignedBy(token, certificate.publicKey, ["RS256", "PS256"])) {
    return {
      code: 700027,
      message: "Client assertion contains an invalid signature. [Reason - The key used is invalid.]",
    };
  }
  if (textClaim(token, "sub") !== app.clientId) {
    return {
      code: 700021,
      message: "Client assertion application identifier doesn't match 'client_id' parameter.",
    };
  }
  if (!tokenEndpoints.includes(textClaim(token, "aud") ?? "")) {
    return {
      code: 700027,
      message: "Client assertion audience claim does not match the token endpoint of this tenant.",
    };
  }
  return checkLifetime(state, token);
}

function checkFederatedAssertion(
  state: EmulatorState,
  app: AppRegistration,
  token: DecodedToken,
): SignInRefusal | null {
  const issuer = textClaim(token, "iss") ?? "";
  const subject = textClaim(token, "sub") ?? "";
  const audience = token.claims.aud;
  const audiences = (Array.isArray(audience) ? audience : [audience]).map(String);
  if (app.federatedCredentials.length === 0) {
    return {
      code: 70021,
      message: `No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. Assertion Subject: '${subject}'. Assertion Audience: '${audiences.join(",")}'.`,
    };
  }
  const byIssuer = app.federatedCredentials.filter((each) => each.issuer === issuer);
  if (byIssuer.length === 0) {
    return {
      code: 700211,
      message: `No matching federated identity record found for presented assertion issuer '${issuer}'.`,
    };
  }
  const byAudience = byIssuer.filter((each) => audiences.includes(each.audience));
  if (byAudience.length === 0) {
    return {
      code: 700212,
      message: `No matching federated identity record found for presented assertion audience '${audiences.join(",")}'.`,
    };
  }
  if (!byAudience.some((each) => each.subject === subject)) {
    return {
      code: 700213,
      message: `No matching federated identity record found for presented assertion subject '${subject}'.`,
    };
  }
  const key = state.entra.issuers.get(issuer);
  if (key === undefined || !isSignedBy(token, key, ["RS256"])) {
    return { code: 700027, message: "Client assertion failed signature validation." };
  }
  return checkLifetime(state, token);
}

function checkLifetime(state: EmulatorState, token: DecodedToken): SignInRefusal | null {
  const now = Math.floor(state.clock.now() / 1000);
  const expires = numericClaim(token, "exp");
  const notBefore = numericClaim(token, "nbf") ?? numericClaim(token, "iat") ?? now;
  const skew = 300;
  if (
    expires === null ||
    expires + skew < now ||
    notBefore - skew > now ||
    expires - now > MAX_ASSERTION_LIFETIME_S
  ) {
    return {
      code: 700024,
      message: `Client assertion is not within its valid time range. Current time: ${new Date(now * 1000).toISOString()}, assertion valid from ${instant(notBefore)}, expiry time of assertion ${instant(expires)}.`,
    };
  }
  return null;
}

function instant(seconds: number | null): string {
  return seconds === null ? "none" : new Date(seconds * 1000).toISOString();
}

function hasThumbprint(certificate: X509Certificate, header: DecodedToken["header"]): boolean {
  const digest = (algorithm: "sha1" | "sha256") =>
    createHash(algorithm).update(certificate.raw).digest("base64url");
  return header["x5t#S256"] === digest("sha256") || header.x5t === digest("sha1");
}
