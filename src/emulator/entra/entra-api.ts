import { json } from "../http-message";
import type { Api } from "../route";
import { signInError } from "./aadsts";
import { instanceDiscovery, keys, openIdConfiguration } from "./discovery";
import { tokenEndpoint } from "./token-endpoint";

/** Microsoft Entra ID: OpenID discovery and the token endpoint, for client credentials. */
export const entraApi: Api = {
  name: "entra",
  routes: [
    { method: "GET", pattern: "/common/discovery/instance", handle: instanceDiscovery },
    {
      method: "GET",
      pattern: "/{tenant}/v2.0/.well-known/openid-configuration",
      handle: openIdConfiguration,
    },
    { method: "GET", pattern: "/{tenant}/discovery/v2.0/keys", handle: keys },
    { method: "POST", pattern: "/{tenant}/oauth2/v2.0/token", handle: tokenEndpoint },
  ],
  owns: (path) => /^\/[^/]+\/oauth2\//.test(path),
  unmatched: (state, _request, methods) =>
    methods.includes("POST")
      ? signInError(
          { code: 900561, message: "The endpoint only accepts POST requests. Received a GET request." },
          state.clock.now(),
          null,
        )
      : json(404, { error: "not_found", error_description: "The emulator has no such endpoint." }),
  failure: (state, _request, status) =>
    signInError(
      { code: 90033, message: "A transient error has occurred. Please try again." },
      state.clock.now(),
      null,
      status,
    ),
};
