import type { Secret } from "../../core/secret";

/** The provider's `infisical` block, as written; null is what was left out. Member names are the attributes'. */
export interface InfisicalAttributes {
  readonly host: string | null;
  readonly project_id: string | null;
  readonly organization_slug: string | null;
  readonly auth: InfisicalAuthAttributes | null;
}

/** Its `auth` block, with at most one member set. */
export interface InfisicalAuthAttributes {
  readonly token: Secret | null;
  readonly universal: { readonly client_id: string | null; readonly client_secret: Secret | null } | null;
  readonly oidc: {
    readonly identity_id: string | null;
    readonly token: Secret | null;
    readonly token_path: string | null;
    readonly token_env: string | null;
  } | null;
  readonly azure: { readonly identity_id: string | null; readonly resource: string | null } | null;
  readonly kubernetes: { readonly identity_id: string | null; readonly token_path: string | null } | null;
}
