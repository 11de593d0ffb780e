import { type EmulatorRequest, type EmulatorResponse, json, mediaType } from "../http-message";
import type { EmulatorState } from "../state";
import { type SignInRefusal, signInError } from "./aadsts";
import { issueAccessToken } from "./access-token";
import { checkClientAssertion, checkClientSecret } from "./client-authentication";
import type { AppRegistration } from "./entra-state";
import { checkTenant, endpointsOf } from "./tenant";

const JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Fields of a client-credentials request, those of Microsoft's own libraries included. */
const FIELDS: ReadonlySet<string> = new Set([
  "client_id",
  "client_secret",
  "client_assertion",
  "client_assertion_type",
  "grant_type",
  "scope",
  "claims",
  "client_info",
  "client-request-id",
]);

/** `POST /{tenant}/oauth2/v2.0/token` for client credentials: `microsoft-graph.md` §1. */
export function tokenEndpoint(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const form = new URLSearchParams(request.body);
  const outcome = signIn(state, request, form);
  if ("code" in outcome) {
    const correlationId = form.get("client-request-id") ?? request.headers.get("client-request-id") ?? null;
    return signInError(outcome, state.clock.now(), correlationId);
  }
  const { token, expiresIn } = issueAccessToken(state, outcome.app, outcome.resource, outcome.context);
  return json(
    200,
    { token_type: "Bearer", expires_in: expiresIn, ext_expires_in: expiresIn, access_token: token },
    { "cache-control": "no-store", pragma: "no-cache" },
  );
}

interface SignedIn {
  readonly app: AppRegistration;
  readonly resource: string;
  readonly context: "1" | "2";
}

function signIn(
  state: EmulatorState,
  request: EmulatorRequest,
  form: URLSearchParams,
): SignedIn | SignInRefusal {
  const malformed = checkForm(state, request, form);
  if (malformed !== null) return malformed;
  const basic = basicCredentials(request);
  const clientId = basic?.clientId ?? form.get("client_id");
  if (clientId === null) return missing("client_id");
  const app = state.entra.apps.get(clientId.toLowerCase());
  if (app === undefined) {
    return {
      code: 700016,
      message: `Application with identifier '${clientId}' was not found in the directory '${state.entra.tenant.displayName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    };
  }
  const resource = checkScope(state, request, form.get("scope"));
  if (typeof resource !== "string") return resource;
  const context = authenticate(state, request, app, form, basic?.secret ?? form.get("client_secret"));
  if (typeof context !== "string") return context;
  return checkPolicies(app) ?? { app, resource, context };
}

function checkForm(
  state: EmulatorState,
  request: EmulatorRequest,
  form: URLSearchParams,
): SignInRefusal | null {
  const tenant = checkTenant(state, request.params.tenant ?? "");
  if (tenant !== null) return tenant;
  if (mediaType(request) !== "application/x-www-form-urlencoded") {
    return missing("grant_type");
  }
  const stray = [...form.keys()].find((name) => !FIELDS.has(name) && !name.startsWith("x-"));
  if (stray !== undefined) {
    return { code: 9002331, message: `The request body contains the unexpected parameter '${stray}'.` };
  }
  const grant = form.get("grant_type");
  if (grant === null) return missing("grant_type");
  if (grant !== "client_credentials") {
    return { code: 70003, message: `The app requested an unsupported grant type '${grant}'.` };
  }
  return null;
}

function authenticate(
  state: EmulatorState,
  request: EmulatorRequest,
  app: AppRegistration,
  form: URLSearchParams,
  secret: string | null,
): "1" | "2" | SignInRefusal {
  const assertion = form.get("client_assertion");
  if (assertion !== null) {
    if (form.get("client_assertion_type") !== JWT_BEARER) return missing("client_assertion_type");
    const { issuer, tokenEndpoints } = endpointsOf(state, request.origin);
    return checkClientAssertion(state, app, assertion, [...tokenEndpoints, issuer]) ?? "2";
  }
  if (secret === null) {
    return {
      code: 7000218,
      message:
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    };
  }
  return checkClientSecret(state, app, secret) ?? "1";
}

function checkScope(
  state: EmulatorState,
  request: EmulatorRequest,
  scope: string | null,
): string | SignInRefusal {
  if (scope === null) return missing("scope");
  const scopes = scope.trim().split(/\s+/);
  const only = scopes[0] ?? "";
  if (scopes.length !== 1) {
    return {
      code: 70011,
      message: `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    };
  }
  if (!only.endsWith("/.default")) {
    return {
      code: 1002012,
      message: `The provided value for scope ${only} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    };
  }
  const resource = only.slice(0, -"/.default".length);
  if (!state.graph.audiences(request.origin).includes(resource)) {
    return {
      code: 500011,
      message: `The resource principal named ${resource} was not found in the tenant named ${state.entra.tenant.displayName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    };
  }
  return resource;
}

function checkPolicies(app: AppRegistration): SignInRefusal | null {
  if (app.disabled) {
    return { code: 7000112, message: `Application '${app.clientId}'(${app.displayName}) is disabled.` };
  }
  if (app.blockedByConditionalAccess) {
    return {
      code: 53003,
      message:
        "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
    };
  }
  return null;
}

function missing(parameter: string): SignInRefusal {
  return {
    code: 900144,
    message: `The request body must contain the following parameter: '${parameter}'.`,
  };
}

function basicCredentials(request: EmulatorRequest): { clientId: string; secret: string } | null {
  const match = /^Basic (\S+)$/i.exec(request.headers.get("authorization") ?? "");
  const [clientId, secret] = Buffer.from(match?.[1] ?? "", "base64")
    .toString("utf8")
    .split(":", 2);
  if (clientId === undefined || secret === undefined) return null;
  return { clientId: formDecode(clientId), secret: formDecode(secret) };
}

function formDecode(text: string): string {
  return new URLSearchParams(`value=${text}`).get("value") ?? "";
}
