import type { AttributePath } from "../../core/attribute-path";
import { type Environment, textOf } from "../../core/environment";
import { Problem } from "../../core/problem";
import { resolveCloud, resolveEndpoints } from "./clouds";
import { resolveCredential } from "./resolve-credential";
import type { SignInInput } from "./sign-in-input";
import type { SignInPlan } from "./sign-in-plan";

/**
 * The tenant of connections that name none: the provider's, `ARM_TENANT_ID`, `AZURE_TENANT_ID`, or null. Throws
 * `invalid_input` for what is neither a UUID nor a domain.
 */
export function resolveDefaultTenant({ settings, env }: Omit<SignInInput, "connection">): string | null {
  return (
    checked(settings?.tenant_id, "azure.tenant_id of the provider", ["azure", "tenant_id"]) ??
    tenantIn(env, "ARM_TENANT_ID") ??
    tenantIn(env, "AZURE_TENANT_ID")
  );
}

function tenantIn(env: Environment, name: string): string | null {
  return checked(textOf(env, name), `The environment variable ${name}`);
}

/** A state may hold what no configuration may: it was imported, or edited by hand. */
function checked(tenant: string | null | undefined, where: string, path?: AttributePath): string | null {
  if (tenant == null || /^[0-9a-z-]+(?:\.[0-9a-z-]+)*$/i.test(tenant)) return tenant ?? null;
  throw new Problem("invalid_input", {
    summary: "The tenant is neither a UUID nor a domain",
    detail: `${where} must be the tenant's UUID or one of its verified domains.`,
    ...(path === undefined ? {} : { path }),
  });
}

/**
 * Where and how to sign in. A pure function of configuration and environment: nothing is read or sent.
 *
 * Throws `invalid_input` for everything that is missing, contradictory or malformed, with the connection's attribute
 * as path where the connection is at fault.
 */
export function resolveSignIn(input: SignInInput): SignInPlan {
  const tenantId =
    checked(input.connection?.tenant_id, "tenant_id of the connection", ["tenant_id"]) ??
    resolveDefaultTenant(input);
  if (tenantId === null) {
    throw new Problem("invalid_input", {
      summary: "No tenant is configured",
      detail:
        "Set tenant_id of the connection, azure.tenant_id of the provider, ARM_TENANT_ID or AZURE_TENANT_ID to the tenant's UUID or one of its verified domains.",
      ...(input.connection === null ? {} : { path: ["tenant_id"] }),
    });
  }
  const cloud = resolveCloud(input);
  return { tenantId, cloud, ...resolveEndpoints(cloud, input), credential: resolveCredential(input) };
}
