import { parseConnection } from "../terraform/sync-attributes";
import { attributeChanges } from "./attribute-changes";
import type { PlannedChange } from "./plan/read-plan";
import { after, before, type PlanContext } from "./plan-context";
import type { ConnectionReport, Warning } from "./report-schema";
import { listInWords, signInOf } from "./words";

const DECLARED = ["name", "description", "tenant_id", "client_id", "cloud", "auth"];

/** What a plan does with one connection. Pure. */
export function describeConnection(change: PlannedChange, context: PlanContext): ConnectionReport {
  const known = parseConnection(before(change));
  const shown = change.after === null ? known : parseConnection(after(change));
  const action = actionOf(change.actions);
  const changed =
    change.before === null || change.after === null
      ? []
      : [
          ...new Set(
            attributeChanges(DECLARED, change.before, change.after, change.unknown).map(({ path }) =>
              path.startsWith("auth") ? "auth" : path,
            ),
          ),
        ];
  const refused = change.before !== null && known.status === "refused";
  const warnings: readonly Warning[] = refused
    ? [
        {
          code: "connection_refused",
          message: context.redact(known.status_message ?? "Its last sign-in was refused."),
          address: change.address,
        },
      ]
    : [];
  return {
    address: change.address,
    previous_address: change.previousAddress,
    name: shown.name,
    action,
    changed,
    why: inWords(action, changed, refused),
    tenant_id: shown.tenant_id,
    client_id: shown.client_id,
    sign_in: signInOf(shown),
    status: change.before === null ? null : known.status,
    warnings: [...warnings],
  };
}

function actionOf(actions: readonly string[]): ConnectionReport["action"] {
  const does = (action: string) => actions.includes(action);
  if (does("create")) return does("delete") || does("forget") ? "replace" : "create";
  if (does("delete")) return "destroy";
  if (does("forget")) return "forget";
  return does("update") ? "update" : "none";
}

function inWords(action: ConnectionReport["action"], changed: readonly string[], refused: boolean): string {
  switch (action) {
    case "create":
      return "Created: the apply signs in with it.";
    case "destroy":
      return "Destroyed: nothing in Entra changes.";
    case "forget":
      return "Taken out of state only.";
    case "replace":
      return `Replaced: ${changed.length === 0 ? "nothing in Entra changes" : listInWords(changed)}.`;
    case "update":
      if (changed.length > 0) return `Updated: ${listInWords(changed)}.`;
      return refused ? "The apply tries again to sign in." : "Updated.";
    case "none":
      return "Unchanged.";
  }
}
