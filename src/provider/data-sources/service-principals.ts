import type { Clients, Tenant } from "../../clients/clients";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { DataSource } from "../../framework/resource";
import type { ServicePrincipal } from "../../sync/ports";
import { type Runtime, requireClients } from "../runtime";
import { tenantOf } from "../tenant-of";
import { type JobSummary, jobSummaries } from "./job-summaries";
import type { servicePrincipalsSchema } from "./service-principals.schema";

/** `entrascim_service_principals`: finds enterprise applications, and which of them provision. */
export const servicePrincipalsDataSource: DataSource<typeof servicePrincipalsSchema, Runtime> = {
  async read({ config, provider, call }) {
    const clients: Clients = requireClients(provider);
    const tenant = tenantOf(clients, config.connection, ["connection"]);
    const found = await tenant.directory.search(config.search, call);
    const described = await Promise.all(found.map((principal) => describe(principal, tenant, call)));
    const onlyProvisioned = config.with_provisioning ?? true;
    return {
      ...config,
      with_provisioning: onlyProvisioned,
      service_principals: described.filter((one) => !onlyProvisioned || one.jobs.length > 0),
    };
  },
};

/** A service principal with its jobs, as the schema lists it. */
async function describe(
  principal: ServicePrincipal,
  tenant: Tenant,
  call: CallOptions,
): Promise<{ object_id: string; app_id: string; display_name: string; jobs: readonly JobSummary[] }> {
  return {
    object_id: principal.objectId,
    app_id: principal.appId,
    display_name: principal.displayName,
    jobs: await jobsOrNone(principal.objectId, tenant, call),
  };
}

/** Most service principals have nothing to do with provisioning; Graph may answer 404 for those. */
async function jobsOrNone(
  objectId: string,
  tenant: Tenant,
  call: CallOptions,
): Promise<readonly JobSummary[]> {
  try {
    return jobSummaries(await tenant.destination.jobs(objectId, call));
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code === "not_found") return [];
    throw problem;
  }
}
