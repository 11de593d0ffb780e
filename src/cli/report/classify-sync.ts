import { decidePush, type PushingChange, type PushReason } from "../../sync/decide-push";
import type { Sync } from "../../sync/model";
import { parseSync } from "../terraform/sync-attributes";
import { type AttributeChange, attributeChanges } from "./attribute-changes";
import type { PlannedChange } from "./plan/read-plan";

/**
 * What a plan does with a sync, in the order in which a reviewer has to look:
 *
 * - `destroy`: it is deleted; `forget`: taken out of state only.
 * - `retarget`: the token goes to another application, or to another tenant.
 * - `replace`: deleted and created again for the same application.
 * - `create`: it is new.
 * - `push`: it stays, and the token is sent.
 * - `update`: it stays, and nothing is sent.
 * - `none`: nothing.
 */
export const syncActions = [
  "destroy",
  "forget",
  "retarget",
  "replace",
  "create",
  "push",
  "update",
  "none",
] as const;

/** One of {@link syncActions}. */
export type SyncAction = (typeof syncActions)[number];

/** What a plan does with a sync, from values as they are: none of them is masked. */
export interface SyncClass {
  readonly action: SyncAction;
  /** Whether the token is sent; `maybe` where that depends on what is known after apply only. */
  readonly sends: "yes" | "no" | "maybe";
  /** Why it is sent, or would be, as the provider decides it. */
  readonly reasons: readonly PushReason[];
  /** What a person's change of the configuration changes. */
  readonly changed: readonly AttributeChange[];
}

/** Classifies a planned change of a sync by the rules that the provider plans by. Pure. */
export function classifySync(change: PlannedChange): SyncClass {
  const before = change.before === null ? null : parseSync(change.before);
  const changed =
    before === null || change.after === null
      ? []
      : attributeChanges(DECLARED, change.before, change.after, change.unknown);
  const action = actionOf(change, changed);
  const sends = sendsToken(action, change.unknown);
  return {
    action,
    sends,
    reasons: sends === "no" || before === null ? [] : reasonsOf(before, parseSync(change.after), changed),
    changed,
  };
}

/** What is declared: all that is not computed. */
const DECLARED = [
  "name",
  "description",
  "source",
  "token_wo_version",
  "destination",
  "initial_sync_behavior",
  "auto_sync_enabled",
  "validation",
  "recover_from_quarantine",
  "on_destroy",
  "plan_checks",
  "sync_trigger",
  "timeouts",
];

const SERVICE_PRINCIPAL = "destination.service_principal_id";
const TENANT = ["destination.connection.tenant_id", "destination.connection.cloud"];

function actionOf(change: PlannedChange, changed: readonly AttributeChange[]): SyncAction {
  const does = (action: string) => change.actions.includes(action);
  if (does("create") && (does("delete") || does("forget"))) {
    return changed.some(isAnotherApplication) ? "retarget" : "replace";
  }
  if (does("create")) return "create";
  if (does("delete")) return "destroy";
  if (does("forget")) return "forget";
  if (!does("update")) return "none";
  if (changed.some(({ path, undecided }) => TENANT.includes(path) && !undecided)) return "retarget";
  // A push leaves open when it will have been; an update that sends nothing leaves that as it was.
  return member(change.unknown, "last_synced_at") !== true || wasUnreadable(change) ? "update" : "push";
}

/** Letter case makes no other application. */
function isAnotherApplication({ path, before, after, undecided }: AttributeChange): boolean {
  return path === SERVICE_PRINCIPAL && (undecided || lower(before) !== lower(after));
}

function lower(value: unknown): string {
  return String(value).toLowerCase();
}

function wasUnreadable(change: PlannedChange): boolean {
  return (
    member(change.before, "sync_status") === "unreadable" && member(change.unknown, "sync_status") === true
  );
}

function sendsToken(action: SyncAction, unknown: unknown): SyncClass["sends"] {
  if (action === "destroy" || action === "forget" || action === "none") return "no";
  if (action === "create" || action === "replace") return "yes";
  if (member(unknown, "sync_status") === true) return "maybe";
  return action === "update" ? "no" : "yes";
}

function reasonsOf(before: Sync, after: Sync, changed: readonly AttributeChange[]): readonly PushReason[] {
  const sending = changed.flatMap(({ path, undecided }) =>
    pushingChange(path).map((change) => ({ change, undecided })),
  );
  return decidePush(before, {
    changed: new Set(sending.filter(({ undecided }) => !undecided).map(({ change }) => change)),
    undecided: new Set(sending.filter(({ undecided }) => undecided).map(({ change }) => change)),
    autoSync: after.auto_sync_enabled ?? true,
    managesBaseAddress: after.destination?.base_address != null,
  }).reasons;
}

function pushingChange(path: string): readonly PushingChange[] {
  if (path === "source" || path.startsWith("source.")) return ["source"];
  if (path === "token_wo_version" || path === "sync_trigger") return [path];
  if (path === "destination.base_address") return ["base_address"];
  return TENANT.includes(path) ? ["tenant"] : [];
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
