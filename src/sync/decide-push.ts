import type { Sync } from "./model";

/** What of a declaration may change so that the token is sent again. */
export type PushingChange = "source" | "token_wo_version" | "sync_trigger" | "base_address" | "tenant";

/** Why a token is sent. */
export type PushReason =
  | PushingChange
  | "created"
  | "never_pushed"
  | "incomplete"
  | "rotated"
  | "secret_replaced"
  | "token_missing"
  | "managed_base_address_changed";

/** What is declared, as far as a push depends on it. While Terraform plans, parts may be undecided. */
export interface Declared {
  readonly changed: ReadonlySet<PushingChange>;
  /** Changes that depend on values which are not known yet. */
  readonly undecided: ReadonlySet<PushingChange>;
  /** Undefined while it is not known. */
  readonly autoSync: boolean | undefined;
  /** Whether the declaration manages the base address. */
  readonly managesBaseAddress: boolean;
}

/** Whether a token is sent, and why. `maybe` only while something is undecided. */
export interface PushDecision {
  readonly push: "yes" | "no" | "maybe";
  readonly reasons: readonly PushReason[];
}

/**
 * Decides whether an apply sends the token (DESIGN §5, "What pushes"). Pure: the same prior state and declaration give
 * the same answer in every process. `prior` is the refreshed state, or null for a create or replace.
 */
export function decidePush(prior: Sync | null, declared: Declared): PushDecision {
  if (prior === null) return { push: "yes", reasons: ["created"] };
  const reasons: PushReason[] = [...declared.changed, ...standing(prior, declared)];
  if (prior.last_synced_at === null) reasons.push("never_pushed");
  if (reasons.length > 0) return { push: "yes", reasons };
  const drift = automatic(prior);
  if (drift !== null && declared.autoSync === true) return { push: "yes", reasons: [drift] };
  const open = declared.undecided.size > 0 || (drift !== null && declared.autoSync === undefined);
  return { push: open ? "maybe" : "no", reasons: [] };
}

/** Reasons that do not ask whether syncing is automatic: what was declared is not what is there. */
function standing(prior: Sync, declared: Declared): PushReason[] {
  if (prior.sync_status === "incomplete") return ["incomplete"];
  if (prior.sync_status === "base_address_changed" && declared.managesBaseAddress) {
    return ["managed_base_address_changed"];
  }
  return [];
}

function automatic(prior: Sync): PushReason | null {
  switch (prior.sync_status) {
    case "rotated":
    case "secret_replaced":
    case "token_missing":
      return prior.sync_status;
    default:
      return null;
  }
}
