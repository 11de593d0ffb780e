import type { Environment } from "../../core/environment";
import type { Secret } from "../../core/secret";

/*
 * What a sign-in is resolved from. The shapes are those of the provider's `azure` block and of a connection, member
 * names included, so that a problem can name an attribute; they fit `clients.ts` structurally.
 */

/** The provider's `azure` block; null is what was left out. */
export interface AzureSettings {
  readonly tenant_id: string | null;
  readonly client_id: string | null;
  readonly client_secret: Secret | null;
  readonly client_certificate_path: string | null;
  readonly client_certificate: Secret | null;
  readonly client_certificate_password: Secret | null;
  readonly use_oidc: boolean | null;
  readonly oidc_token: Secret | null;
  readonly oidc_token_file_path: string | null;
  readonly oidc_request_url: string | null;
  readonly oidc_request_token: Secret | null;
  readonly ado_service_connection_id: string | null;
  readonly use_managed_identity: boolean | null;
  readonly use_cli: boolean | null;
  readonly cloud: string | null;
  readonly authority_host: string | null;
  readonly graph_endpoint: string | null;
}

/** Where a credential is kept in Infisical. */
export interface CredentialReference {
  readonly project_id: string | null;
  readonly environment: string | null;
  readonly secret_path: string | null;
  readonly secret_key: string | null;
}

/** How a connection says that it signs in: at most one member is set. */
export interface ConnectionAuth {
  readonly client_secret: CredentialReference | null;
  readonly client_certificate:
    | (CredentialReference & { readonly path: string | null; readonly password_key: string | null })
    | null;
  readonly workload_identity: { readonly token_file_path: string | null } | null;
  readonly managed_identity: object | null;
  readonly azure_cli: object | null;
}

/** A connection. */
export interface Connection {
  readonly tenant_id: string | null;
  readonly client_id: string | null;
  readonly cloud: string | null;
  readonly auth: ConnectionAuth | null;
}

/** Everything that decides how to sign in. */
export interface SignInInput {
  /** Null for the provider's own credentials. */
  readonly connection: Connection | null;
  readonly settings: AzureSettings | null;
  readonly env: Environment;
}
