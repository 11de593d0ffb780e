import type { JobReport } from "../job-report";
import type { StatusProblem, StatusProblemCode } from "./problem-codes";

/*
 * What `entrascim status --json` prints and the table shows. Part of the command's interface: new members may come
 * with a new minor version of the format, anything else is a new major version.
 */

/** Version of the shape. */
export const STATUS_FORMAT_VERSION = "1.0";

/** How a copy stands: `synced`, or the problem that says why it is not, or why nobody knows. */
export type CopyStatus =
  | "synced"
  | Extract<
      StatusProblemCode,
      | "rotated"
      | "secret_replaced"
      | "secret_missing"
      | "token_missing"
      | "base_address_changed"
      | "incomplete"
      | "gone"
      | "not_applied"
      | "refused"
      | "unreachable"
      | "unknown"
    >;

/** A sync and what is true of it. Null is what is not known. */
export interface SyncReport {
  readonly address: string;
  readonly name: string | null;
  readonly healthy: boolean;
  readonly status: CopyStatus;
  /** The gravest first; empty for a healthy sync. */
  readonly problems: readonly StatusProblem[];
  readonly application: {
    readonly service_principal_id: string | null;
    readonly display_name: string | null;
  };
  readonly connection: {
    /** Of the `entrascim_connection` in the state that it is, or null. */
    readonly address: string | null;
    readonly name: string | null;
    readonly tenant_id: string | null;
    readonly client_id: string | null;
  } | null;
  /** Null for a token that comes from elsewhere (`token_wo_version` is set), and for an import that was not applied. */
  readonly source: {
    readonly project_id: string | null;
    readonly environment: string | null;
    readonly secret_path: string | null;
    readonly secret_key: string | null;
    /** The version that is pinned; null follows the newest. */
    readonly version: number | null;
  } | null;
  readonly token_wo_version: number | null;
  /** What was pushed last, as the state tells. */
  readonly synced_version: number | null;
  /** What Infisical holds now. */
  readonly source_version: number | null;
  readonly source_updated_at: string | null;
  readonly source_updated_by: string | null;
  readonly last_synced_at: string | null;
  /** Whether the application holds a token now. */
  readonly token_present: boolean | null;
  /** All jobs of the application; null when they could not be read. */
  readonly jobs: readonly JobReport[] | null;
}

/** A look at all syncs of a state. */
export interface StatusReport {
  readonly format_version: typeof STATUS_FORMAT_VERSION;
  /** When the look was over (RFC 3339, UTC). */
  readonly checked_at: string;
  /** What was looked at: a file, a directory, or `standard input`. */
  readonly state: string;
  /** True when every sync is. */
  readonly healthy: boolean;
  readonly summary: {
    readonly syncs: number;
    readonly healthy: number;
    /** How many syncs have each problem. */
    readonly problems: Readonly<Partial<Record<StatusProblemCode, number>>>;
  };
  /** The gravest problem first, then by name. */
  readonly syncs: readonly SyncReport[];
}
