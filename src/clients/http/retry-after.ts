import type { HttpResponse } from "./transport";

/**
 * How long a server asks to be left alone, in milliseconds: `Retry-After` in seconds or as an HTTP date, else, of a
 * 429, `X-RateLimit-Reset` in seconds, or as seconds since the epoch. Undefined when it asks for nothing, for a time
 * that has passed, or for what cannot be read. A point in time is one of the server's clock, which may not be ours: it
 * is counted from the answer's own `Date`, and from `now` where there is none.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(
  { status, headers }: Pick<HttpResponse, "status" | "headers">,
  now: number,
): number | undefined {
  const sent = httpDate(headers.get("date")) ?? now;
  const asked = positive(fromRetryAfter(headers.get("retry-after"), sent));
  // Servers send the reset with every answer; only of one that is over the limit is it a wait.
  return asked ?? (status === 429 ? fromReset(headers.get("x-ratelimit-reset"), sent) : undefined);
}

function fromRetryAfter(value: string | undefined, sent: number): number | undefined {
  const seconds = decimal(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = httpDate(value);
  return date === undefined ? undefined : date - sent;
}

function httpDate(value: string | undefined): number | undefined {
  // Date.parse alone takes almost anything, "1 week" among it.
  const ms = value !== undefined && /^[A-Za-z]{3,9}, .+ GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** No server asks for a wait of thirty years: a number that large is a point in time. */
const EPOCH_FROM = 1_000_000_000;

function fromReset(value: string | undefined, sent: number): number | undefined {
  const seconds = decimal(value);
  if (seconds === undefined) return undefined;
  return positive(seconds < EPOCH_FROM ? seconds * 1000 : seconds * 1000 - sent);
}

function decimal(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*\d{1,12}(\.\d{1,6})?\s*$/.test(value) ? Number(value) : undefined;
}

/** A wait of nothing is no wait that was asked for: our own back-off applies then. */
function positive(ms: number | undefined): number | undefined {
  return ms !== undefined && ms > 0 ? Math.ceil(ms) : undefined;
}
