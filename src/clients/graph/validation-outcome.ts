import type { Problem } from "../../core/problem";
import type { ValidationOutcome } from "./destination";
import type { GraphFault } from "./graph-fault";

/** The service's code for an application that it could not ask at all. */
const UNAVAILABLE = "CredentialValidationUnavailable";

/**
 * What a 400 of validateCredentials came to. The application refused the credentials, unless Entra could not ask it,
 * or it answered what says nothing about them: a redirect, 408, 429 or 5xx. A 400 that is not understood counts as a
 * refusal, so that nothing good is overwritten by a guess.
 */
export function validationOutcome(fault: GraphFault): ValidationOutcome {
  const code = fault.code ?? "UnknownError";
  const status = fault.echoedStatus;
  const saysNothing =
    status !== null && (isRedirect(status) || status === 408 || status === 429 || status >= 500);
  return { outcome: code === UNAVAILABLE || saysNothing ? "untestable" : "rejected", code, status };
}

/**
 * The same for a call that failed by itself: `untestable` when Entra offers no test here (404, 405), is out of order,
 * redirects, or takes longer than we wait. Null for every other problem, which is one of the connection, not of the
 * test.
 */
export function untestableCall(problem: Problem): ValidationOutcome | null {
  if (problem.code === "timeout") return untestable("Timeout");
  const { status } = problem;
  if (status === undefined) return null;
  const offersNone = status === 404 || status === 405 || status >= 500 || isRedirect(status);
  return offersNone ? untestable(problem.vendorCode ?? `HTTP_${status}`) : null;
}

/** Entra could not test; `code` says why. */
export function untestable(code: string): ValidationOutcome {
  return { outcome: "untestable", code, status: null };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
