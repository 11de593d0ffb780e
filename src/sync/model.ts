/**
 * What a connection and a sync are, free of Terraform: the provider's state has these shapes (held by a compile-time
 * test), the command line reads them from states and plans, and the controller will store them. Names are
 * Terraform's. Everything may be null, since an imported sync knows little.
 */

/** A secret in Infisical that holds one of our own credentials. */
export interface CredentialReference {
  readonly project_id: string | null;
  readonly environment: string | null;
  readonly secret_path: string | null;
  readonly secret_key: string | null;
}

/** A client certificate: in a file, or in Infisical with its password beside it. */
export interface CertificateReference extends CredentialReference {
  readonly path: string | null;
  readonly password_key: string | null;
}

/** How a connection signs in: at most one member is set. None: as the surroundings do. */
export interface ConnectionAuth {
  readonly client_secret: CredentialReference | null;
  readonly client_certificate: CertificateReference | null;
  readonly workload_identity: { readonly token_file_path: string | null } | null;
  readonly managed_identity: Readonly<Record<never, never>> | null;
  readonly azure_cli: Readonly<Record<never, never>> | null;
}

/** What it takes to reach an Entra tenant. */
export interface Connection {
  /** UUID or verified domain. */
  readonly tenant_id: string | null;
  readonly client_id: string | null;
  /** `public`, `usgovernment`, `dod` or `china`. */
  readonly cloud: string | null;
  readonly auth: ConnectionAuth | null;
}

/** A secret in Infisical that holds a token. */
export interface SyncSource {
  readonly project_id: string | null;
  readonly environment: string | null;
  readonly secret_path: string | null;
  readonly secret_key: string | null;
  /** Pins one version; null follows the newest. */
  readonly version: number | null;
}

/** Where a token goes. */
export interface SyncDestination {
  readonly connection: Connection | null;
  /** Object id, a UUID. */
  readonly service_principal_id: string | null;
  /** Managed tenant URL; null leaves it alone. */
  readonly base_address: string | null;
}

/** The state of a copy, as refresh or a push found it. */
export type SyncStatus =
  | "synced"
  | "rotated"
  | "secret_replaced"
  | "secret_missing"
  | "token_missing"
  | "base_address_changed"
  | "unreadable"
  | "incomplete";

/** What was observed of a provisioning job. Times are RFC 3339. */
export interface ProvisioningJob {
  readonly id: string | null;
  readonly template_id: string | null;
  /** `NotConfigured`, `NotRun`, `Active`, `Paused`, `Quarantine`. */
  readonly status: string | null;
  readonly quarantine_reason: string | null;
  readonly next_attempt: string | null;
}

/** What refresh and pushes observe; the computed half of a {@link Sync}. */
export interface SyncObservation {
  readonly service_principal_display_name: string | null;
  /** Origin and path of where the token was last sent. */
  readonly destination_base_address: string | null;
  readonly source_version: number | null;
  readonly source_secret_id: string | null;
  readonly source_updated_at: string | null;
  readonly source_updated_by: string | null;
  readonly synced_version: number | null;
  readonly synced_secret_id: string | null;
  readonly last_synced_at: string | null;
  /** A {@link SyncStatus}; a string, since state may come from a newer version. */
  readonly sync_status: string | null;
  readonly sync_message: string | null;
  readonly provisioning_job: ProvisioningJob | null;
}

/** A sync: what was declared, and what is known of it. */
export interface Sync extends SyncObservation {
  readonly id: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly source: SyncSource | null;
  readonly token_wo_version: number | null;
  readonly destination: SyncDestination | null;
  readonly auto_sync_enabled: boolean | null;
  readonly validation: string | null;
  readonly recover_from_quarantine: boolean | null;
  readonly on_destroy: string | null;
  readonly plan_checks: string | null;
  readonly sync_trigger: string | null;
}
