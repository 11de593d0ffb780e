/** A request as handlers see it: read whole, matched to a route. */
export interface EmulatorRequest {
  readonly method: string;
  /** Scheme and authority as the client addressed them, such as `https://127.0.0.1:8443`. */
  readonly origin: string;
  /** As it was sent: still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names are lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** What the route's placeholders matched, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** An answer, complete. */
export interface EmulatorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A JSON answer. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): EmulatorResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): EmulatorResponse {
  return { status, headers, body: "" };
}

/** The media type of a request's body in lower case, without parameters; null when none was sent. */
export function mediaType(request: EmulatorRequest): string | null {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? null;
}

/** The bearer token of a request, or null when it carries none. */
export function bearerToken(request: Pick<EmulatorRequest, "headers">): string | null {
  const match = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

/** The first parameter that is not one of `allowed`, or that is given twice; null when all are fine. */
export function strayParameter(query: URLSearchParams, allowed: ReadonlySet<string>): string | null {
  const seen = new Set<string>();
  for (const name of query.keys()) {
    if (!allowed.has(name) || seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}
