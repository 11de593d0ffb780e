import { type EmulatorRequest, type EmulatorResponse, json } from "../http-message";
import type { EmulatorState } from "../state";
import { signInError } from "./aadsts";
import { checkTenant } from "./tenant";

/** `GET /{tenant}/v2.0/.well-known/openid-configuration`. The endpoints carry the tenant as it was asked for. */
export function openIdConfiguration(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const tenant = request.params.tenant ?? "";
  const refusal = checkTenant(state, tenant);
  if (refusal !== null) return signInError(refusal, state.clock.now(), null);
  const base = `${request.origin}/${tenant}`;
  return json(200, {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `${request.origin}/${state.entra.tenant.id}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    tenant_region_scope: "EU",
    cloud_instance_name: new URL(request.origin).host,
    msgraph_host: new URL(request.origin).host,
  });
}

/** `GET /{tenant}/discovery/v2.0/keys`: the key that tokens are signed with. */
export function keys(state: EmulatorState): EmulatorResponse {
  const { publicKey, id } = state.entra.signingKey;
  return json(200, { keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", kid: id }] });
}

/** `GET /common/discovery/instance`: the emulator knows itself as an authority, and no other host. */
export function instanceDiscovery(_state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const endpoint = request.query.get("authorization_endpoint") ?? "";
  const host = new URL(request.origin).host;
  if (!URL.canParse(endpoint) || new URL(endpoint).host !== host) {
    return json(400, {
      error: "invalid_instance",
      error_description: "AADSTS50049: Unknown or invalid instance.",
    });
  }
  const tenant = new URL(endpoint).pathname.split("/")[1] ?? "common";
  return json(200, {
    tenant_discovery_endpoint: `${request.origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}
