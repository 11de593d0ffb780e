import type { Problem } from "../../core/problem";
import { isTransient } from "../../core/retry";
import type { Sync, SyncObservation } from "../../sync/model";
import type { StatusProblem, StatusProblemCode } from "./problem-codes";

/** What is wrong with a copy, by what `assess` made of it; null when it is in sync. */
export function copyProblem(sync: Sync, judged: SyncObservation): StatusProblem | null {
  if (judged.sync_status === "synced") return null;
  const automatic = sync.auto_sync_enabled !== false;
  const remedies: Readonly<Record<string, string>> = {
    rotated: automatic ? APPLY_NEWEST : MANUAL,
    secret_replaced: automatic ? APPLY_NEWEST : MANUAL,
    token_missing: automatic ? "Apply: the token is pushed again." : MANUAL,
    incomplete: "Apply: the push is repeated and checked.",
    secret_missing:
      "Restore the secret in Infisical, or name the one that holds the token now. A token that was pushed goes on working.",
    base_address_changed:
      (sync.destination?.base_address ?? null) === null
        ? "Find out who changed it: the next token is sent there. Set it back in the Entra admin center, or manage it with destination.base_address."
        : "Find out who changed it: the token is sent there. Apply: it is set back.",
  };
  const status = judged.sync_status ?? "unknown";
  const remedy = remedies[status];
  const message = judged.sync_message ?? `The sync is ${status}`;
  if (remedy === undefined) return { code: "unknown", message, remedy: "Update entrascim." };
  return { code: status as StatusProblemCode, message, remedy };
}

const APPLY_NEWEST = "Apply: the newest token is tested and pushed.";
const MANUAL =
  "auto_sync_enabled is false, so an apply alone pushes nothing: change sync_trigger, and apply.";

/** Statuses whose next apply pushes, where it pushes by itself. */
const PUSHED: ReadonlySet<string | null> = new Set([
  "rotated",
  "secret_replaced",
  "token_missing",
  "incomplete",
]);

/** True when the next apply pushes because of what was found. */
export function isPushDue(sync: Sync, { sync_status: status }: SyncObservation): boolean {
  return status === "incomplete" || (sync.auto_sync_enabled !== false && PUSHED.has(status));
}

/** Why a sync could not be looked at. */
export function lookProblem(problem: Problem): StatusProblem {
  const code = codeOf(problem);
  const message = `${problem.summary}: ${problem.detail}`.replace(/\s+/g, " ").replace(/\.$/, "");
  return { code, message, remedy: LOOK_REMEDIES[code] };
}

const LOOK_REMEDIES = {
  refused:
    "Correct the credential or the permission, here or in the connection's auth. What is true of these syncs is not known.",
  unreachable:
    "Check the network, the proxy and whether the service is up, and look again. What is true of these syncs is not known.",
  unknown: "Put right what the reason says, and look again. What is true of these syncs is not known.",
} as const;

/** `invalid_input` is what this machine or the connection lacks to sign in; `untrusted` what may not be sent to. */
function codeOf(problem: Problem): keyof typeof LOOK_REMEDIES {
  if (isTransient(problem)) return "unreachable";
  switch (problem.code) {
    case "unauthenticated":
    case "forbidden":
      return "refused";
    case "invalid_input":
      return problem.path?.[0] === "source" ? "unknown" : "refused";
    default:
      return "unknown";
  }
}

/** The service principal does not exist. */
export const GONE: StatusProblem = {
  code: "gone",
  message: "The service principal does not exist any more",
  remedy: "Apply removes the sync from state; correct the configuration, or it will fail to create it again.",
};

/** Terraform replaces it. */
export const TAINTED: StatusProblem = {
  code: "tainted",
  message:
    "Terraform has marked it to be replaced, since its creation did not end well or somebody tainted it",
  remedy: "Apply: it is replaced, and the token pushed.",
};

/** Nothing was pushed yet. */
export const NOT_APPLIED: StatusProblem = {
  code: "not_applied",
  message: "It was imported and not applied yet, so nothing was looked at",
  remedy: "Apply: the token is pushed.",
};

/** Several syncs write to one application. */
export function sharedDestination(others: readonly string[]): StatusProblem {
  return {
    code: "shared_destination",
    message: `${others.join(", ")} ${others.length === 1 ? "writes" : "write"} to the same service principal`,
    remedy: "Keep one of the syncs: each overwrites the other's token.",
  };
}
