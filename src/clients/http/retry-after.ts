import type { HttpResponse } from "./transport";

/**
 * How long a server asks to be left alone, in milliseconds: `Retry-After` in seconds or as an HTTP date, else, of a
 * 429, `X-RateLimit-Reset` in seconds, or as seconds since the epoch. Undefined when it asks for nothing, for a time
 * that has passed, or for what cannot be read.
 *
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(
  { status, headers }: Pick<HttpResponse, "status" | "headers">,
  now: number,
): number | undefined {
  const asked = positive(fromRetryAfter(headers.get("retry-after"), now));
  // Servers send the reset with every answer; only of one that is over the limit is it a wait.
  return asked ?? (status === 429 ? fromReset(headers.get("x-ratelimit-reset"), now) : undefined);
}

function fromRetryAfter(value: string | undefined, now: number): number | undefined {
  const seconds = decimal(value);
  if (seconds !== undefined) return seconds * 1000;
  // Date.parse alone takes almost anything, "1 week" among it.
  if (value === undefined || !/^[A-Za-z]{3,9}, .+ GMT$/.test(value)) return undefined;
  return Date.parse(value) - now;
}

/** No server asks for a wait of thirty years: a number that large is a point in time. */
const EPOCH_FROM = 1_000_000_000;

function fromReset(value: string | undefined, now: number): number | undefined {
  const seconds = decimal(value);
  if (seconds === undefined) return undefined;
  return positive(seconds < EPOCH_FROM ? seconds * 1000 : seconds * 1000 - now);
}

function decimal(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*\d{1,12}(\.\d{1,6})?\s*$/.test(value) ? Number(value) : undefined;
}

/** A wait of nothing is no wait that was asked for: our own back-off applies then. */
function positive(ms: number | undefined): number | undefined {
  return ms !== undefined && ms > 0 ? Math.ceil(ms) : undefined;
}
