import { BlockList, isIP } from "node:net";
import type { Environment } from "../../core/environment";
import { Problem } from "../../core/problem";
import { isLinkLocal, isLoopback } from "./destination-check";

/** A proxy, with its credentials apart so that its URL can be named. */
export interface HttpProxy {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The `Proxy-Authorization` header's value, or null. Never logged. */
  readonly authorization: string | null;
  /** The variable that names it. */
  readonly variable: string;
}

/**
 * The proxy that a request goes through, or null for none, by the rules of curl and of Go's net/http that people
 * know from other providers: `https_proxy` or `HTTPS_PROXY` for https, `http_proxy` or `HTTP_PROXY` for http, but
 * for the hosts of `no_proxy` or `NO_PROXY`. Lower case wins. This machine and link-local addresses (metadata services
 * and managed identities, whose tokens a proxy would read) are always reached directly, as Go does it.
 *
 * Throws `invalid_input` that names the variable, never its value, for what is no http or https URL.
 */
export function proxyFor(url: URL, env: Environment): HttpProxy | null {
  if (isLoopback(url.hostname) || isLinkLocal(url.hostname)) return null;
  const variable = variableFor(url, env);
  if (variable === null || isExcluded(url, firstSet(env, "no_proxy", "NO_PROXY"))) return null;
  return parseProxy(variable, env[variable] ?? "");
}

function variableFor(url: URL, env: Environment): string | null {
  const names = url.protocol === "https:" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"];
  return names.find((name) => (env[name] ?? "") !== "") ?? null;
}

function firstSet(env: Environment, ...names: string[]): string {
  return names.map((name) => env[name] ?? "").find((value) => value !== "") ?? "";
}

function parseProxy(variable: string, value: string): HttpProxy {
  const text = value.includes("://") ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new Problem("invalid_input", {
      summary: `${variable} names no proxy`,
      detail: `The environment variable ${variable} is not an http or https URL. Write it like http://proxy.example.com:3128, or unset it.`,
    });
  }
  return { origin: url.origin, authorization: basicAuthorization(url), variable };
}

function basicAuthorization(url: URL): string | null {
  if (url.username === "" && url.password === "") return null;
  const pair = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

/** A stray percent sign in a password is taken as it is. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * `NO_PROXY`: entries separated by commas or spaces: `*`, an address, a range (`10.0.0.0/8`), a name, which also
 * covers every name below it, or `.name` or `*.name`; each with a port or without.
 */
function isExcluded(url: URL, noProxy: string): boolean {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  return noProxy
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== "")
    .some((entry) => entry === "*" || inRange(hostname, entry) || isNamed(hostname, port, entry));
}

function inRange(hostname: string, entry: string): boolean {
  const [network = "", bits = ""] = entry.split("/");
  const family = isIP(network);
  if (family === 0 || isIP(hostname) !== family || !/^\d{1,3}$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(network, Number(bits), type);
  return list.check(hostname, type);
}

function isNamed(hostname: string, port: string, entry: string): boolean {
  const [, bracketed, plain, entryPort] = /^(?:\[([^\]]+)\]|(.*?))(?::(\d+))?$/.exec(entry) ?? [];
  const address = isIP(entry) === 0 ? null : entry;
  if (address === null && entryPort !== undefined && entryPort !== port) return false;
  const name = (address ?? bracketed ?? plain ?? "").replace(/^\*?\./, "");
  return name !== "" && (hostname === name || hostname.endsWith(`.${name}`));
}
