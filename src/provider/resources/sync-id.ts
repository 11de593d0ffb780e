import { Problem } from "../../core/problem";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What an import id names. */
export interface SyncId {
  /** Null when the id names the service principal alone. */
  readonly tenantId: string | null;
  readonly servicePrincipalId: string;
}

/** Reads `[<tenant_id>/]<service_principal_id>`. Throws `invalid_input` that says how an id looks. */
export function parseSyncId(id: string): SyncId {
  const parts = id.split("/");
  const servicePrincipalId = parts.at(-1) ?? "";
  const tenantId = parts.length === 2 ? (parts[0] ?? "") : null;
  if (parts.length > 2 || tenantId === "" || !UUID.test(servicePrincipalId)) {
    throw new Problem("invalid_input", {
      summary: "The import id is not valid",
      detail: `Expected [<tenant_id>/]<service_principal_id>, such as 00000000-0000-0000-0000-000000000000/11111111-1111-1111-1111-111111111111, and got "${id.slice(0, 120)}". The second part is the object id of the enterprise application.`,
    });
  }
  return { tenantId, servicePrincipalId };
}
