import type { Tenant } from "../../clients/clients";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { DataSource } from "../../framework/resource";
import type { DestinationJob } from "../../sync/ports";
import { unknownServicePrincipal } from "../../sync/push";
import { type Runtime, requireClients } from "../runtime";
import { tenantOf } from "../tenant-of";
import type { provisioningStatusSchema } from "./provisioning-status.schema";

/** Statuses of a job that provisions, or will with its next cycle. */
const HEALTHY: ReadonlySet<string> = new Set(["Active", "NotRun"]);

/** `entrascim_provisioning_status`: whether an application provisions, for gates. */
export const provisioningStatusDataSource: DataSource<typeof provisioningStatusSchema, Runtime> = {
  async read({ config, provider, call }) {
    const tenant = tenantOf(requireClients(provider), config.connection, ["connection"]);
    const jobs = await jobsOf(config.service_principal_id, tenant, call);
    return { ...config, jobs: jobs.map(detail), healthy: isHealthy(jobs) };
  },
};

async function jobsOf(
  objectId: string,
  tenant: Tenant,
  call: CallOptions,
): Promise<readonly DestinationJob[]> {
  try {
    return await tenant.destination.jobs(objectId, call);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code !== "not_found") throw problem;
    const { code, summary, detail: text } = unknownServicePrincipal(objectId);
    throw new Problem(code, { summary, detail: text, path: ["service_principal_id"] });
  }
}

function detail(job: DestinationJob) {
  return {
    id: job.id,
    template_id: job.templateId,
    status: job.status,
    quarantine_reason: job.quarantineReason,
    last_success_at: job.lastSuccessAt,
  };
}

/** True when there is a job and each of them provisions: its schedule is on, as far as Graph says, and its status good. */
export function isHealthy(jobs: readonly DestinationJob[]): boolean {
  return jobs.length > 0 && jobs.every((job) => HEALTHY.has(job.status) && isScheduled(job));
}

function isScheduled({ scheduleState }: DestinationJob): boolean {
  return scheduleState === null || scheduleState === "Active";
}
