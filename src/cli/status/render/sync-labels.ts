import { HIDDEN } from "../../terraform/hidden-values";
import type { SyncReport } from "../status-report";

/** What people call a sync: its name, or its address where the name is not known, hidden, or not its own. */
export type SyncLabels = (sync: SyncReport) => string;

/** Labels that tell the syncs of a report apart. */
export function syncLabels(syncs: readonly SyncReport[]): SyncLabels {
  const seen = new Set<string>();
  const ambiguous = new Set<string>([HIDDEN]);
  for (const { name } of syncs) {
    if (name !== null && seen.has(name)) ambiguous.add(name);
    if (name !== null) seen.add(name);
  }
  return ({ name, address }) => (name === null || ambiguous.has(name) ? address : name);
}
