import type { HttpRequest } from "../../src/clients/http/transport";

/** What is asked of the clouds in a push, a refresh, a destroy and a search. */
export type RequestName =
  | "discovery"
  | "token"
  | "login"
  | "list"
  | "root"
  | "imports"
  | "credential"
  | "read"
  | "search"
  | "principal"
  | "secrets"
  | "jobs"
  | "templates"
  | "validate"
  | "put"
  | "start";

/** How many requests of each name. */
export type Counts = Readonly<Partial<Record<RequestName, number>>>;

/** The secret that the connection signs in with. */
export const CREDENTIAL_KEY = "ENTRA_CLIENT_SECRET";

/** What a request is. Throws for one that the table does not know, so that none goes uncounted. */
export function nameOf({ method, url }: Pick<HttpRequest, "method" | "url">): RequestName {
  const { pathname, searchParams } = new URL(url);
  const name = pathname.startsWith("/api/")
    ? infisical(pathname, searchParams)
    : pathname.startsWith("/v1.0/")
      ? graph(method, pathname)
      : entra(pathname);
  if (name === null) throw new Error(`a request that the table does not know: ${method} ${pathname}`);
  return name;
}

function entra(path: string): RequestName | null {
  if (path.endsWith("/oauth2/v2.0/token")) return "token";
  return path.endsWith("/.well-known/openid-configuration") ? "discovery" : null;
}

function infisical(path: string, query: URLSearchParams): RequestName | null {
  if (path.endsWith("-auth/login")) return "login";
  const [, key] = /^\/api\/(?:v4\/secrets|v3\/secrets\/raw)(?:\/(.+))?$/.exec(path) ?? [null, null];
  if (key === null) return null;
  if (key !== undefined) return key === CREDENTIAL_KEY ? "credential" : "read";
  if (query.get("include_imports") === "true") return "imports";
  return query.get("secretPath") === "/" ? "root" : "list";
}

function graph(method: string, path: string): RequestName | null {
  const [, rest = ""] = /^\/v1\.0\/servicePrincipals(.*)$/.exec(path) ?? [];
  if (rest === "") return "search";
  if (/^\/[^/]+$/.test(rest)) return "principal";
  const [, tail = ""] = /^\/[^/]+\/synchronization\/(.*)$/.exec(rest) ?? [];
  if (tail === "secrets") return method === "PUT" ? "put" : "secrets";
  if (tail === "jobs" || tail === "templates") return tail;
  if (tail.endsWith("validateCredentials")) return "validate";
  return tail.endsWith("/start") ? "start" : null;
}

/** Adds counts up; names that come to nothing are left out. */
export function sum(...all: readonly Counts[]): Counts {
  const total: Partial<Record<RequestName, number>> = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts) as [RequestName, number][]) {
      total[name] = (total[name] ?? 0) + count;
    }
  }
  return Object.fromEntries(Object.entries(total).filter(([, count]) => count !== 0));
}
