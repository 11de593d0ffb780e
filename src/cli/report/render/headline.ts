import { counted } from "../../text/counted";
import { someOf } from "../../text/some-of";
import { type SyncAction, syncActions } from "../classify-sync";
import type { ConnectionReport, GateResult, Report, SyncReport } from "../report-schema";

/** How each action is called, as a label and in a count. */
export const ACTION_WORDS: Readonly<
  Record<SyncAction, { readonly label: string; readonly counted: string }>
> = {
  destroy: { label: "Destroy", counted: "destroyed" },
  forget: { label: "Forget", counted: "forgotten" },
  retarget: { label: "Retarget", counted: "retargeted" },
  replace: { label: "Replace", counted: "replaced" },
  create: { label: "Create", counted: "created" },
  push: { label: "Push", counted: "pushed" },
  update: { label: "Update", counted: "updated" },
  none: { label: "Unchanged", counted: "unchanged" },
};

/** What syncs come to, in the order of weight: `1 destroyed, 3 pushed, 12 unchanged`. */
export function headline({ summary }: Report): string {
  const counts = actionCounts((action) => summary.actions[action]);
  return counts.length === 0
    ? "no syncs"
    : counts.map(({ count, counted }) => `${count} ${counted}`).join(", ");
}

/** How often there is each action that there is, in the order of weight. */
export function actionCounts(
  countOf: (action: SyncAction) => number,
): readonly { readonly count: number; readonly counted: string }[] {
  return syncActions
    .map((action) => ({ count: countOf(action), counted: ACTION_WORDS[action].counted }))
    .filter(({ count }) => count > 0);
}

/** Syncs that a person has to see: all but those that neither change nor have a warning. */
export function notable({ syncs }: Report): readonly SyncReport[] {
  return syncs.filter(
    (sync) =>
      sync.action !== "none" || sync.warnings.length > 0 || sync.previous_address !== null || sync.imported,
  );
}

/** Connections that change, or have a warning. */
export function notableConnections({ connections }: Report): readonly ConnectionReport[] {
  return connections.filter(
    ({ action, warnings, previous_address: previous }) =>
      action !== "none" || warnings.length > 0 || previous !== null,
  );
}

/** What a report says below everything else, in sentences. */
export function remarks(report: Report): readonly string[] {
  const { other_changes: others, other_diagnostics: diagnostics } = report.summary;
  const passed = report.gates.filter((gate) => gate.passed).map(({ gate }) => gate);
  const creates = report.summary.actions.create + report.summary.actions.retarget;
  return [
    ...(others === 0 ? [] : [`${counted(others, "change")} of other resources: see the plan itself.`]),
    ...(diagnostics.errors === 0
      ? []
      : [`${counted(diagnostics.errors, "error")} of Terraform or other providers: see its log.`]),
    ...(diagnostics.warnings === 0
      ? []
      : [`${counted(diagnostics.warnings, "warning")} of Terraform or other providers: see its log.`]),
    ...(report.log || creates === 0
      ? []
      : ["Without the provider's log (--log) it is not known whether a token that is there is overwritten."]),
    ...(passed.length === 0 ? [] : [`Gates that passed: ${passed.join(", ")}.`]),
    ...(report.plan.complete === false ? ["The plan is partial: another plan has to follow."] : []),
  ];
}

/** How a sync is checked and how its application is, as labels: `validation strict`, `in quarantine`. */
export function stateLabels(sync: SyncReport): readonly string[] {
  const { validation, auto_sync_enabled: auto, provisioning_job: job, on_destroy: onDestroy } = sync;
  const isQuarantined = job?.status === "Quarantine";
  return [
    ...(validation === null ? [] : [`validation ${validation}`]),
    ...(auto === false ? ["auto sync off"] : []),
    ...(onDestroy === "clear" ? ["on_destroy clear"] : []),
    ...(job?.status == null ? [] : [isQuarantined ? "in quarantine" : `job ${job.status}`]),
  ];
}

/** A gate that did not pass, in a sentence. */
export function failureInWords({ gate, because }: GateResult): string {
  return `Gate ${gate} did not pass: ${someOf(because)}`;
}
