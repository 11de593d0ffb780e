import type { Connection, Sync } from "../../sync/model";
import { placeInWords } from "../secret-place";
import type { ApplicationReport, UsedConnection, WarningCode } from "./report-schema";

/** An application as a sentence names it. */
export function applicationInWords(application: ApplicationReport | null): string {
  if (application?.display_name != null) return application.display_name;
  const id = application?.service_principal_id ?? null;
  return id === null ? "an application known after apply" : `service principal ${id}`;
}

/** Version, author and time of what Infisical holds: `, changed by ada on 2026-01-02 03:04 UTC`; empty when not known. */
export function changedInWords({ source_updated_by: by, source_updated_at: at }: Sync): string {
  const parts = [by === null ? "" : ` by ${by}`, at === null ? "" : ` on ${timeInWords(at)}`].join("");
  return parts === "" ? "" : `, changed${parts}`;
}

/** An RFC 3339 time to the minute; another text as it is. */
export function timeInWords(time: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/.exec(time);
  return match === null ? time : `${match[1]} ${match[2]} UTC`;
}

/** Where a token lies: `prod:/scim/SERVICENOW_TOKEN`. */
export function sourceInWords(source: Parameters<typeof placeInWords>[0]): string {
  return placeInWords(source, UNKNOWN);
}

/** A connection as a sentence names it; null when it is not known. */
export function connectionInWords(connection: UsedConnection | null): string | null {
  return connection?.name ?? connection?.tenant_id ?? null;
}

/** A code of a warning, as gates and people write it. */
export function warningInWords(code: WarningCode): string {
  return code.replaceAll("_", "-");
}

/** How a connection signs in, by the name of the block that says so; null as the provider does. */
export function signInOf({ auth }: Connection): string | null {
  return Object.entries(auth ?? {}).find(([, branch]) => branch !== null)?.[0] ?? null;
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Ends a text as a sentence does. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What stands for a value that is known after apply only, as Terraform prints it. */
export const UNKNOWN = "(known after apply)";
