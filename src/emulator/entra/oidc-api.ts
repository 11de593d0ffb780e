import {
  bearerToken,
  type EmulatorRequest,
  type EmulatorResponse,
  json,
  strayParameter,
} from "../http-message";
import type { Api } from "../route";
import type { EmulatorState } from "../state";
import { issueAccessToken } from "./access-token";
import { AZURE_DEVOPS_ISSUER, GITHUB_ISSUER, issueIdentityToken } from "./identity-token";

/** Subject of the tokens that the emulated GitHub Actions hands out. */
export const GITHUB_SUBJECT = "repo:contoso/infrastructure:ref:refs/heads/main";
/** Organization and project of the emulated Azure DevOps; a service connection's subject begins with it. */
export const AZURE_DEVOPS_SUBJECT = "sc://contoso/infrastructure";

const GITHUB_PARAMETERS: ReadonlySet<string> = new Set(["api-version", "audience"]);
const AZURE_DEVOPS_PARAMETERS: ReadonlySet<string> = new Set(["api-version", "serviceConnectionId"]);
const MANAGED_IDENTITY_PARAMETERS: ReadonlySet<string> = new Set([
  "api-version",
  "resource",
  "client_id",
  "mi_res_id",
  "object_id",
]);

/** What pipelines and hosts offer beside Entra itself: identity tokens of CI systems, and a managed identity. */
export const oidcApi: Api = {
  name: "oidc",
  routes: [
    { method: "GET", pattern: "/oidc/github", handle: githubToken },
    { method: "POST", pattern: "/oidc/ado", handle: azureDevOpsToken },
    { method: "GET", pattern: "/msi/token", handle: managedIdentityToken },
  ],
  owns: (path) => path.startsWith("/oidc/") || path.startsWith("/msi/"),
  unmatched: () => json(404, { error: "The emulator has no such endpoint." }),
  failure: (_state, _request, status) => json(status, { error: "The emulated service is unavailable." }),
};

function githubToken(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const refusal = refuse(state, request, GITHUB_PARAMETERS);
  if (refusal !== null) return refusal;
  const audience = request.query.get("audience") ?? "https://github.com/contoso";
  const value = issueIdentityToken(state, { issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience });
  return json(200, { count: value.length, value });
}

function azureDevOpsToken(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const refusal = refuse(state, request, AZURE_DEVOPS_PARAMETERS);
  if (refusal !== null) return refusal;
  const connection = request.query.get("serviceConnectionId");
  if (connection === null || !request.query.has("api-version")) {
    return json(400, { message: "serviceConnectionId and api-version are required." });
  }
  const oidcToken = issueIdentityToken(state, {
    issuer: AZURE_DEVOPS_ISSUER,
    subject: `${AZURE_DEVOPS_SUBJECT}/${connection}`,
    audience: "api://AzureADTokenExchange",
  });
  return json(200, { oidcToken });
}

/** The token endpoint of an App Service host: `IDENTITY_ENDPOINT` with the header `X-IDENTITY-HEADER`. */
function managedIdentityToken(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const { managedIdentity, apps } = state.entra;
  const stray = strayParameter(request.query, MANAGED_IDENTITY_PARAMETERS);
  if (stray !== null) return badIdentityRequest(`Unexpected query parameter '${stray}'.`);
  if (request.headers.get("x-identity-header") !== managedIdentity.header) {
    return json(401, { statusCode: 401, message: "The header X-IDENTITY-HEADER is missing or wrong." });
  }
  const resource = request.query.get("resource");
  if (resource === null || request.query.get("api-version") !== "2019-08-01") {
    return badIdentityRequest("resource and api-version=2019-08-01 are required.");
  }
  const app = apps.get(request.query.get("client_id") ?? managedIdentity.clientId);
  if (app === undefined || app.clientId !== managedIdentity.clientId) {
    return badIdentityRequest("No User Assigned or Delegated Managed Identity found for specified ClientId.");
  }
  const { token, expiresOn } = issueAccessToken(state, app, resource, "2");
  return json(200, {
    access_token: token,
    expires_on: String(expiresOn),
    resource,
    token_type: "Bearer",
    client_id: app.clientId,
  });
}

function badIdentityRequest(message: string): EmulatorResponse {
  return json(400, { statusCode: 400, message });
}

function refuse(
  state: EmulatorState,
  request: EmulatorRequest,
  allowed: ReadonlySet<string>,
): EmulatorResponse | null {
  const stray = strayParameter(request.query, allowed);
  if (stray !== null) return json(400, { message: `Unexpected query parameter '${stray}'.` });
  if (bearerToken(request) !== state.entra.pipelineToken) {
    return json(401, { message: "The request token is missing or wrong." });
  }
  return null;
}
