/**
 * Origin and path of a tenant URL, which is all that state keeps of it: a query such as `?aadOptscim062020` may be
 * there, and could hold anything. Null for what is no absolute URL.
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

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
