import type { Dispatcher } from "undici";
import type { Environment } from "../../core/environment";
import { type HttpProxy, proxyFor } from "./proxy";

/** The connections that a request uses, and the proxy that they lead through. */
export interface Route {
  readonly dispatcher: Dispatcher;
  readonly proxy: HttpProxy | null;
}

/** Finds the route of each request. */
export interface Routes {
  /** Throws `invalid_input` when a proxy variable names no proxy. */
  to(url: URL): Route;
}

/** What {@link createRoutes} needs. */
export interface RouteOptions {
  readonly maxConcurrency: number;
  readonly env: Environment;
  readonly ca?: string;
}

/** Longer than undici's own, since Terraform's waves of requests are seconds apart. */
const KEEP_ALIVE_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Loads undici. One pool of kept connections for direct requests, and one for each proxy. */
export async function createRoutes(options: RouteOptions): Promise<Routes> {
  const { Agent, ProxyAgent } = await import("undici");
  const tls = {
    timeout: CONNECT_TIMEOUT_MS,
    // Written out, because Node's defaults can be weakened from outside (NODE_TLS_REJECT_UNAUTHORIZED, --tls-min-v1.0).
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  } as const;
  const pool = { connections: options.maxConcurrency, keepAliveTimeout: KEEP_ALIVE_MS };
  const direct = new Agent({ ...pool, connect: tls });
  const proxied = new Map<string, Dispatcher>();

  const through = (proxy: HttpProxy): Dispatcher =>
    new ProxyAgent({
      ...pool,
      uri: proxy.origin,
      ...(proxy.authorization === null ? {} : { token: proxy.authorization }),
      requestTls: tls,
      proxyTls: tls,
    });

  return {
    to(url) {
      const proxy = proxyFor(url, options.env);
      if (proxy === null) return { dispatcher: direct, proxy };
      const dispatcher = proxied.get(proxy.origin) ?? through(proxy);
      proxied.set(proxy.origin, dispatcher);
      return { dispatcher, proxy };
    },
  };
}
