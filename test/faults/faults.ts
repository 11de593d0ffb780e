import type { FaultInput } from "../../src/emulator/traffic/faults";
import type { Call } from "./calls";

/** What kind of trouble a fault is; the rules go by it. */
export type Trouble =
  | "passing" // it may pass, and does
  | "silence" // our own timeout
  | "later" // the server asks for more time than there is
  | "down" // it may pass, and does not
  | "garbled" // what comes is not the service's answer
  | "expired" // the token, in mid-run
  | "unauthorized"
  | "no permission" // 401 UnknownError
  | "forbidden"
  | "new" // a service principal that appears later
  | "not found"
  | "no such route"
  | "bad request"
  | "redirect"
  | "next link";

/** What the fault-bringing transport does to one request. */
export type Strike =
  /** The emulator brings the fault about, in its answer to this request. */
  | { readonly by: "emulator"; readonly effect: Effect; readonly timeoutMs?: number }
  /** Nothing listens where the request is sent. */
  | { readonly by: "closed port" }
  /** All access tokens that are out are refused from now on. */
  | { readonly by: "revocation" }
  /** Graph does not see the service principal for so long. */
  | { readonly by: "hiding"; readonly ms: number };

type WithoutAim<T> = T extends unknown ? Omit<T, "match" | "nth" | "times"> : never;
type Effect = WithoutAim<FaultInput>;

/** A row of the table. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  readonly trouble: Trouble;
  /** Befalls one request, or all from the call's on. */
  readonly lasts: "once" | "always";
  /** Whether the service has done what was asked nevertheless. */
  readonly isProcessed: boolean;
  /** Milliseconds that the server asks us to wait. */
  readonly asksToWait?: number;
  /** Milliseconds by which the services' clock is ahead of ours, from before the first request. */
  readonly clockSkewMs?: number;
  /** What befalls a request of this call. `now` is the services' time. */
  readonly strike: (call: Call, world: { readonly now: number; readonly otherOrigin: string }) => Strike;
}

const HOUR = 3_600_000;
const WAIT_SECONDS = 7;
/** Enough for the emulator to have the request and do what is asked, which is in the same process. */
const PATIENCE_MS = 250;
const PAGE = "<!doctype html><title>Sign in to the network</title>";

function status(
  code: number,
  more: { readonly retryAfter?: number; readonly applied?: boolean } = {},
): Effect {
  return { kind: "status", status: code, ...more };
}

function passing(id: string, title: string, effect: Effect, more: Partial<Fault> = {}): Fault {
  return {
    ...{ id, title, trouble: "passing", lasts: "once", isProcessed: false },
    strike: () => ({ by: "emulator", effect }),
    ...more,
  };
}

function lasting(
  id: string,
  title: string,
  trouble: Trouble,
  strike: Fault["strike"],
  isProcessed = false,
): Fault {
  return { id, title, trouble, lasts: "always", isProcessed, strike };
}

/** The waiting time as a date of a server whose clock is not ours. */
function skewed(id: string, title: string, clockSkewMs: number): Fault {
  return {
    ...{ id, title, clockSkewMs, trouble: "passing", lasts: "once", isProcessed: false },
    asksToWait: WAIT_SECONDS * 1000,
    strike: (_call, { now }) => {
      const seconds = Math.floor(now / 1000);
      const date = (at: number) => new Date(at * 1000).toUTCString();
      const headers = { date: date(seconds), "retry-after": date(seconds + WAIT_SECONDS) };
      return { by: "emulator", effect: { kind: "status", status: 429, headers } };
    },
  };
}

/** A body that Entra would send; the emulator's own for a fault is that of one that passes. */
function refusal(
  call: Call,
  code: number,
  entra: { readonly error: string; readonly aadsts: number },
): Strike {
  const body = JSON.stringify({ error: entra.error, error_codes: [entra.aadsts] });
  return {
    by: "emulator",
    effect: { kind: "status", status: code, ...(call.api === "entra" ? { body } : {}) },
  };
}

