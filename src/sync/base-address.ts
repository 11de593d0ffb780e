/**
 * Origin and path of a tenant URL, which is all that state keeps of it: a query such as `?aadOptscim062020` may be
 * there, and could hold anything. Null for what is no http or https URL.
 */
export function originAndPath(address: string): string | null {
  const url = parse(address);
  if (url === null) return null;
  return url.pathname === "/" ? url.origin : `${url.origin}${url.pathname}`;
}

/** True when both addresses lead to the same scheme, host and port. What is no URL is never the same. */
export function sameOrigin(a: string, b: string): boolean {
  const left = parse(a);
  const right = parse(b);
  return left !== null && right !== null && left.origin === right.origin;
}

/**
 * True when a token that was last sent to `before` (as {@link originAndPath} gives it; null: to the address that the
 * application has of its own) would now go to another origin, since the tenant URL is `now`.
 */
export function isElsewhere(before: string | null, now: string | null): boolean {
  const here = now === null ? null : originAndPath(now);
  return before === null || here === null ? before !== here : !sameOrigin(before, here);
}

/** Both in words, from "the token" on. A query is left out: it could hold anything. */
export function elsewhereInWords(before: string | null, now: string | null): string {
  const then = before === null ? "where the application is by itself" : `to ${before}`;
  return `the token was last sent ${then}; Entra now has ${addressInWords(now)}`;
}

/**
 * True for a `sync_message` that says, whatever else it says, that the next token would go to another address than
 * the last one. State has no other place for it, and who reviews a push has to hear it.
 */
export function tellsElsewhere(message: string | null): boolean {
  return message !== null && /\bEntra (?:now )?has /.test(message);
}

/** Origin and path of a tenant URL, or what there is instead. */
export function addressInWords(address: string | null): string {
  return address === null ? "no tenant URL" : (originAndPath(address) ?? "a tenant URL that is no URL");
}

/** Only what leads over HTTP has an origin that tells servers apart. */
function parse(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}
