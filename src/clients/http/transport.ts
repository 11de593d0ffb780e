/** One HTTP request. `body` and header values may hold credentials: a transport neither logs nor quotes them. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Aborts the request. */
  readonly signal: AbortSignal;
  /** Milliseconds until it fails with `timeout`. */
  readonly timeoutMs: number;
}

/** The answer, read whole; its size is bounded. */
export interface HttpResponse {
  readonly status: number;
  /** Names are lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * Sends requests. It never follows a redirect (the 3xx is returned as it is), sends only to https or loopback, and
 * keeps the number of requests under way bounded. It honours `HTTPS_PROXY`/`NO_PROXY` and `NODE_EXTRA_CA_CERTS`.
 *
 * Rejects with a `Problem`: `unavailable` for connection faults, `timeout`, `untrusted` for TLS that cannot be
 * verified or a host that is not allowed, `cancelled`, `unexpected_response` for an answer over the size limit.
 */
export interface Transport {
  send(request: HttpRequest): Promise<HttpResponse>;
}
