import { z } from "zod";
import { checkAccessToken } from "../entra/access-token";
import { type EmulatorRequest, type EmulatorResponse, json } from "../http-message";
import { decodeToken, isSignedBy, numericClaim, textClaim } from "../json-web-token";
import type { EmulatorState } from "../state";
import { issueIdentityAccessToken, openToken } from "./identity-token";
import { notFound, unauthorized } from "./infisical-error";
import { readBody } from "./infisical-request";
import type { MachineIdentity, TokenLogin } from "./infisical-state";

const LOCK_AFTER = 3;
const LOCK_MS = 300_000;
const FORGET_FAILURES_MS = 30_000;

const universalBody = z.strictObject({
  clientId: z.string().trim(),
  clientSecret: z.string().trim(),
  organizationSlug: z.string().optional(),
  subOrganizationName: z.string().optional(),
});
const tokenBody = z.strictObject({
  identityId: z.string().trim(),
  jwt: z.string(),
  organizationSlug: z.string().optional(),
  subOrganizationName: z.string().optional(),
});
const accessTokenBody = z.strictObject({ accessToken: z.string().trim() });

/** `POST /api/v1/auth/universal-auth/login`; three failures in a row lock the method for five minutes. */
export function universalLogin(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const body = readBody(request, universalBody);
  const identity = [...state.infisical.identities.values()].find(
    (each) => each.universalAuth?.clientId === body.clientId,
  );
  if (identity === undefined) throw unauthorized("Invalid credentials");
  const now = state.clock.now();
  if (identity.lockedUntil > now) {
    throw unauthorized("This identity auth method is temporarily locked, please try again later");
  }
  if (identity.universalAuth?.clientSecrets.includes(body.clientSecret) !== true) {
    countFailure(identity, now);
    throw unauthorized("Invalid credentials");
  }
  identity.failures = 0;
  checkOrganization(state, body.organizationSlug ?? body.subOrganizationName);
  return json(200, issueIdentityAccessToken(state, identity));
}

/** `POST /api/v1/auth/oidc-auth/login`. */
export function oidcLogin(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  return tokenLogin(state, request, (identity) => identity.oidcAuth);
}

/** `POST /api/v1/auth/kubernetes-auth/login`, with a service account's token. */
export function kubernetesLogin(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  return tokenLogin(state, request, (identity) => identity.kubernetesAuth);
}

/** `POST /api/v1/auth/azure-auth/login`, with an Entra token for the resource that the identity asks for. */
export function azureLogin(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const body = readBody(request, tokenBody);
  const identity = state.infisical.identities.get(body.identityId);
  const settings = identity?.azureAuth;
  if (identity === undefined || settings === null || settings === undefined) {
    throw notFound("Azure auth method not found for identity, did you configure Azure Auth?");
  }
  const outcome = checkAccessToken(state, body.jwt, [settings.resource]);
  if ("refused" in outcome || !settings.objectIds.includes(outcome.app.objectId)) {
    throw unauthorized("Service principal not allowed or token not valid");
  }
  checkOrganization(state, body.organizationSlug ?? body.subOrganizationName);
  return json(200, issueIdentityAccessToken(state, identity));
}

/** `POST /api/v1/auth/token/renew`; the token's life stays capped from its first issue. */
export function renewToken(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const { identity, record } = openToken(state, readBody(request, accessTokenBody).accessToken);
  return json(200, issueIdentityAccessToken(state, identity, record));
}

/** `POST /api/v1/auth/token/revoke`. */
export function revokeToken(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  openToken(state, readBody(request, accessTokenBody).accessToken).record.revoked = true;
  return json(200, { message: "Successfully revoked access token" });
}

function tokenLogin(
  state: EmulatorState,
  request: EmulatorRequest,
  settingsOf: (identity: MachineIdentity) => TokenLogin | null,
): EmulatorResponse {
  const body = readBody(request, tokenBody);
  const identity = state.infisical.identities.get(body.identityId);
  const settings = identity === undefined ? null : settingsOf(identity);
  if (identity === undefined || settings === null) {
    throw notFound("Auth method not found for identity, did you configure it?");
  }
  if (!isAccepted(state, body.jwt, settings)) throw unauthorized("Access denied: the token is not accepted.");
  checkOrganization(state, body.organizationSlug ?? body.subOrganizationName);
  return json(200, issueIdentityAccessToken(state, identity));
}

function isAccepted(state: EmulatorState, jwt: string, settings: TokenLogin): boolean {
  const token = decodeToken(jwt);
  const key = state.entra.issuers.get(settings.issuer);
  if (token === null || key === undefined || !isSignedBy(token, key, ["RS256"])) return false;
  const audience = token.claims.aud;
  return (
    textClaim(token, "iss") === settings.issuer &&
    textClaim(token, "sub") === settings.subject &&
    (Array.isArray(audience) ? audience.includes(settings.audience) : audience === settings.audience) &&
    (numericClaim(token, "exp") ?? 0) * 1000 > state.clock.now()
  );
}

function checkOrganization(state: EmulatorState, slug: string | undefined): void {
  if (slug !== undefined && slug !== state.infisical.organizationSlug) {
    throw notFound(`Sub organization with slug '${slug}' not found`);
  }
}

function countFailure(identity: MachineIdentity, now: number): void {
  identity.failures = now - identity.lastFailureAt > FORGET_FAILURES_MS ? 1 : identity.failures + 1;
  identity.lastFailureAt = now;
  if (identity.failures >= LOCK_AFTER) {
    identity.lockedUntil = now + LOCK_MS;
    identity.failures = 0;
  }
}
