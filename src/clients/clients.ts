import type { CallOptions } from "../core/clock";
import type { Secret } from "../core/secret";
import type { Destination, DestinationJob, ServicePrincipal } from "./graph/destination";
import type { SecretSource } from "./infisical/secret-source";

/*
 * The clients' public face for the provider, the command line and the controller. `connect.ts` implements it. It
 * imports nothing of `sync/`: the shapes below fit `sync/model.ts` and `sync/ports.ts` structurally, which the
 * compiler checks where the two meet.
 */

/** Clouds by the names that the azuread provider uses. */
export type Cloud = "public" | "usgovernment" | "dod" | "china";

/**
 * What the provider block says, as written; null is what was left out and is looked up in the environment.
 * Member names are the attribute names, so that a problem's path can point at them.
 */
export interface ClientSettings {
  readonly infisical: {
    readonly host: string | null;
    readonly project_id: string | null;
    readonly organization_slug: string | null;
    readonly auth: {
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
    } | null;
  } | null;
  readonly azure: {
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
  } | null;
  readonly http: {
    readonly max_retries: number | null;
    /** A duration, already parsed. */
    readonly request_timeout_ms: number | null;
    readonly max_concurrency: number | null;
  } | null;
}

/** A connection as a resource declares it; the shape of `Connection` in `sync/model.ts`. */
export interface ConnectionInput {
  readonly tenant_id: string | null;
  readonly client_id: string | null;
  readonly cloud: string | null;
  readonly auth: {
    readonly client_secret: SecretReferenceInput | null;
    readonly client_certificate:
      | (SecretReferenceInput & { readonly path: string | null; readonly password_key: string | null })
      | null;
    readonly workload_identity: { readonly token_file_path: string | null } | null;
    readonly managed_identity: object | null;
    readonly azure_cli: object | null;
  } | null;
}

interface SecretReferenceInput {
  readonly project_id: string | null;
  readonly environment: string | null;
  readonly secret_path: string | null;
  readonly secret_key: string | null;
}

/** What an acquired token says of itself. */
export interface SignIn {
  /** `client_secret`, `client_certificate`, `workload_identity`, `managed_identity` or `azure_cli`; logged. */
  readonly kind: string;
  /** Application roles in the token, sorted; null when the token is not app-only. */
  readonly roles: readonly string[] | null;
}

/** A service principal with its provisioning jobs. */
export interface ProvisionedApplication extends ServicePrincipal {
  readonly jobs: readonly DestinationJob[];
}

/** Finding service principals. */
export interface Directory {
  /** By word prefixes of the display name (Graph `$search`), or all; every page, sorted by display name. */
  search(words: string | null, call: CallOptions): Promise<readonly ServicePrincipal[]>;
  /** Exactly this application id, or null. */
  byAppId(appId: string, call: CallOptions): Promise<ServicePrincipal | null>;
  /** All with exactly this display name; names are not unique. */
  byDisplayName(displayName: string, call: CallOptions): Promise<readonly ServicePrincipal[]>;
}

/** One tenant, reached with one connection. Signing in happens when a call first needs it, once per process. */
export interface Tenant {
  readonly tenantId: string;
  readonly cloud: Cloud;
  readonly destination: Destination;
  readonly directory: Directory;
  /** Acquires a token now. Throws `unauthenticated` with the AADSTS reason and its remedy when it is refused. */
  signIn(call: CallOptions): Promise<SignIn>;
}

/** Ready clients. Making them touches no network. */
export interface Clients {
  readonly source: SecretSource;
  /** The project for sources that name none, or null. */
  readonly defaultProjectId: string | null;
  /** The tenant and cloud of connections that name none. */
  readonly defaultTenantId: string | null;
  readonly defaultCloud: Cloud;
  /**
   * The tenant of a connection, or of the provider's own credentials for null. The same connection gives the same
   * object, so tokens and sign-ins are shared. Throws `invalid_input` when no tenant or no credential is configured
   * (naming what was looked for), or when a secret of one level would be paired with another level's client.
   */
  tenant(connection: ConnectionInput | null): Tenant;
  /**
   * Lets go of what was read from Infisical, for processes that look more than once; sign-ins stay. What was refused
   * for good stays refused: Infisical's login locks identities that try again.
   */
  forget(): void;
}
