import type { EmulatorState } from "../state";
import type { SignInRefusal } from "./aadsts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Checks the tenant in a path: its id or a verified domain; null when it is ours. */
export function checkTenant(state: EmulatorState, name: string): SignInRefusal | null {
  const { id, domains } = state.entra.tenant;
  const lower = name.toLowerCase();
  if (lower === id || domains.includes(lower)) return null;
  if (UUID.test(name) || DOMAIN.test(name)) {
    return {
      code: 90002,
      message: `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    };
  }
  return {
    code: 900023,
    message: `Specified tenant identifier '${name}' is neither a valid DNS name, nor a valid external domain.`,
  };
}

/** The addresses of the tenant's endpoints, as a client that reached us at `origin` sees them. */
export function endpointsOf(
  state: EmulatorState,
  origin: string,
): { readonly issuer: string; readonly tokenEndpoints: readonly string[] } {
  const { id, domains } = state.entra.tenant;
  return {
    issuer: `${origin}/${id}/v2.0`,
    tokenEndpoints: [id, ...domains].map((name) => `${origin}/${name}/oauth2/v2.0/token`),
  };
}
