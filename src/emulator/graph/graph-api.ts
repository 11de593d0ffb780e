import type { EmulatorRequest, EmulatorResponse } from "../http-message";
import type { Api, Handler } from "../route";
import type { EmulatorState } from "../state";
import { GraphError, graphErrorResponse, graphHeaders } from "./graph-error";
import {
  deleteJob,
  getJob,
  getTemplate,
  listJobs,
  listTemplates,
  postJob,
  postPause,
  postRestart,
  postStart,
} from "./jobs";
import { getSecrets, putSecrets } from "./secrets";
import { getServicePrincipal, getServicePrincipalByAppId, listServicePrincipals } from "./service-principals";
import { validateJobCredentials, validateTemplateCredentials } from "./validate-credentials";

const ONE = "/v1.0/servicePrincipals/{id}";
const SYNCHRONIZATION = `${ONE}/synchronization`;
const JOB = `${SYNCHRONIZATION}/jobs/{jobId}`;

/** Codes of failures that have no handler: what the gateway in front of Graph answers. */
const GATEWAY_CODE: ReadonlyMap<number, string> = new Map([
  [401, "InvalidAuthenticationToken"],
  [403, "Authorization_RequestDenied"],
  [404, "Request_ResourceNotFound"],
  [409, "Conflict"],
  [429, "TooManyRequests"],
  [500, "InternalServerError"],
  [503, "ServiceUnavailable"],
]);

/** Microsoft Graph v1.0: service principals and their synchronization. */
export const graphApi: Api = {
  name: "graph",
  routes: [
    { method: "GET", pattern: "/v1.0/servicePrincipals", handle: graph(listServicePrincipals) },
    {
      method: "GET",
      pattern: "/v1.0/servicePrincipals(appId='{appId}')",
      handle: graph(getServicePrincipalByAppId),
    },
    { method: "GET", pattern: ONE, handle: graph(getServicePrincipal) },
    { method: "GET", pattern: `${SYNCHRONIZATION}/secrets`, handle: graph(getSecrets) },
    { method: "PUT", pattern: `${SYNCHRONIZATION}/secrets`, handle: graph(putSecrets) },
    { method: "GET", pattern: `${SYNCHRONIZATION}/templates`, handle: graph(listTemplates) },
    { method: "GET", pattern: `${SYNCHRONIZATION}/templates/{templateId}`, handle: graph(getTemplate) },
    { method: "GET", pattern: `${SYNCHRONIZATION}/jobs`, handle: graph(listJobs) },
    { method: "POST", pattern: `${SYNCHRONIZATION}/jobs`, handle: graph(postJob) },
    {
      method: "POST",
      pattern: `${SYNCHRONIZATION}/jobs/validateCredentials`,
      handle: graph(validateTemplateCredentials),
    },
    { method: "GET", pattern: JOB, handle: graph(getJob) },
    { method: "DELETE", pattern: JOB, handle: graph(deleteJob) },
    { method: "POST", pattern: `${JOB}/start`, handle: graph(postStart) },
    { method: "POST", pattern: `${JOB}/pause`, handle: graph(postPause) },
    { method: "POST", pattern: `${JOB}/restart`, handle: graph(postRestart) },
    { method: "POST", pattern: `${JOB}/validateCredentials`, handle: graph(validateJobCredentials) },
  ],
  owns: (path) => path.startsWith("/v1.0") || path.startsWith("/beta"),
  unmatched: (state, request, methods) =>
    graphErrorResponse(request, state.clock.now(), unmatched(request, methods)),
  failure: (state, request, status) =>
    graphErrorResponse(request, state.clock.now(), {
      status,
      code: GATEWAY_CODE.get(status) ?? "UnknownError",
      message: status === 429 ? "Too many requests" : "The emulated service fails on request.",
    }),
};

function graph(handler: Handler): Handler {
  return async (state: EmulatorState, request: EmulatorRequest): Promise<EmulatorResponse> => {
    try {
      const response = await handler(state, request);
      return { ...response, headers: { ...graphHeaders(request), ...response.headers } };
    } catch (caught) {
      if (!(caught instanceof GraphError)) throw caught;
      if (caught.status === 400)
        state.violations.push(`${request.method} ${request.path}: ${caught.message}`);
      return graphErrorResponse(request, state.clock.now(), caught);
    }
  };
}

function unmatched(request: EmulatorRequest, methods: readonly string[]) {
  if (methods.length > 0) {
    return {
      status: 405,
      code: "Request_BadRequest",
      message: "Specified HTTP method is not allowed for the request target.",
    };
  }
  const segment = request.path.split("/").at(-1) ?? "";
  const message = request.path.startsWith("/beta")
    ? "The emulator serves /v1.0 alone: /beta is not supported for use in production."
    : `Resource not found for the segment '${segment}'.`;
  return { status: 400, code: "BadRequest", message };
}
