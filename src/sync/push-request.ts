import type { AttributePath } from "../core/attribute-path";
import type { CallOptions, Clock } from "../core/clock";
import type { Problem } from "../core/problem";
import type { Secret } from "../core/secret";
import type { SyncObservation } from "./model";
import type { Ports } from "./observe";
import type { SecretLocation } from "./ports";

/** How strictly a token is tested before it overwrites another one. */
export type Validation = "standard" | "strict" | "off";

/** Where the token of a push comes from: a secret in Infisical (optionally one pinned version), or the token itself. */
export type TokenOrigin =
  | { readonly kind: "secret"; readonly location: SecretLocation; readonly version: number | null }
  | { readonly kind: "value"; readonly token: Secret };

/** The attribute of a sync that says which token it is. */
export function pathOfToken(origin: TokenOrigin): AttributePath {
  return origin.kind === "value" ? ["token_wo"] : ["source", "secret_key"];
}

/** One push. */
export interface PushRequest {
  readonly servicePrincipalId: string;
  readonly origin: TokenOrigin;
  /** The base address to manage, or null to leave it alone. */
  readonly baseAddress: string | null;
  readonly validation: Validation;
  readonly recoverFromQuarantine: boolean;
  /** The same run may have rotated the secret just now, so its value must not be older than this push. */
  readonly fresh: boolean;
  /** What was known before; null for a create, which then waits for a service principal that is new. */
  readonly prior: SyncObservation | null;
}

/** Something a person should know although the push went on. */
export interface PushWarning {
  readonly summary: string;
  readonly detail: string;
}

/** What a push that wrote came to. `error` says that something after the write went wrong; state is stored with it. */
export interface PushResult {
  readonly observation: SyncObservation;
  readonly warnings: readonly PushWarning[];
  readonly error: Problem | null;
}

/** What a push needs beside its request. */
export interface PushContext {
  readonly ports: Ports;
  readonly call: CallOptions;
  readonly clock: Clock;
}
