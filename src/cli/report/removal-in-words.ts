import type { SyncReport } from "./report-schema";

/** What becomes of the token at an application that a sync leaves. */
export type TokenFate = NonNullable<SyncReport["previous_token"]>;

/** Terraform's reason for deleting, in words. */
export function deletionInWords(reason: string | null): string {
  switch (reason) {
    case "delete_because_no_resource_config":
      return "Destroyed: it is no longer in the configuration.";
    case "delete_because_no_module":
      return "Destroyed: its module is no longer in the configuration.";
    case "delete_because_count_index":
    case "delete_because_each_key":
    case "delete_because_wrong_repetition":
      return "Destroyed: count or for_each no longer has it.";
    case "delete_because_no_move_target":
      return "Destroyed: a moved block leads to nothing.";
    default:
      return "Destroyed.";
  }
}

/** Terraform's reason for replacing, in words. */
export function replacementInWords(reason: string | null): string {
  switch (reason) {
    case "replace_because_tainted":
      return "Replaced: the last apply of it failed, or it was tainted.";
    case "replace_by_request":
      return "Replaced: -replace asks for it.";
    case "replace_by_triggers":
      return "Replaced: replace_triggered_by asks for it.";
    default:
      return "Replaced: a change cannot be made in place.";
  }
}

/** What becomes of the token, in a sentence. */
export function fateInWords(fate: TokenFate, application: string, why: string | null): string {
  switch (fate) {
    case "cleared":
      return `Its token is cleared from ${application}, which stops provisioning.`;
    case "none":
      return "It never pushed a token, so none is removed.";
    case "retained":
      return `Its token stays on ${application}${why === null ? ", which goes on provisioning" : `: ${why}`}.`;
  }
}
