import { tellsElsewhere } from "../../sync/base-address";
import type { Sync } from "../../sync/model";
import { parseSync } from "../terraform/sync-attributes";
import { type EnvironmentRule, environmentWarning } from "./environment-warning";
import type { PlannedChange } from "./plan/read-plan";
import { after, before, type PlanContext } from "./plan-context";
import type { SyncReport, Warning, WarningCode } from "./report-schema";
import { applicationInWords, changedInWords, listInWords, sentence, timeInWords } from "./words";

/** What a reviewer should look at in a sync, from the plan alone. Pure. */
export function syncWarnings(
  change: PlannedChange,
  report: SyncReport,
  context: PlanContext,
  rule: EnvironmentRule,
): readonly Warning[] {
  const known = change.before === null ? null : parseSync(before(change));
  const next = change.after === null ? null : parseSync(after(change));
  const found: readonly (readonly [WarningCode, string | null])[] = [
    ["recreated_elsewhere", next === null ? recreatedElsewhere(report, context) : null],
    ...(next === null ? [] : lasting(known, next, report, context, rule)),
  ];
  return found.flatMap(([code, message]) =>
    message === null ? [] : [{ code, message: context.redact(message), address: report.address }],
  );
}

function lasting(
  known: Sync | null,
  next: Sync,
  report: SyncReport,
  context: PlanContext,
  rule: EnvironmentRule,
): readonly (readonly [WarningCode, string | null])[] {
  return [
    ["cross_environment", environmentWarning(known, next, report.connection?.name ?? null, rule)],
    ["shared_destination", sharedDestination(report, context)],
    ["quarantine", quarantine(next, report)],
    ["pinned_behind", pinnedBehind(known, next)],
    ...(known === null || report.sends === "yes" ? [] : standing(known)),
    ["base_address_changed", known === null || report.sends !== "yes" ? null : sentElsewhere(known, next)],
  ];
}

function recreatedElsewhere({ action, application }: SyncReport, context: PlanContext): string | null {
  const others = context.pushingTo(application.service_principal_id);
  if (action !== "destroy" || others.length === 0) return null;
  return `${listInWords(others)} pushes to the same application. If it was renamed, a moved block avoids the destroy.`;
}

function sharedDestination({ address, application }: SyncReport, context: PlanContext): string | null {
  const others = context.pushingTo(application.service_principal_id).filter((other) => other !== address);
  if (others.length === 0) return null;
  return `${listInWords(others)} pushes to ${applicationInWords(application)} too: each overwrites the other's token.`;
}

/** Graph's reason for a quarantine that a good token ends. */
const BAD_CREDENTIALS = "EncounteredQuarantineException";

function quarantine(next: Sync, { provisioning_job: job, sends }: SyncReport): string | null {
  if (job?.status !== "Quarantine") return null;
  const reason = job.quarantine_reason === null ? "" : ` (${job.quarantine_reason})`;
  const attempt = job.next_attempt === null ? "" : `; Entra tries again on ${timeInWords(job.next_attempt)}`;
  const heals =
    sends !== "no" && job.quarantine_reason === BAD_CREDENTIALS && next.recover_from_quarantine !== false;
  const remedy = heals
    ? " The push starts the job again."
    : sends === "no"
      ? " Nothing in this plan ends it."
      : "";
  return `The application is in quarantine${reason}${attempt}.${remedy}`;
}

function pinnedBehind(known: Sync | null, next: Sync): string | null {
  const pin = next.source?.version ?? null;
  const latest = known?.source_version ?? null;
  if (pin === null || latest === null || pin >= latest || !sameSecret(known, next)) return null;
  return `It is pinned to version ${pin}; Infisical holds version ${latest}${known === null ? "" : changedInWords(known)}.`;
}

function sameSecret(known: Sync | null, next: Sync): boolean {
  const [a, b] = [known?.source ?? null, next.source];
  return (
    a?.project_id === b?.project_id &&
    a?.environment === b?.environment &&
    a?.secret_path === b?.secret_path &&
    a?.secret_key === b?.secret_key
  );
}

/** Where the token of this plan goes, when somebody has changed that in Entra. */
function sentElsewhere({ sync_message: message }: Sync, next: Sync): string | null {
  if (message === null || next.destination?.base_address != null || !tellsElsewhere(message)) return null;
  return `${sentence(message)} The token of this plan is sent there.`;
}

/** What refresh found, and this plan does not put right. */
function standing(known: Sync): readonly (readonly [WarningCode, string | null])[] {
  const message = known.sync_message ?? "";
  const said = message === "" ? "" : `${sentence(message)} `;
  switch (known.sync_status) {
    case "rotated":
    case "secret_replaced":
      return [["newer_version_waiting", `${said}auto_sync_enabled is false: sync_trigger pushes it.`]];
    case "token_missing":
      return [["token_missing", `${said}auto_sync_enabled is false: sync_trigger pushes it again.`]];
    case "secret_missing":
      return [["secret_missing", `${said}What was pushed goes on working.`]];
    case "base_address_changed":
      return [["base_address_changed", `${said}Whoever can edit it is sent the next token.`]];
    case "unreadable":
      return [["unreadable", said === "" ? "Refresh could not read it." : said.trimEnd()]];
    default:
      return [];
  }
}
