import { type Clock, cancelled } from "../../core/clock";
import type { Environment } from "../../core/environment";
import type { Logger } from "../../core/log";
import { Problem } from "../../core/problem";
import { connectionFault } from "./connection-fault";
import { checkDestination } from "./destination-check";
import { Limiter } from "./limiter";
import { onAbort } from "./on-abort";
import { readBody } from "./read-body";
import { createRoutes, type Route, type Routes } from "./routes";
import type { HttpRequest, HttpResponse, Transport } from "./transport";

/** How a transport behaves. */
export interface TransportOptions {
  /** Requests under way at the same time, over all hosts; at least 1. */
  readonly maxConcurrency: number;
  /** `User-Agent` of requests that set none. */
  readonly userAgent: string;
  /** `parseAllowedHosts` of `ENTRASCIM_ALLOWED_HOSTS`; null allows every host. */
  readonly allowedHosts: ReadonlySet<string> | null;
  /** Bytes of an answer's body; default 16 MiB. */
  readonly maxResponseBytes?: number;
  /** Where `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are looked up, in either case. */
  readonly env: Environment;
  /** PEM of the only authorities to trust, for tests; else those of Node and of `NODE_EXTRA_CA_CERTS`. */
  readonly ca?: string;
  readonly log: Logger;
  readonly clock: Clock;
}

const DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024;
const REQUEST_ID_HEADERS = ["request-id", "x-ms-request-id", "x-request-id"];
/** A UUID, hexadecimal digits, or `req-…` of Fastify. A server that repeats something else gives no id. */
const REQUEST_ID = /^(?:[0-9a-f-]{16,64}|req-[\w-]{1,64})$/i;

/**
 * A transport over undici, which is loaded at the first request. Connections are kept and shared; idle ones do not
 * keep the process alive. A request's timeout begins when it is its turn, not while it waits for others.
 *
 * Each request is logged at `debug` with method, host, path without query, status, duration and the vendor's
 * request id: never a header or a body. Beside what {@link Transport} lists it rejects with `invalid_input` for a
 * proxy variable that names no proxy, a proxy that wants other credentials, and a header that HTTP does not allow.
 */
export function createTransport(options: TransportOptions): Transport {
  const limiter = new Limiter(options.maxConcurrency);
  let routes: Promise<Routes> | null = null;

  return {
    send: async (request) => {
      const url = checkDestination(request.url, options.allowedHosts);
      checkHeaders(request.headers, url.host);
      return limiter.run(async () => {
        routes ??= createRoutes(options);
        const route = (await routes).to(url);
        return logged(options, request, url, () => exchange(route, options, request, url));
      }, request.signal);
    },
  };
}

async function exchange(
  route: Route,
  options: TransportOptions,
  request: HttpRequest,
  url: URL,
): Promise<HttpResponse> {
  const limit = new TimeLimit(request.signal, request.timeoutMs);
  try {
    const response = await route.dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: {
        "user-agent": options.userAgent,
        ...lowerCase(request.headers),
        // Nothing decompresses here, although the sign-in library asks for gzip.
        "accept-encoding": "identity",
      },
      body: request.body ?? null,
      signal: limit.signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const body = await readBody(
      response.body,
      options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
      url.host,
    );
    return { status: response.statusCode, headers: headerMap(response.headers), body };
  } catch (caught) {
    if (request.signal.aborted) throw cancelled();
    if (limit.expired) throw timedOut(url.host, request.timeoutMs);
    throw connectionFault(caught, url.host, route.proxy);
  } finally {
    limit.end();
  }
}

/** Aborts when the caller does or when the time is up. Its timer does not keep the process alive. */
class TimeLimit {
  expired = false;
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #leaveCaller: () => void;

  constructor(caller: AbortSignal, ms: number) {
    const abort = () => this.#controller.abort();
    this.#timer = setTimeout(() => {
      this.expired = true;
      abort();
    }, ms).unref();
    this.#leaveCaller = onAbort(caller, abort);
    if (caller.aborted) abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#leaveCaller();
  }
}

async function logged(
  options: TransportOptions,
  request: HttpRequest,
  url: URL,
  send: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const began = options.clock.now();
  const fields = { method: request.method, host: url.host, path: url.pathname };
  const elapsed = () => options.clock.now() - began;
  try {
    const response = await send();
    const requestId = requestIdOf(response.headers);
    options.log.log("debug", "HTTP request", {
      ...fields,
      status: response.status,
      ms: elapsed(),
      request_id: requestId,
    });
    return response;
  } catch (caught) {
    const problem = Problem.from(caught);
    options.log.log("debug", "HTTP request failed", { ...fields, problem: problem.code, ms: elapsed() });
    throw problem;
  }
}

/** The vendor's id of a request from its answer's headers; undefined when there is none, or it is no plain id. */
export function requestIdOf(headers: ReadonlyMap<string, string>): string | undefined {
  const value = REQUEST_ID_HEADERS.map((name) => headers.get(name)).find((id) => id !== undefined);
  return value !== undefined && REQUEST_ID.test(value) ? value : undefined;
}

function checkHeaders(headers: Readonly<Record<string, string>>, host: string): void {
  // What undici allows: https://www.rfc-editor.org/rfc/rfc9110#section-5.5, in Latin-1.
  const wrong = Object.keys(headers).find((name) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(headers[name] ?? ""));
  if (wrong === undefined) return;
  throw new Problem("invalid_input", {
    summary: `A request to ${host} cannot be sent`,
    detail: `The value for its header ${wrong} contains line breaks or other characters that HTTP does not allow. If it is a credential, set it again without them.`,
  });
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function headerMap(headers: Record<string, string | string[] | undefined>): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined)
      map.set(name.toLowerCase(), typeof value === "string" ? value : value.join(", "));
  }
  return map;
}

function timedOut(host: string, ms: number): Problem {
  return new Problem("timeout", {
    summary: `${host} did not answer in time`,
    detail: `There was no complete answer from ${host} within ${ms / 1000} s. Run again later, or raise http.request_timeout of the provider.`,
  });
}
