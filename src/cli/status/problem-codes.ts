/**
 * Everything that can be wrong with a sync, the gravest first; part of the command's interface. A sync is healthy
 * when it has none of these.
 */
export const problemCodes = [
  /** A credential or permission was refused: nobody knows. */
  "refused",
  /** A service could not be reached in time: nobody knows. */
  "unreachable",
  /** It could not be looked at for another reason: nobody knows. */
  "unknown",
  /** The service principal was deleted. */
  "gone",
  /** The application has no token. */
  "token_missing",
  /** The provisioning job is in quarantine. */
  "quarantine",
  /** The tenant URL leads elsewhere than before, or than it should. */
  "base_address_changed",
  /** Another sync of the state writes to the same application. */
  "shared_destination",
  /** The last push could not be confirmed. */
  "incomplete",
  /** The secret does not exist any more in Infisical. */
  "secret_missing",
  /** Provisioning is turned off. */
  "job_disabled",
  /** Provisioning is paused. */
  "job_paused",
  /** The job has no credentials yet. */
  "job_not_configured",
  /** The application has no provisioning job. */
  "job_missing",
  /** The job has a status that is not known. */
  "job_unknown",
  /** Another secret has taken the place of the one that was pushed. */
  "secret_replaced",
  /** Infisical holds a newer version than the one that was pushed. */
  "rotated",
  /** Terraform has marked it to be replaced. */
  "tainted",
  /** It was imported and never applied. */
  "not_applied",
] as const;

/** One of {@link problemCodes}. */
export type StatusProblemCode = (typeof problemCodes)[number];

const WAITING: ReadonlySet<StatusProblemCode> = new Set([
  "job_disabled",
  "job_paused",
  "job_not_configured",
  "job_missing",
  "secret_replaced",
  "rotated",
  "tainted",
  "not_applied",
]);

/** `error`: provisioning fails, will fail, or nobody knows; `warning`: it waits for somebody. For colours. */
export function severityOf(code: StatusProblemCode): "error" | "warning" {
  return WAITING.has(code) ? "warning" : "error";
}

/** Smaller is graver. */
export function rankOf(code: StatusProblemCode): number {
  return problemCodes.indexOf(code);
}

/** Something that is wrong with a sync. */
export interface StatusProblem {
  readonly code: StatusProblemCode;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to do about it, in full sentences. */
  readonly remedy: string;
}
