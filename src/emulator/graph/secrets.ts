import { z } from "zod";
import { type EmulatorRequest, type EmulatorResponse, empty, json } from "../http-message";
import type { EmulatorState } from "../state";
import { authenticate, maySynchronize } from "./authorize";
import { badRequest, synchronizationError } from "./graph-error";
import { findServicePrincipal, readBody, refuseQuery } from "./graph-request";
import { credentialsChanged } from "./job-state";
import { MASK, MASKED_KEYS, SECRET_KEYS } from "./secret-keys";

/** Credentials in a request: each key at most once, and only keys of `synchronizationSecret`. */
export const credentials = z.array(z.strictObject({ key: z.string(), value: z.string() }));

const putBody = z.strictObject({ value: credentials });

/** `GET …/synchronization/secrets`: credentials are masked, everything else stands in clear. */
export function getSecrets(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const id = request.params.id ?? "";
  maySynchronize(authenticate(state, request), id.toLowerCase(), "read");
  refuseQuery(request);
  const { secrets } = findServicePrincipal(state, id);
  return json(200, {
    "@odata.context": `${request.origin}/v1.0/$metadata#servicePrincipals('${id}')/synchronization/secrets`,
    value: [...secrets].map(([key, value]) => ({ key, value: MASKED_KEYS.has(key) ? MASK : value })),
  });
}

/**
 * `PUT …/synchronization/secrets`: merges by key (or replaces, if switched), and an empty value removes its key:
 * `microsoft-graph.md` §3.2.
 */
export function putSecrets(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const id = request.params.id ?? "";
  maySynchronize(authenticate(state, request), id.toLowerCase(), "write");
  refuseQuery(request);
  const { value } = readBody(request, putBody);
  const written = toMap(value);
  const servicePrincipal = findServicePrincipal(state, id);
  if (written.get("SyncNotificationSettings") === "") {
    throw synchronizationError(
      400,
      "InvalidNotificationSettings",
      "The notification settings are not valid.",
    );
  }
  for (const [key, each] of written) {
    if (MASKED_KEYS.has(key) && each === MASK) {
      state.violations.push(`PUT of the mask '*' as ${key} of service principal ${servicePrincipal.id}`);
    }
  }
  if (state.graph.switches.replaceSecrets) servicePrincipal.secrets.clear();
  for (const [key, each] of written) {
    if (each === "") servicePrincipal.secrets.delete(key);
    else servicePrincipal.secrets.set(key, each);
  }
  credentialsChanged(servicePrincipal);
  return empty(204);
}

/** Credentials by key, after refusing unknown and repeated ones. */
export function toMap(entries: z.infer<typeof credentials>): Map<string, string> {
  const result = new Map<string, string>();
  for (const { key, value } of entries) {
    if (!SECRET_KEYS.has(key)) {
      throw badRequest(
        `Cannot convert the literal '${key}' to the expected type 'microsoft.graph.synchronizationSecret'.`,
      );
    }
    if (result.has(key)) throw badRequest(`The key '${key}' is given twice.`);
    result.set(key, value);
  }
  return result;
}
