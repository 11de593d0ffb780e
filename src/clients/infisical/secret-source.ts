import type { CallOptions } from "../../core/clock";
import type { Secret } from "../../core/secret";

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
  /** The keys of a folder's own secrets, sorted; none where the folder does not exist. Never asks for values. */
  keys(folder: Omit<SecretLocation, "key">, call: CallOptions): Promise<readonly string[]>;
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
