import type { ServicePrincipal } from "../../sync/ports";
import { type JobReport, jobReport } from "../job-report";
import type { ApplicationList } from "./list-applications";

/** An application by its ids and name, as the data sources have it. */
export interface ApplicationReport {
  readonly object_id: string;
  readonly app_id: string;
  readonly display_name: string;
}

/**
 * What `entrascim apps --json` prints. Part of the command's interface: new members may come with a new minor version
 * of the format, anything else is a new major version.
 */
export interface ApplicationsReport {
  readonly format_version: "1.0";
  readonly tenant_id: string;
  readonly applications: readonly (ApplicationReport & { readonly jobs: readonly JobReport[] })[];
  /** Those whose provisioning this identity may not read. */
  readonly refused: readonly ApplicationReport[];
}

/** The JSON of a list. */
export function applicationsReport({ tenant, applications, refused }: ApplicationList): ApplicationsReport {
  return {
    format_version: "1.0",
    tenant_id: tenant.tenantId,
    applications: applications.map((each) => ({
      ...applicationReport(each),
      jobs: each.jobs.map(jobReport),
    })),
    refused: refused.map(applicationReport),
  };
}

function applicationReport({ objectId, appId, displayName }: ServicePrincipal): ApplicationReport {
  return { object_id: objectId, app_id: appId, display_name: displayName };
}
