import type { Sync } from "../../sync/model";
import { parseSync } from "../terraform/sync-attributes";
import { classifySync, type SyncClass } from "./classify-sync";
import type { PlannedChange } from "./plan/read-plan";
import { after, before, type PlanContext } from "./plan-context";
import { pushInWords, sourceChange, updateInWords } from "./push-in-words";
import { deletionInWords, fateInWords, replacementInWords, type TokenFate } from "./removal-in-words";
import type { ApplicationReport, SyncReport, UsedConnection } from "./report-schema";
import { applicationInWords, sentence, signInOf } from "./words";

/** What a plan does with one sync, without warnings. Pure. */
export function describeSync(change: PlannedChange, context: PlanContext): SyncReport {
  const sides: Sides = {
    change,
    context,
    what: classifySync(change),
    before: change.before === null ? null : parseSync(before(change)),
    after: change.after === null ? null : parseSync(after(change)),
  };
  const { what } = sides;
  const known = sides.before ?? NOTHING;
  const shown = sides.after ?? known;
  const left = what.action === "retarget" || what.action === "destroy" || what.action === "forget";
  return {
    address: change.address,
    previous_address: change.previousAddress,
    name: shown.name,
    action: what.action,
    sends: what.sends,
    imported: change.importing,
    reasons: what.sends === "no" ? [] : sides.before === null ? ["created"] : [...what.reasons],
    changed: what.changed.map(({ path }) => path),
    why: context.redact(why(sides)),
    application: applicationOf(shown, known, context),
    previous_application: what.action === "retarget" ? applicationOf(known, known, context) : null,
    previous_token: left ? fateOf(sides).fate : null,
    source: shown.source,
    connection: connectionOf(shown, context),
    synced_version: known.synced_version,
    source_version: known.source_version,
    source_updated_at: known.source_updated_at,
    source_updated_by: known.source_updated_by,
    validation: shown.validation,
    auto_sync_enabled: shown.auto_sync_enabled,
    on_destroy: shown.on_destroy,
    sync_status: known.sync_status,
    sync_message: known.sync_message === null ? null : context.redact(known.sync_message),
    // The job that refresh saw is that of the application which is left.
    provisioning_job: what.action === "retarget" ? null : jobOf(known),
    warnings: [],
  };
}

interface Sides {
  readonly change: PlannedChange;
  readonly context: PlanContext;
  readonly what: SyncClass;
  /** Null for a sync that is new. */
  readonly before: Sync | null;
  /** Null for a sync that goes. */
  readonly after: Sync | null;
}

const NOTHING = parseSync({});

function why(sides: Sides): string {
  const { change } = sides;
  const parts = [
    change.importing ? "Imported." : "",
    change.previousAddress === null ? "" : `Moved from ${change.previousAddress}.`,
    change.deposed ? "What an interrupted replacement left behind." : "",
    actionInWords(sides),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function actionInWords(sides: Sides): string {
  const { change, context, what } = sides;
  const known = sides.before ?? NOTHING;
  const next = sides.after ?? NOTHING;
  const left = applicationInWords(applicationOf(known, known, context));
  const target = applicationInWords(applicationOf(next, known, context));
  const both = { before: known, after: next };
  switch (what.action) {
    case "destroy":
      return `${deletionInWords(change.actionReason)} ${fateOf(sides).words}`;
    case "forget":
      return `Taken out of state only. ${fateOf(sides).words}`;
    case "retarget":
      return `${retargetInWords(sides, left, target)} ${fateOf(sides).words}${otherSource(sides)}`;
    case "replace":
      return `${replacementInWords(change.actionReason)} The token is pushed again.${otherSource(sides)}`;
    case "create":
      return context.isGone(change.address)
        ? `Created again: refresh did not find ${target} any more.`
        : `Created: the token is pushed to ${target}.`;
    case "push":
      return what.sends === "maybe"
        ? "The token may be pushed: that depends on values known after apply."
        : pushInWords(what.reasons, both);
    case "update":
      return known.sync_status === "unreadable"
        ? unreadableInWords(known)
        : updateInWords(what.changed, both);
    case "none":
      return "Unchanged.";
  }
}

function retargetInWords({ before: known, after: next }: Sides, left: string, target: string): string {
  const from = known?.destination?.connection?.tenant_id ?? null;
  const to = next?.destination?.connection?.tenant_id ?? null;
  const tenants = from === to ? "" : ` (tenant ${from ?? "unknown"} → ${to ?? "known after apply"})`;
  return `Retargeted from ${left} to ${target}${tenants}.`;
}

/** A replacement says what it replaces; that it also takes another token would be overlooked. */
function otherSource({ what, before: known, after: next }: Sides): string {
  const changes = what.changed.some(({ path }) => path === "source" || path.startsWith("source."));
  return changes && known !== null && next !== null
    ? ` The source changes: ${sourceChange(known, next)}.`
    : "";
}

function unreadableInWords({ sync_message: message }: Sync): string {
  const reason = message === null ? "" : ` ${sentence(message)}`;
  return `Refresh could not read it.${reason} The apply reads it again, and pushes only what it has to.`;
}

/** What becomes of the token at the application that is left, as the provider's delete decides it. */
function fateOf({ change, context, what, before: known }: Sides): {
  readonly fate: TokenFate;
  readonly words: string;
} {
  const sync = known ?? NOTHING;
  const application = applicationInWords(applicationOf(sync, sync, context));
  const tell = (fate: TokenFate, reason: string | null = null) => ({
    fate,
    words: fateInWords(fate, application, reason),
  });
  // Another tenant is an update, which writes to the new one alone.
  if (what.action === "forget" || !change.actions.includes("delete")) return tell("retained");
  const [other] = context.pushingTo(sync.destination?.service_principal_id ?? null);
  if (other !== undefined && other !== change.address) {
    return tell("retained", `${other} pushes to the same application`);
  }
  if (sync.on_destroy !== "clear") return tell("retained");
  if (sync.last_synced_at === null) return tell("none");
  if (sync.sync_status === "incomplete") {
    return tell("retained", "the last push was never confirmed, so it may not be ours");
  }
  return tell("cleared");
}

function applicationOf(sync: Sync, known: Sync, context: PlanContext): ApplicationReport {
  const id = sync.destination?.service_principal_id ?? null;
  const isSame = id !== null && id.toLowerCase() === known.destination?.service_principal_id?.toLowerCase();
  return {
    service_principal_id: id,
    display_name:
      sync.service_principal_display_name ??
      (isSame ? known.service_principal_display_name : null) ??
      context.nameOf(id),
  };
}

function connectionOf(sync: Sync, context: PlanContext): UsedConnection | null {
  const values = sync.destination?.connection ?? null;
  if (values === null) return null;
  const named = context.connectionWith(values);
  return {
    address: named?.address ?? null,
    name: named?.name ?? null,
    tenant_id: values.tenant_id,
    client_id: values.client_id,
    cloud: values.cloud,
    sign_in: signInOf(values),
  };
}

function jobOf({ provisioning_job: job }: Sync): SyncReport["provisioning_job"] {
  return job === null
    ? null
    : { status: job.status, quarantine_reason: job.quarantine_reason, next_attempt: job.next_attempt };
}
