import type { CallOptions } from "../../core/clock";
import type { Secret } from "../../core/secret";

/** One entry of a destination's synchronization secrets; `value` is null when the server masks it. */
export interface DestinationSecret {
  readonly key: string;
  readonly value: Secret | null;
}

/** A provisioning job as Graph describes it. Times are RFC 3339. */
export interface DestinationJob {
  readonly id: string;
  readonly templateId: string;
  /** `Active`, `Disabled` or `Paused`. */
  readonly scheduleState: string | null;
  /** `NotConfigured`, `NotRun`, `Active`, `Paused` or `Quarantine`. */
  readonly status: string;
  readonly quarantineReason: string | null;
  readonly nextAttempt: string | null;
  readonly lastSuccessAt: string | null;
}

/** A service principal as Graph describes it. */
export interface ServicePrincipal {
  readonly objectId: string;
  readonly appId: string;
  readonly displayName: string;
}

/** What Entra's test of credentials came to. */
export type ValidationOutcome =
  | { readonly outcome: "accepted" }
  /** The application refused them. `status` is what it answered, where Entra echoes it. */
  | { readonly outcome: "rejected"; readonly code: string; readonly status: number | null }
  /** Entra could not test them. */
  | { readonly outcome: "untestable"; readonly code: string; readonly status: number | null };

/**
 * Where tokens go: the service principals of one tenant, reached with one connection. All methods throw a `Problem`:
 * `not_found` with vendor code `Request_ResourceNotFound` when Graph says that the service principal is not there,
 * `not_found` with another vendor code for other 404s, `unauthenticated` and `forbidden` when Entra or Graph
 * refuses us, transient codes when they cannot be reached in time.
 */
export interface Destination {
  servicePrincipal(objectId: string, call: CallOptions): Promise<ServicePrincipal>;
  secrets(objectId: string, call: CallOptions): Promise<readonly DestinationSecret[]>;
  /**
   * Writes only these keys; an empty value removes its key. `unavailable`, `timeout`, and without a status any problem
   * of the exchange itself (`unexpected_response`, `untrusted`, `internal`) say that it may have written; an
   * `unexpected_response` with the status of a success does so too.
   */
  putSecrets(
    objectId: string,
    secrets: readonly { readonly key: string; readonly value: Secret }[],
    call: CallOptions,
  ): Promise<void>;
  jobs(objectId: string, call: CallOptions): Promise<readonly DestinationJob[]>;
  /** Ids of the templates that a provisioning job can be made of, the application's default first. */
  templates(objectId: string, call: CallOptions): Promise<readonly string[]>;
  /** Asks Entra to try these credentials on the application. With a job, or with a template when there is none. */
  validateCredentials(
    objectId: string,
    request: {
      readonly jobId: string | null;
      readonly templateId: string | null;
      readonly credentials: readonly { readonly key: string; readonly value: Secret }[];
    },
    call: CallOptions,
  ): Promise<ValidationOutcome>;
  /**
   * Starts a job; lifts a quarantine. Call it only for a job that is not running: it tries again by itself, after a
   * look whether the job runs by now.
   */
  startJob(objectId: string, jobId: string, call: CallOptions): Promise<void>;
}