/** All rows, in the order in which they are printed. */
export const FAULTS: readonly Fault[] = [
  ...[408, 409, 423, 424].map((code) => passing(String(code), String(code), status(code))),
  passing("429", "429 without Retry-After", status(429)),
  passing("429-wait", `429, Retry-After: ${WAIT_SECONDS}`, status(429, { retryAfter: WAIT_SECONDS }), {
    asksToWait: WAIT_SECONDS * 1000,
  }),
  skewed("429-ahead", "429, a date, of a clock 2 h ahead", 2 * HOUR),
  skewed("429-behind", "429, a date, of a clock 2 h behind", -2 * HOUR),
  lasting("429-hour", "429, Retry-After: 3600", "later", () => ({
    by: "emulator",
    effect: status(429, { retryAfter: 3600 }),
  })),
  ...[500, 502, 503, 504].map((code) => passing(String(code), String(code), status(code))),
  passing("500-after", "500 after it was done", status(500, { applied: true }), { isProcessed: true }),
  lasting("503-always", "503 for good", "down", () => ({ by: "emulator", effect: status(503) })),
  passing("refused", "connection refused", status(503), { strike: () => ({ by: "closed port" }) }),
  lasting("refused-always", "connection refused for good", "down", () => ({ by: "closed port" })),
  passing("reset-before", "reset before it was done", { kind: "reset-before" }),
  passing("reset-after", "reset after it was done", { kind: "reset-after" }, { isProcessed: true }),
  passing(
    "stall",
    "stall past the timeout",
    { kind: "stall" },
    {
      trouble: "silence",
      strike: () => ({ by: "emulator", effect: { kind: "stall" }, timeoutMs: PATIENCE_MS }),
    },
  ),
  passing(
    "stall-after",
    "stall after it was done",
    { kind: "stall" },
    {
      trouble: "silence",
      isProcessed: true,
      strike: () => ({ by: "emulator", effect: { kind: "stall", applied: true }, timeoutMs: PATIENCE_MS }),
    },
  ),
  passing("truncated", "half of the body, then a reset", { kind: "truncate" }, { isProcessed: true }),
  lasting(
    "malformed",
    "JSON that ends in the middle",
    "garbled",
    () => ({ by: "emulator", effect: { kind: "malformed" } }),
    true,
  ),
  lasting(
    "huge",
    "a body of 50 MB",
    "garbled",
    () => ({ by: "emulator", effect: { kind: "huge", bytes: 50 * 1024 * 1024 } }),
    true,
  ),
  lasting("page", "200 with somebody's sign-in page", "garbled", () => ({
    by: "emulator",
    effect: { kind: "status", status: 200, body: PAGE, headers: { "content-type": "text/html" } },
  })),
  passing("expired", "401, the token expired in mid-run", status(401), {
    trouble: "expired",
    strike: () => ({ by: "revocation" }),
  }),
  passing("expired-403", "403 TokenError, the token expired", status(403), {
    trouble: "expired",
    strike: () => ({
      by: "emulator",
      effect: { kind: "status", status: 403, body: '{"error":"TokenError"}' },
    }),
  }),
  lasting("401", "401 for good", "unauthorized", (call) =>
    refusal(call, 401, { error: "invalid_client", aadsts: 7000215 }),
  ),
  lasting("401-unknown", "401 UnknownError", "no permission", () => ({
    by: "emulator",
    effect: { kind: "status", status: 401, body: '{"error":{"code":"UnknownError","message":""}}' },
  })),
  lasting("403", "403", "forbidden", (call) => refusal(call, 403, { error: "access_denied", aadsts: 53003 })),
  passing("404-new", "404, the service principal is new", status(404), {
    trouble: "new",
    strike: () => ({ by: "hiding", ms: 10_000 }),
  }),
  lasting("404", "404 of the service, for good", "not found", (call) =>
    call.api === "entra"
      ? { by: "emulator", effect: { kind: "status", status: 404, body: "" } }
      : { by: "emulator", effect: status(404) },
  ),
  lasting("404-route", "404 of another server, for good", "no such route", () => ({
    by: "emulator",
    effect: { kind: "status", status: 404, body: PAGE },
  })),
  lasting("400", "400 that quotes the request", "bad request", () => ({
    by: "emulator",
    effect: { kind: "echo", status: 400 },
  })),
  lasting("redirect", "redirect to another host", "redirect", (_call, { otherOrigin }) => ({
    by: "emulator",
    effect: { kind: "redirect", location: `${otherOrigin}/v1.0/elsewhere` },
  })),
  lasting("next-link", "nextLink on another host", "next link", (_call, { otherOrigin }) => ({
    by: "emulator",
    effect: { kind: "nextLink", link: `${otherOrigin}/v1.0/servicePrincipals?$skiptoken=x` },
  })),
];
