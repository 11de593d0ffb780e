import { type EmulatorRequest, type EmulatorResponse, json } from "../http-message";
import type { Api, Handler } from "../route";
import type { EmulatorState } from "../state";
import { InfisicalError, infisicalErrorResponse } from "./infisical-error";
import type { RateLimits } from "./infisical-state";
import { azureLogin, kubernetesLogin, oidcLogin, renewToken, revokeToken, universalLogin } from "./login";
import { countAgainst } from "./rate-limit";
import { listSecretsV3, listSecretsV4, readSecretById, readSecretV3, readSecretV4 } from "./secrets-routes";

const AUTH = "/api/v1/auth";

/** `error` of failures that have no handler. */
const ERROR_NAME: ReadonlyMap<number, string> = new Map([
  [400, "BadRequest"],
  [401, "UnauthorizedError"],
  [403, "PermissionDenied"],
  [404, "NotFound"],
  [409, "Conflict"],
  [429, "RateLimitExceeded"],
  [504, "GatewayTimeoutError"],
]);

/** Infisical's API as a machine identity uses it: logins and secret reads. */
export const infisicalApi: Api = {
  name: "infisical",
  routes: [
    { method: "GET", pattern: "/api/status", handle: status },
    login("universal-auth/login", universalLogin),
    login("oidc-auth/login", oidcLogin),
    login("kubernetes-auth/login", kubernetesLogin),
    login("azure-auth/login", azureLogin),
    login("token/renew", renewToken),
    login("token/revoke", revokeToken),
    { method: "GET", pattern: "/api/v4/secrets", handle: v4(listSecretsV4) },
    { method: "GET", pattern: "/api/v4/secrets/{name}", handle: v4(readSecretV4) },
    { method: "GET", pattern: "/api/v4/secrets/id/{secretId}", handle: v4(readSecretById) },
    { method: "GET", pattern: "/api/v3/secrets/raw", handle: limited("secrets", listSecretsV3) },
    { method: "GET", pattern: "/api/v3/secrets/raw/{name}", handle: limited("secrets", readSecretV3) },
    {
      method: "GET",
      pattern: "/api/v3/secrets/raw/id/{secretId}",
      handle: limited("secrets", readSecretById),
    },
  ],
  owns: (path) => path === "/api" || path.startsWith("/api/"),
  unmatched: (_state, request) => noSuchRoute(request),
  failure: (_state, _request, code) =>
    infisicalErrorResponse(
      new InfisicalError(
        code,
        ERROR_NAME.get(code) ?? "InternalServerError",
        code === 429 ? "Rate limit exceeded. Please try again in 1 seconds" : "Something went wrong",
      ),
    ),
};

function login(path: string, handler: Handler) {
  return { method: "POST", pattern: `${AUTH}/${path}`, handle: limited("writes", handler) } as const;
}

function limited(budget: keyof RateLimits, handler: Handler): Handler {
  return async (state: EmulatorState, request: EmulatorRequest): Promise<EmulatorResponse> => {
    let budgetHeaders: Record<string, string> = {};
    try {
      budgetHeaders = countAgainst(state, budget);
      const response = await handler(state, request);
      return { ...response, headers: { ...budgetHeaders, ...response.headers } };
    } catch (caught) {
      if (!(caught instanceof InfisicalError)) throw caught;
      if (caught.status === 400 || caught.status === 422) {
        state.violations.push(`${request.method} ${request.path}: ${describe(caught)}`);
      }
      const response = infisicalErrorResponse(caught);
      return { ...response, headers: { ...budgetHeaders, ...response.headers } };
    }
  };
}

function v4(handler: Handler): Handler {
  const serve = limited("secrets", handler);
  return (state, request) => (state.infisical.switches.v4 ? serve(state, request) : noSuchRoute(request));
}

/** What the web server answers before Infisical sees the request: no `reqId`, another `error`. */
function noSuchRoute(request: EmulatorRequest): EmulatorResponse {
  return json(404, {
    message: `Route ${request.method}:${request.path} not found`,
    error: "Not Found",
    statusCode: 404,
  });
}

function status(state: EmulatorState): EmulatorResponse {
  return json(200, {
    date: state.clock.timestamp(),
    message: "Ok",
    emailConfigured: false,
    redisConfigured: true,
  });
}

function describe(error: InfisicalError): string {
  return typeof error.content === "string" ? error.content : JSON.stringify(error.content);
}
