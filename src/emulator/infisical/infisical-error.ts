import { randomBytes } from "node:crypto";
import { type EmulatorResponse, json } from "../http-message";

/** Thrown by Infisical handlers; becomes Infisical's error body. */
export class InfisicalError extends Error {
  override readonly name = "InfisicalError";

  constructor(
    readonly status: number,
    readonly error: string,
    /** A sentence, or for 422 the list of issues. */
    readonly content: string | readonly unknown[],
    readonly details?: readonly unknown[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(error);
  }
}

/** 401 `UnauthorizedError`. */
export function unauthorized(message: string): InfisicalError {
  return new InfisicalError(401, "UnauthorizedError", message);
}

/** 403 `PermissionDenied`: "You are not allowed to <action> on <subject>". */
export function permissionDenied(action: string, rules: readonly unknown[]): InfisicalError {
  return new InfisicalError(403, "PermissionDenied", `You are not allowed to ${action} on secrets`, rules);
}

/** 403 with the name of the error class that Infisical throws. */
export function forbidden(error: string, message: string): InfisicalError {
  return new InfisicalError(403, error, message);
}

/** 404 `NotFound`. */
export function notFound(message: string): InfisicalError {
  return new InfisicalError(404, "NotFound", message);
}

/** 400 `BadRequest`. */
export function badRequest(message: string): InfisicalError {
  return new InfisicalError(400, "BadRequest", message);
}

/** 422 `ValidationFailure` with the validator's issues. */
export function validationFailure(issues: readonly unknown[]): InfisicalError {
  return new InfisicalError(422, "ValidationFailure", issues);
}

/** The error body: `infisical.md` §4. */
export function infisicalErrorResponse(error: InfisicalError): EmulatorResponse {
  return json(
    error.status,
    {
      reqId: `req-${randomBytes(7).toString("hex")}`,
      statusCode: error.status,
      message: error.content,
      error: error.error,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
    error.headers,
  );
}
