import type { EmulatorRequest, EmulatorResponse } from "./http-message";
import type { EmulatorState } from "./state";

/** Answers a request from the state; it touches nothing else. */
export type Handler = (
  state: EmulatorState,
  request: EmulatorRequest,
) => EmulatorResponse | Promise<EmulatorResponse>;

/** One operation of an emulated API. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** A path with `{placeholders}`, each within one segment. Faults, pauses and counters name routes by it. */
  readonly pattern: string;
  readonly handle: Handler;
}

/** One emulated service: its routes, and how it answers what goes wrong. */
export interface Api {
  readonly name: "entra" | "graph" | "infisical" | "oidc" | "scim";
  readonly routes: readonly Route[];
  /** Whether a path that no route matches is this service's to answer. */
  owns(path: string): boolean;
  /** Answers a path of its own that no route matches; `methods` are those that the path would have. */
  unmatched(state: EmulatorState, request: EmulatorRequest, methods: readonly string[]): EmulatorResponse;
  /** The body with which the service would fail with this status; for injected faults. */
  failure(state: EmulatorState, request: EmulatorRequest, status: number): EmulatorResponse;
}

/** The outcome of looking a request up. */
export interface RouteMatch {
  readonly api: Api;
  readonly route: Route | null;
  /** The route's pattern, or `(unmatched)`. */
  readonly label: string;
  readonly params: Readonly<Record<string, string>>;
  /** The methods that the path has; empty when the path is unknown. */
  readonly methods: readonly string[];
}

interface CompiledRoute {
  readonly api: Api;
  readonly route: Route;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** Looks requests up among the routes of several services; the first route that matches answers. */
export class Router {
  readonly #compiled: readonly CompiledRoute[];
  readonly #apis: readonly Api[];

  constructor(apis: readonly Api[]) {
    this.#apis = apis;
    this.#compiled = apis.flatMap((api) => api.routes.map((route) => compile(api, route)));
  }

  /** All route patterns, each once. */
  get patterns(): readonly string[] {
    return [...new Set(this.#compiled.map(({ route }) => route.pattern))];
  }

  /** The route of a method and a path, or null when no service owns the path. */
  match(method: string, path: string): RouteMatch | null {
    const candidates = this.#compiled.filter(({ expression }) => expression.test(path));
    const found = candidates.find(({ route }) => route.method === method);
    if (found !== undefined) {
      const { api, route } = found;
      return { api, route, label: route.pattern, params: paramsOf(found, path), methods: [method] };
    }
    const api = candidates[0]?.api ?? this.#apis.find((each) => each.owns(path));
    if (api === undefined) return null;
    const methods = candidates.map(({ route }) => route.method);
    return { api, route: null, label: "(unmatched)", params: {}, methods };
  }
}

function compile(api: Api, route: Route): CompiledRoute {
  const names: string[] = [];
  const source = route.pattern.replace(/\{(\w+)\}|[^{]+/g, (text, name: string | undefined) => {
    if (name === undefined) return text.replace(/[.*+?^$()[\]\\|]/g, "\\$&");
    names.push(name);
    return "([^/]+)";
  });
  return { api, route, expression: new RegExp(`^${source}$`), names };
}

function paramsOf({ expression, names }: CompiledRoute, path: string): Record<string, string> {
  const values = expression.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decode(values[index] ?? "")]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
