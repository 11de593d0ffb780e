import type { Tenant } from "../../clients/clients";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { KnownConfig } from "../../framework/infer";
import type { DataSource } from "../../framework/resource";
import type { ServicePrincipal } from "../../sync/ports";
import { type Runtime, requireClients } from "../runtime";
import { tenantOf } from "../tenant-of";
import { jobSummaries } from "./job-summaries";
import type { servicePrincipalSchema } from "./service-principal.schema";

type Config = KnownConfig<typeof servicePrincipalSchema>;

/** How many candidates an error lists. */
const MOST_LISTED = 20;

/** `entrascim_service_principal`: one enterprise application, or an error that says why it is not exactly one. */
export const servicePrincipalDataSource: DataSource<typeof servicePrincipalSchema, Runtime> = {
  async read({ config, provider, call }) {
    const tenant = tenantOf(requireClients(provider), config.connection, ["connection"]);
    const principal = await find(config, tenant, call);
    // Graph finds ids and names in any case, and Terraform takes no other spelling than the one that is configured.
    return {
      ...config,
      object_id: config.object_id ?? principal.objectId,
      app_id: config.app_id ?? principal.appId,
      display_name: config.display_name ?? principal.displayName,
      jobs: jobSummaries(await tenant.destination.jobs(principal.objectId, call)),
    };
  },
};

async function find(config: Config, tenant: Tenant, call: CallOptions): Promise<ServicePrincipal> {
  if (config.object_id !== null) return byObjectId(config.object_id, tenant, call);
  if (config.app_id !== null) {
    const found = await tenant.directory.byAppId(config.app_id, call);
    if (found === null) throw absent(`application id ${config.app_id}`, ["app_id"], tenant);
    return found;
  }
  const name = config.display_name ?? "";
  const found = await tenant.directory.byDisplayName(name, call);
  const [first, ...others] = found;
  if (first === undefined) throw absent(`the display name "${name}"`, ["display_name"], tenant);
  if (others.length > 0) throw ambiguous(name, found);
  return first;
}

async function byObjectId(objectId: string, tenant: Tenant, call: CallOptions): Promise<ServicePrincipal> {
  try {
    return await tenant.destination.servicePrincipal(objectId, call);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code === "not_found") throw absent(`object id ${objectId}`, ["object_id"], tenant);
    throw problem;
  }
}

function absent(by: string, path: readonly string[], tenant: Tenant): Problem {
  return new Problem("not_found", {
    summary: "The service principal does not exist",
    detail: `Tenant ${tenant.tenantId} has no service principal with ${by}. The data source entrascim_service_principals lists those that provision.`,
    path,
  });
}

function ambiguous(name: string, found: readonly ServicePrincipal[]): Problem {
  const listed = found.slice(0, MOST_LISTED).map((one) => `  ${one.objectId} (application id ${one.appId})`);
  const more = found.length > MOST_LISTED ? [`  … and ${found.length - MOST_LISTED} more`] : [];
  return new Problem("ambiguous", {
    summary: "Several service principals have this name",
    detail: [
      `"${name}" is the display name of ${found.length}. Name the one that is meant by object_id:`,
      ...listed,
      ...more,
    ].join("\n"),
    path: ["display_name"],
  });
}
