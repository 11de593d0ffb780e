import type { AttributePath } from "./attribute-path";

/**
 * What went wrong, as a closed set that code may branch on.
 *
 * - `invalid_input`: a value that somebody wrote breaks a rule; no request was made because of it.
 * - `unauthenticated`: a credential was refused (wrong, expired, locked).
 * - `forbidden`: the credential is good, the permission is missing.
 * - `not_found`, `ambiguous`: the thing named does not exist, or is more than one.
 * - `conflict`: somebody else holds or changed it.
 * - `throttled`, `unavailable`, `timeout`: transient; the same call may succeed later.
 * - `untrusted`: TLS could not be verified, a redirect, or a host that credentials may not be sent to.
 * - `unexpected_response`: the server answered something that its documentation does not allow.
 * - `rejected`: the destination, asked beforehand, refused what would have been pushed.
 * - `unusable_token`: the source's value is no token (empty, hidden, masked, with line breaks).
 * - `lost_keys`: a write removed keys that are not ours.
 * - `cancelled`: the run was interrupted.
 * - `internal`: a bug of ours.
 */
export type ProblemCode =
  | "invalid_input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "ambiguous"
  | "conflict"
  | "throttled"
  | "unavailable"
  | "timeout"
  | "untrusted"
  | "unexpected_response"
  | "rejected"
  | "unusable_token"
  | "lost_keys"
  | "cancelled"
  | "internal";

/** What a {@link Problem} is made of. None of it may hold a secret, a response body or a foreign error's message. */
export interface ProblemOptions {
  /** A short title, without a full stop: "Microsoft Entra ID refused the client secret". */
  readonly summary: string;
  /** What happened, where, and what to do about it, in full sentences. */
  readonly detail: string;
  /** The attribute that has to be changed, when one has. */
  readonly path?: AttributePath;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number;
  /** The vendor's own code: an AADSTS number, a Graph error code, Infisical's `error`. */
  readonly vendorCode?: string;
  /** The vendor's id of the request, for their support. */
  readonly requestId?: string;
  /** How long the server asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/**
 * The one error class of the project. Whatever is thrown below `framework/` is one of these, or is turned into
 * one by {@link Problem.from}; `framework/` turns it into a diagnostic.
 *
 * It carries no `cause`: messages of foreign errors quote what they read (`JSON.parse`, `Headers`, URL parsers),
 * and that may be a token.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly summary: string;
  readonly detail: string;
  readonly path: AttributePath | undefined;
  readonly status: number | undefined;
  readonly vendorCode: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ProblemCode, options: ProblemOptions) {
    super(`${options.summary}: ${options.detail}`);
    this.code = code;
    this.summary = options.summary;
    this.detail = options.detail;
    this.path = options.path;
    this.status = options.status;
    this.vendorCode = options.vendorCode;
    this.requestId = options.requestId;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The same problem, at this attribute; an attribute that is named already stays. */
  at(path: AttributePath): Problem {
    return this.path === undefined ? new Problem(this.code, { ...this.#options(), path }) : this;
  }

  /** The same problem, for whoever holds at `prefix` what it was thrown about: its path continues from there. */
  under(prefix: AttributePath): Problem {
    return new Problem(this.code, { ...this.#options(), path: [...prefix, ...(this.path ?? [])] });
  }

  /** The same problem, with another detail. */
  withDetail(detail: string): Problem {
    return new Problem(this.code, { ...this.#options(), detail });
  }

  /** Whatever was caught, as a problem. A foreign error keeps its class and stack frames, never its message. */
  static from(caught: unknown): Problem {
    if (caught instanceof Problem) return caught;
    return new Problem("internal", {
      summary: "This is a bug",
      detail: `An error that should not happen was thrown: ${describeForeign(caught)}. Please report it with these lines.`,
    });
  }

  #options(): ProblemOptions {
    return {
      summary: this.summary,
      detail: this.detail,
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(this.status === undefined ? {} : { status: this.status }),
      ...(this.vendorCode === undefined ? {} : { vendorCode: this.vendorCode }),
      ...(this.requestId === undefined ? {} : { requestId: this.requestId }),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    };
  }
}

/** Class and stack frames of a foreign error, without its message, which may quote what it was given. */
export function describeForeign(caught: unknown): string {
  if (!(caught instanceof Error)) return `a thrown ${caught === null ? "null" : typeof caught}`;
  const { message, stack = "" } = caught;
  // A message of several lines may itself look like frames: a server's stack trace, quoted.
  const quoted = stack.indexOf(message);
  const frames = stack
    .slice(quoted === -1 ? 0 : quoted + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return [caught.constructor.name, ...frames.slice(0, 12)].join("\n");
}
