import type { Diagnostics } from "../../framework/diagnostics";
import type { State } from "../../framework/infer";
import { tellsElsewhere } from "../../sync/base-address";
import type { SyncSchema } from "./sync-plan";

/**
 * What a plan that sends nothing tells of a sync that is not as it should be: a newer version with auto sync off or
 * than the one that is pinned, a secret that is gone, a tenant URL that somebody changed, an application that cannot be
 * read.
 */
export function warnOfStanding(state: State<SyncSchema>, diagnostics: Diagnostics): void {
  const remedy = state.sync_status === null ? undefined : REMEDIES[state.sync_status];
  if (remedy === undefined) {
    warnOfOldPin(state, diagnostics);
    return;
  }
  diagnostics.warning(
    remedy.summary,
    `Sync ${state.name ?? state.id ?? "(unnamed)"}: ${state.sync_message ?? state.sync_status}. ${remedy.detail}`,
    remedy.path,
  );
}

/** A pin is meant, so it changes nothing; but whoever raises it by pull request has to hear that there is something to. */
function warnOfOldPin({ name, source, source_version }: State<SyncSchema>, diagnostics: Diagnostics): void {
  const pin = source?.version ?? null;
  if (pin === null || source_version === null || source_version <= pin) return;
  diagnostics.warning(
    "A newer version than the pinned one is there",
    `Sync ${name ?? "(unnamed)"}: version ${pin} is pinned, and Infisical holds version ${source_version}. Raise source.version to push it.`,
    ["source", "version"],
  );
}

/** What a plan that sends the token tells of where it would go: whoever reads the plan decides about that. */
export function warnOfAddress(
  { name, sync_message }: State<SyncSchema>,
  managesBaseAddress: boolean,
  diagnostics: Diagnostics,
): void {
  if (managesBaseAddress || !tellsElsewhere(sync_message)) return;
  diagnostics.warning(
    ADDRESS_CHANGED.summary,
    `Sync ${name ?? "(unnamed)"}: ${sync_message}. The token of this plan is sent there. ${SET_BACK}`,
    ADDRESS_CHANGED.path,
  );
}

interface Remedy {
  readonly summary: string;
  readonly detail: string;
  readonly path?: readonly string[];
}

const MANUAL = "auto_sync_enabled is false, so nothing is pushed. Change sync_trigger to push.";

const SET_BACK = "Set it back, or manage it with destination.base_address.";
const ADDRESS_CHANGED = {
  summary: "The tenant URL was changed in Entra",
  detail: `Whoever can edit it is sent the next token. ${SET_BACK}`,
  path: ["destination"],
} satisfies Remedy;

const REMEDIES: Readonly<Record<string, Remedy>> = {
  rotated: { summary: "A newer token is waiting", detail: MANUAL, path: ["sync_trigger"] },
  secret_replaced: { summary: "A newer token is waiting", detail: MANUAL, path: ["sync_trigger"] },
  token_missing: { summary: "The application has no token", detail: MANUAL, path: ["sync_trigger"] },
  secret_missing: {
    summary: "The secret does not exist any more",
    detail:
      "The token that was pushed goes on working. Restore the secret, or name the one that holds the token now.",
    path: ["source", "secret_key"],
  },
  base_address_changed: ADDRESS_CHANGED,
};
