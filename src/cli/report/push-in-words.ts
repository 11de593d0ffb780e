import type { PushReason } from "../../sync/decide-push";
import type { Sync } from "../../sync/model";
import type { AttributeChange } from "./attribute-changes";
import { changedInWords, listInWords, sentence, UNKNOWN } from "./words";

/** Both sides of a sync that stays, without what is sensitive. */
export interface Both {
  readonly before: Sync;
  readonly after: Sync;
}

/** Why the token of a sync that stays is sent. */
export function pushInWords(reasons: readonly PushReason[], { before, after }: Both): string {
  // What was never pushed differs in everything else, too.
  if (reasons.includes("never_pushed")) return "The token is pushed for the first time.";
  const text = reasons.map((reason) => reasonInWords(reason, before, after)).join(" ");
  return text === "" ? "The token is pushed again." : text;
}

function reasonInWords(reason: PushReason, before: Sync, after: Sync): string {
  switch (reason) {
    case "rotated":
      return `Rotated: version ${before.synced_version ?? "?"} → ${before.source_version ?? "?"}${changedInWords(before)}.`;
    case "secret_replaced":
      return `Pushed because Infisical holds another secret under this name (version ${before.source_version ?? "?"}${changedInWords(before)}).`;
    case "token_missing":
      return "Pushed because the application has lost its token.";
    case "incomplete":
      return "Pushed because the last push was never confirmed.";
    case "source":
      return `Re-pushed because the source changed: ${sourceChange(before, after)}.`;
    case "token_wo_version":
      return `Re-pushed because token_wo_version changed: ${before.token_wo_version ?? "none"} → ${after.token_wo_version ?? "none"}.`;
    case "sync_trigger":
      return "Re-pushed because sync_trigger changed.";
    case "base_address":
      return `Re-pushed because base_address changed: ${before.destination?.base_address ?? "not managed"} → ${after.destination?.base_address ?? "not managed"}.`;
    case "managed_base_address_changed":
      return `Re-pushed because the tenant URL was changed in Entra${before.sync_message === null ? "" : ` (${before.sync_message})`}.`;
    case "tenant":
      return `Re-pushed because the tenant changed: ${before.destination?.connection?.tenant_id ?? "?"} → ${after.destination?.connection?.tenant_id ?? "?"}.`;
    case "created":
    case "never_pushed":
      return "The token is pushed for the first time.";
  }
}

/** What of the source changes: `path /a → /b and key A → B`. */
export function sourceChange(before: Sync, after: Sync): string {
  if (before.source === null || after.source === null) {
    return before.source === null
      ? "a secret in Infisical instead of token_wo"
      : "token_wo instead of a secret in Infisical";
  }
  const { source: from } = before;
  const { source: to } = after;
  const parts = SOURCE.filter(([name]) => from[name] !== to[name]).map(
    ([name, word]) => `${word} ${from[name] ?? "none"} → ${to[name] ?? UNKNOWN}`,
  );
  if (from.version !== to.version) parts.push(pinInWords(from.version, to.version));
  return parts.length === 0 ? "a sensitive value" : listInWords(parts);
}

function pinInWords(from: number | null, to: number | null): string {
  if (to === null) return `no longer pinned to version ${from}`;
  return from === null ? `now pinned to version ${to}` : `version ${from} → ${to}`;
}

const SOURCE = [
  ["project_id", "project"],
  ["environment", "environment"],
  ["secret_path", "path"],
  ["secret_key", "key"],
] as const;

/** What an update that sends nothing changes. */
export function updateInWords(changed: readonly AttributeChange[], both: Both): string {
  if (changed.length === 0) return "Updated in place; no token is sent.";
  const words = changed.map(({ path, undecided }) => {
    if (undecided) return `${path} ${UNKNOWN}`;
    const option = OPTIONS.find((name) => name === path);
    return option === undefined
      ? path
      : `${path} ${both.before[option] ?? "none"} → ${both.after[option] ?? "none"}`;
  });
  return sentence(`Updated in place, and no token is sent: ${listInWords(words)}`);
}

const OPTIONS = [
  "auto_sync_enabled",
  "validation",
  "recover_from_quarantine",
  "on_destroy",
  "plan_checks",
] as const;
