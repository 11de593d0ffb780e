import { bearerToken, type EmulatorRequest, type EmulatorResponse, json } from "../http-message";
import type { Api, Route } from "../route";
import type { EmulatorState } from "../state";
import type { ScimServer } from "./scim-server";

const RESOURCES = ["Users", "Groups"] as const;
const ONE_METHODS = ["GET", "PUT", "PATCH", "DELETE"] as const;

/**
 * The applications' SCIM 2.0 endpoints: a real SCIM server (scimmy-routers on Express), one mount for all
 * applications; each request is checked against its application's current token.
 */
export async function createScimApi(): Promise<Api> {
  const { createScimServer } = await import("./scim-server");
  const server = createScimServer();
  const handle = (state: EmulatorState, request: EmulatorRequest) => answer(server, state, request);
  const routes = RESOURCES.flatMap((resource): Route[] => {
    const all = `/scim/{app}/v2/${resource}`;
    return [
      { method: "GET", pattern: all, handle },
      { method: "POST", pattern: all, handle },
      ...ONE_METHODS.map((method) => ({ method, pattern: `${all}/{id}`, handle })),
    ];
  });
  return {
    name: "scim",
    routes: [...routes, { method: "GET", pattern: "/scim/{app}/v2/{document}", handle }],
    owns: (path) => path.startsWith("/scim/"),
    unmatched: () => scimError(404, "Endpoint Not Found"),
    failure: (_state, _request, status) => scimError(status, "The emulated application fails on request."),
  };
}

function answer(
  serve: ScimServer,
  state: EmulatorState,
  request: EmulatorRequest,
): Promise<EmulatorResponse> | EmulatorResponse {
  const application = state.scim.applications.get(request.params.app ?? "");
  if (application === undefined) return scimError(404, "There is no such application.");
  if (bearerToken(request) === null) return scimError(401, "The request carries no bearer token.");
  return serve(application, request);
}

function scimError(status: number, detail: string): EmulatorResponse {
  return json(
    status,
    { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(status), detail },
    { "content-type": "application/scim+json" },
  );
}
