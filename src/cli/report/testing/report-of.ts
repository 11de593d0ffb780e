import { buildReport, type ReportOptions } from "../build-report";
import { readPlan } from "../plan/read-plan";
import type { Report, SyncReport } from "../report-schema";
import { destination, planJson, syncAttributes, syncChange } from "./plan-fixture";

const QUIET: ReportOptions = { name: "default", environments: [], log: null };

type Attributes = Record<string, unknown>;

/** The report of a plan with these changes, and `more` of its JSON. */
export function reportOf(
  changes: readonly object[],
  more: object = {},
  options: Partial<ReportOptions> = {},
): Report {
  const json = planJson(changes as Attributes[], more as Attributes);
  return buildReport(readPlan(json), { ...QUIET, ...options });
}

/** The first sync of {@link reportOf}. */
export function firstOf(...args: Parameters<typeof reportOf>): SyncReport {
  const [first] = reportOf(...args).syncs;
  if (first === undefined) throw new Error("no sync");
  return first;
}

/** An update in place of `entrascim_sync.a`, which sends the token unless said. */
export function update(before: Attributes, after: Attributes, sends = true) {
  return syncChange("a", ["update"], before, after, { sends });
}

/** The source of a sync with these parts. */
export function source(parts: object) {
  return { source: { ...(syncAttributes().source as object), ...parts } };
}

/** A sync to the application with this object id and name. */
export function syncTo(id: string, name: string | null, parts: object = {}) {
  return syncAttributes({
    destination: destination({ service_principal_id: id }),
    service_principal_display_name: name,
    ...parts,
  });
}
