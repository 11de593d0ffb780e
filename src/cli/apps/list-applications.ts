import type { Clients, ProvisionedApplication, Tenant } from "../../clients/clients";
import { type FoundApplications, findApplications } from "../../clients/find-applications";
import type { CallOptions } from "../../core/clock";
import type { CliIo } from "../cli-io";
import { progressLine } from "../text/progress-line";
import { searchRemarks, selectionRemarks } from "./describe-applications";
import { pickApplications } from "./pick-applications";
import { selectApplications } from "./select-applications";

/** Which applications a person asks for. */
export interface ApplicationQuery {
  /** Beginnings of words of the display name, or null. */
  readonly search: string | null;
  /** Exactly these, by id or name, instead of a search; empty: none named. */
  readonly named: readonly string[];
  /** Also those without provisioning. */
  readonly all: boolean;
  /** Let a person choose of what was found. */
  readonly pick: boolean;
  /** Requests are told, so progress is not. */
  readonly verbose: boolean;
}

/** What a query came to. */
export interface ApplicationList {
  readonly tenant: Tenant;
  readonly applications: readonly ProvisionedApplication[];
  readonly refused: FoundApplications["refused"];
  /** What a person has to know beside the list. */
  readonly remarks: readonly string[];
}

/** Finds what was asked for in the tenant of the environment's credentials. Rejects as the parts do. */
export async function listApplications(
  query: ApplicationQuery,
  clients: Clients,
  io: CliIo,
  call: CallOptions,
): Promise<ApplicationList> {
  const tenant = clients.tenant(null);
  if (query.named.length > 0) {
    const applications = await selectApplications(tenant, query.named, call);
    return { tenant, applications, refused: [], remarks: selectionRemarks(applications) };
  }
  const progress = progressLine(io, "Looking at applications", query);
  const found = await findApplications(tenant, query.search, call, progress.report).finally(progress.clear);
  const listed = found.applications.filter(({ jobs }) => query.all || jobs.length > 0);
  return {
    tenant,
    applications: query.pick && listed.length > 0 ? await pickApplications(listed, io) : listed,
    refused: found.refused,
    remarks: searchRemarks(found, listed, query.search),
  };
}
