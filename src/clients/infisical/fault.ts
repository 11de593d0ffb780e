import { Problem, type ProblemCode, type ProblemOptions } from "../../core/problem";
import { tryParseJson } from "../http/parse-json";
import { retryAfterMs } from "../http/retry-after";
import { transientCode } from "../http/transient-code";
import type { HttpResponse } from "../http/transport";
import type { ErrorAnswer } from "./wire";

/** An answer that is an error, with what may be told of its body. */
export interface InfisicalError {
  readonly response: HttpResponse;
  /** Infisical's own name for it: `NotFound`, `PermissionDenied`, `TokenError`, …; undefined when it gives none. */
  readonly name: string | undefined;
  readonly requestId: string | undefined;
  /** Fields that a validation failure complains about, with the kind of complaint: `environment (invalid_type)`. */
  readonly fields: readonly string[];
  /** How long to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** What every call of one kind says when it fails. */
export interface CallDescription {
  /** The call, after "to": "the request for the secrets of folder /scim in environment prod". */
  readonly call: string;
  /** A full sentence: which permission a 403 lacks. */
  readonly permission: string;
}

/** Reads an error's body. A body that is not Infisical's gives no name. */
export async function readError(response: HttpResponse, now: number): Promise<InfisicalError> {
  const { errorAnswer } = await import("./wire");
  const body = tryParseJson(response.body, errorAnswer);
  return {
    response,
    name: plain(body?.error, /^[A-Za-z]{1,60}$/),
    requestId: plain(body?.reqId, /^req-[\w-]{1,64}$/),
    fields: fieldsOf(body?.message),
    retryAfterMs: retryAfterMs(response, now) ?? fromMessage(body?.message),
  };
}

/** True when the access token was refused: 401, or the 403 that Infisical answers to one that has expired. */
export function isTokenRefusal(error: InfisicalError): boolean {
  return error.response.status === 401 || (error.response.status === 403 && error.name === "TokenError");
}

/** True when Infisical itself says that a thing is not there, as opposed to a route that it does not have. */
export function isNotFound(error: InfisicalError): boolean {
  return error.response.status === 404 && error.name === "NotFound";
}

/** True for a 404 that is not Infisical's: an older server without this route, or no Infisical at all. */
export function isRouteMissing(error: InfisicalError): boolean {
  return error.response.status === 404 && error.name !== "NotFound";
}

/** The problem that an error of an authorized call is. */
export function problemOf(error: InfisicalError, { call, permission }: CallDescription): Problem {
  const { status } = error.response;
  const answered = `Infisical answered ${status}${error.name === undefined ? "" : ` (${error.name})`} to ${call}.`;
  const problem = (code: ProblemCode, summary: string, remedy: string) =>
    new Problem(code, { summary, detail: `${answered} ${remedy}`, ...factsOf(error) });

  if (isTokenRefusal(error)) {
    return problem(
      "unauthenticated",
      "Infisical refused the access token",
      "It is not valid for this host, has expired or was revoked. Log in with another one.",
    );
  }
  if (status === 403) return problem("forbidden", "Infisical denies permission", permission);
  if (isNotFound(error))
    return problem(
      "not_found",
      "Infisical does not find it",
      "It does not exist, or the identity may not see it.",
    );
  if (status === 400 || status === 422)
    return problem(
      "invalid_input",
      "Infisical refused a request",
      `${fieldsInWords(error.fields)}Check project, environment, folder and key.`,
    );
  return (
    transientProblem(error, call) ??
    problem(
      "unexpected_response",
      "Infisical answered unexpectedly",
      "Check that infisical.host is the address of an Infisical server.",
    )
  );
}

/** The problem of an error that the same call may not meet again: 408, 409, 423, 424, 429, 5xx; null for others. */
export function transientProblem(error: InfisicalError, call: string): Problem | null {
  const { status } = error.response;
  const code = transientCode(status);
  if (code === null) return null;
  return new Problem(code, {
    summary: status === 429 ? "Infisical's rate limit is used up" : "Infisical is not available",
    detail: `Infisical answered ${status} to ${call}, a fault that passes by itself. Run again later.`,
    ...factsOf(error),
  });
}

/** What goes into a problem beside its text. */
export function factsOf(error: InfisicalError): Omit<ProblemOptions, "summary" | "detail"> {
  return {
    status: error.response.status,
    ...(error.name === undefined ? {} : { vendorCode: error.name }),
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  };
}

/** "It complains about a, b. ", or nothing. */
export function fieldsInWords(fields: readonly string[]): string {
  return fields.length === 0 ? "" : `It complains about ${fields.join(", ")}. `;
}

/** Only names and codes of the shape that a schema has: an issue's text may quote what was sent. */
function fieldsOf(message: ErrorAnswer["message"]): string[] {
  if (!Array.isArray(message)) return [];
  return message.slice(0, 5).flatMap(({ code, path }) => {
    const field = path.filter((step) => typeof step === "number" || /^\w{1,40}$/.test(step)).join(".");
    const kind = plain(code, /^[a-z_]{1,40}$/);
    return field === "" ? [] : [kind === undefined ? field : `${field} (${kind})`];
  });
}

function fromMessage(message: ErrorAnswer["message"]): number | undefined {
  const seconds =
    typeof message === "string" ? /try again in (\d{1,6}) seconds?/i.exec(message)?.[1] : undefined;
  return seconds === undefined || Number(seconds) === 0 ? undefined : Number(seconds) * 1000;
}

function plain(text: string | undefined, shape: RegExp): string | undefined {
  return text !== undefined && shape.test(text) ? text : undefined;
}
