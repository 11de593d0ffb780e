import type { Clients, Tenant } from "../../clients/clients";
import { withJobs } from "../../clients/find-applications";
import type { CallOptions } from "../../core/clock";
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
  const { jobs } = await withJobs(principal, tenant, call);
  return {
    object_id: principal.objectId,
    app_id: principal.appId,
    display_name: principal.displayName,
    jobs: jobSummaries(jobs),
  };
}
