import type { ProblemCode } from "../core/problem";

/** Every exit code of the `entrascim` command. They are part of its interface: none is given another meaning. */
export const exitCodes = {
  /** Done. */
  ok: 0,
  /** The command could not do what it was asked to. */
  failed: 1,
  /** The command line, or a value that somebody wrote, breaks a rule; nothing was done. */
  usage: 2,
  /** A credential was refused, or has not the permission. */
  denied: 3,
  /** A server could not be reached, was too slow, or asked to come back later. Trying again may help. */
  unavailable: 4,
  /**
   * What was looked at needs somebody's attention: a gate of `report` did not pass, a sync that `status` shows is not
   * well, or `doctor` found a fault. The command itself did its work.
   */
  attention: 5,
  /** A bug in entrascim. */
  internal: 70,
  /**
   * Interrupted before it was done, by Ctrl-C or SIGTERM. What runs until then, such as `emulator`, is done then and
   * ends with 0.
   */
  interrupted: 130,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byProblem: Readonly<Record<ProblemCode, ExitCode>> = {
  invalid_input: exitCodes.usage,
  unauthenticated: exitCodes.denied,
  forbidden: exitCodes.denied,
  not_found: exitCodes.failed,
  ambiguous: exitCodes.failed,
  conflict: exitCodes.failed,
  throttled: exitCodes.unavailable,
  unavailable: exitCodes.unavailable,
  timeout: exitCodes.unavailable,
  untrusted: exitCodes.failed,
  unexpected_response: exitCodes.failed,
  rejected: exitCodes.failed,
  unusable_token: exitCodes.failed,
  lost_keys: exitCodes.failed,
  cancelled: exitCodes.interrupted,
  internal: exitCodes.internal,
};

/** The exit code of a command that ended with a problem of this kind. */
export function exitCodeOf(code: ProblemCode): ExitCode {
  return byProblem[code];
}
