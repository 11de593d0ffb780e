import type { z } from "zod";
import { oneLine } from "../../core/one-line";
import type { DestinationJob, ServicePrincipal } from "./destination";
import type { jobSchema, servicePrincipalSchema } from "./graph-schemas";

/** A service principal of Graph in our words. */
export function toServicePrincipal(record: z.infer<typeof servicePrincipalSchema>): ServicePrincipal {
  return { objectId: record.id, appId: record.appId ?? "", displayName: oneLine(record.displayName ?? "") };
}

/** A synchronizationJob of Graph in our words. A status that Graph leaves out is `Unknown`. */
export function toJob(record: z.infer<typeof jobSchema>): DestinationJob {
  return {
    id: record.id,
    templateId: record.templateId ?? "",
    scheduleState: record.schedule?.state ?? null,
    status: record.status?.code ?? "Unknown",
    quarantineReason: record.status?.quarantine?.reason ?? null,
    nextAttempt: time(record.status?.quarantine?.nextAttempt),
    lastSuccessAt: time(record.status?.lastSuccessfulExecution?.timeEnded),
  };
}

/** RFC 3339, or null for what is none and for the year 1, by which .NET means "never". */
function time(text: string | null | undefined): string | null {
  if (text == null || text.startsWith("0001-") || Number.isNaN(Date.parse(text))) return null;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : null;
}
