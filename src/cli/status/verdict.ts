import { Problem } from "../../core/problem";
import { NeedsAttention } from "../needs-attention";
import type { StatusReport, SyncReport } from "./status-report";

/**
 * What a command that printed this report ends with: null when all is well, `NeedsAttention` when a sync is not, and
 * `unauthenticated` or `unavailable` when no sync at all could be looked at (whichever the gravest is).
 */
export function verdictOf(report: StatusReport): NeedsAttention | Problem | null {
  if (report.healthy) return null;
  if (!report.syncs.every(wasTurnedAway)) return new NeedsAttention();
  const isRefused = report.syncs.some(({ status }) => status === "refused");
  const count = report.syncs.length;
  return new Problem(isRefused ? "unauthenticated" : "unavailable", {
    summary:
      count === 1 ? "The sync could not be looked at" : `None of the ${count} syncs could be looked at`,
    detail: "The reasons are in the output.",
  });
}

/** Nothing of either end was seen. */
function wasTurnedAway({ status, jobs }: SyncReport): boolean {
  return (status === "refused" || status === "unreachable") && jobs === null;
}
