import type { CallOptions } from "../core/clock";
import type { Secret } from "../core/secret";

/** A secret's place in Infisical, complete. */
export interface SecretLocation {
  readonly projectId: string;
  readonly environment: string;
  /** Starts with a slash; no trailing one but for the root. */
  readonly path: string;
  readonly key: string;
}

/** A secret without its value. */
export interface SecretVersion {
  readonly id: string;
  readonly version: number;
  /** RFC 3339, or null where the server does not say. */
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

/** A secret with its value. */
export interface SecretValue extends SecretVersion {
  readonly value: Secret;
  /** The value was a reference to other secrets and has been expanded: a rotation of those is invisible here. */
  readonly expanded: boolean;
}

/**
 * Where tokens come from. All methods throw a `Problem`: `unauthenticated` and `forbidden` when Infisical refuses
 * us, transient codes when it cannot be reached in time.
 */
export interface SecretSource {
  /** The newest version of a secret, or null when the folder has no such secret. Never asks for values. */
  describe(location: SecretLocation, call: CallOptions): Promise<SecretVersion | null>;
  /**
   * The secret with its value (or the pinned version), or null when there is none; not older than the first read of
   * its folder in this process, and with `fresh` not older than this call. Throws `unusable_token` when the value is
   * hidden from us or a reference in it stays unexpanded.
   */
  read(
    location: SecretLocation,
    version: number | null,
    call: CallOptions,
    fresh?: boolean,
  ): Promise<SecretValue | null>;
  /**
   * Where a secret that `describe` does not find comes from, when the folder imports one of that name: imports are
   * not followed, and the error says so. Null when it is not imported either.
   */
  importedFrom(location: SecretLocation, call: CallOptions): Promise<string | null>;
}

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
