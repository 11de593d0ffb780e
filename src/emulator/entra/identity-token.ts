import { randomUUID } from "node:crypto";
import { signToken } from "../json-web-token";
import type { EmulatorState } from "../state";

/** Issuer of GitHub Actions' identity tokens. */
export const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
/** Issuer of Azure DevOps' identity tokens; it carries the organization's id. */
export const AZURE_DEVOPS_ISSUER = "https://vstoken.dev.azure.com/0d0d0d0d-0000-4000-8000-000000000001";
/** Issuer of a Kubernetes cluster's service account tokens. */
export const KUBERNETES_ISSUER = "https://kubernetes.default.svc.cluster.local";

/** What an identity token of another issuer says. */
export interface IdentityTokenRequest {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Lifetime in seconds; 300 unless told. Negative gives one that has expired. */
  readonly lifetimeSeconds?: number;
}

/**
 * An identity token as a pipeline, a cluster or another provider hands out, for federated credentials and for
 * Infisical's OIDC and Kubernetes logins. Signed with the emulator's key, which it accepts for the issuers it knows.
 */
export function issueIdentityToken(state: EmulatorState, request: IdentityTokenRequest): string {
  const now = Math.floor(state.clock.now() / 1000);
  const lifetime = request.lifetimeSeconds ?? 300;
  const token = signToken(
    "RS256",
    state.entra.signingKey.privateKey,
    {
      jti: randomUUID(),
      iss: request.issuer,
      sub: request.subject,
      aud: request.audience,
      iat: now - 60,
      nbf: now - 60,
      exp: now + lifetime,
    },
    { kid: state.entra.signingKey.id },
  );
  state.issuedTokens.push(token);
  return token;
}
