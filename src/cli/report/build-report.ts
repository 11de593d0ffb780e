import { parseSync } from "../terraform/sync-attributes";
import { type SyncAction, syncActions } from "./classify-sync";
import { describeConnection } from "./describe-connection";
import { describeSync } from "./describe-sync";
import { knownEnvironments } from "./environment-of";
import type { EnvironmentRule } from "./environment-warning";
import type { PlanLog, ProviderDiagnostic } from "./plan/plan-log";
import type { Plan } from "./plan/read-plan";
import { after, before, type PlanContext, planContext } from "./plan-context";
import {
  type ConnectionReport,
  FORMAT_VERSION,
  type Report,
  type SyncReport,
  type Warning,
  type WarningCode,
} from "./report-schema";
import { syncWarnings } from "./sync-warnings";

/** What a report is made of, beside the plan. */
export interface ReportOptions {
  readonly name: string;
  /** Environments that syncs may read from; none: names and credentials decide. */
  readonly environments: readonly string[];
  /** What `terraform plan -json` said, where it is known. */
  readonly log: PlanLog | null;
}

/** Makes the report of a plan, as yet without gates. Pure: the same plan gives the same report, in the same order. */
export function buildReport(plan: Plan, options: ReportOptions): Report {
  const context = planContext(plan);
  const rule: EnvironmentRule = {
    allowed: options.environments,
    known: knownEnvironments(plan.syncs.map((change) => parseSync(after(change) ?? before(change)))),
  };
  const syncs = plan.syncs
    .map((change) => {
      const report = describeSync(change, context);
      return { ...report, warnings: [...syncWarnings(change, report, context, rule)] };
    })
    .sort(byWeight);
  const connections = plan.connections
    .map((change) => describeConnection(change, context))
    .sort((a, b) => compare(a.address, b.address));
  const warnings = tell(options.log?.diagnostics ?? [], [...syncs, ...connections], context);
  return {
    format_version: FORMAT_VERSION,
    name: options.name,
    plan: {
      created_at: plan.createdAt,
      terraform_version: plan.terraformVersion,
      errored: plan.errored,
      complete: plan.complete,
    },
    log: options.log !== null,
    summary: {
      actions: countActions(syncs),
      warnings: [...syncs, ...connections].reduce((sum, each) => sum + each.warnings.length, warnings.length),
      connections: connections.filter(({ action }) => action !== "none").length,
      other_changes: plan.otherChanges,
      other_diagnostics: options.log?.others ?? { errors: 0, warnings: 0 },
    },
    gates: [],
    syncs,
    connections,
    warnings,
  };
}

/** What needs most attention first; then those with warnings; then by address. */
function byWeight(a: SyncReport, b: SyncReport): number {
  return (
    syncActions.indexOf(a.action) - syncActions.indexOf(b.action) ||
    Number(b.warnings.length > 0) - Number(a.warnings.length > 0) ||
    compare(a.address, b.address)
  );
}

/** By code units, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countActions(syncs: readonly SyncReport[]): Report["summary"]["actions"] {
  const counts = Object.fromEntries(syncActions.map((action) => [action, 0])) as Record<SyncAction, number>;
  for (const { action } of syncs) counts[action]++;
  return counts;
}

/** What the provider warns of that has a word of its own here, too. */
const CODES: Readonly<Record<string, WarningCode>> = {
  "The application has a token already": "overwrites_token",
  "A newer token is waiting": "newer_version_waiting",
  "A newer version than the pinned one is there": "pinned_behind",
  "The application has no token": "token_missing",
  "The secret does not exist any more": "secret_missing",
  "The tenant URL was changed in Entra": "base_address_changed",
  "The sync could not be read": "unreadable",
  "The connection cannot sign in": "connection_refused",
};

/** Adds what the provider said to the resource that it is about, unless the plan itself says so; gives the rest. */
function tell(
  diagnostics: readonly ProviderDiagnostic[],
  resources: readonly (SyncReport | ConnectionReport)[],
  context: PlanContext,
): Warning[] {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const rest: Warning[] = [];
  for (const { severity, summary, detail, address } of diagnostics) {
    const code = severity === "error" ? "provider_error" : (CODES[summary] ?? "provider_warning");
    const message = context.redact(`${summary}: ${detail}`.replace(/\s+/g, " ").trim());
    const resource = address === null ? undefined : byAddress.get(address);
    const told = resource?.warnings ?? rest;
    const isKnown = told.some((other) =>
      code.startsWith("provider_") ? other.message === message : other.code === code,
    );
    if (!isKnown || resource === undefined) told.push({ code, message, address });
  }
  return rest;
}
