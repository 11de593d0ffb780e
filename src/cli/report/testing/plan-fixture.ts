import type { PlannedChange } from "../plan/read-plan";

/** Attributes of a sync that is as it should be; parts may be replaced. */
export function syncAttributes(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: "servicenow-scim",
    description: null,
    id: "5e4b1ce0-0000-4000-8000-000000000001",
    source: {
      project_id: "p1",
      environment: "prod",
      secret_path: "/scim",
      secret_key: "SERVICENOW_SCIM_TOKEN",
      version: null,
    },
    destination: destination(),
    token_wo: null,
    token_wo_version: null,
    initial_sync_behavior: "overwrite-destination",
    auto_sync_enabled: true,
    validation: "standard",
    recover_from_quarantine: true,
    on_destroy: "retain",
    plan_checks: "error",
    sync_trigger: null,
    timeouts: null,
    ...observed(),
    ...parts,
  };
}

/** What refresh saw of a sync that is as it should be: the computed half. */
function observed(): Record<string, unknown> {
  return {
    service_principal_display_name: "ServiceNow",
    destination_base_address: "https://example.service-now.com/api/scim",
    source_version: 4,
    source_secret_id: "s1",
    source_updated_at: "2026-11-01T09:00:00.000Z",
    source_updated_by: "ada@contoso.com",
    synced_version: 4,
    synced_secret_id: "s1",
    last_synced_at: "2026-11-01T10:00:00.000Z",
    sync_status: "synced",
    sync_message: null,
    provisioning_job: {
      id: "j1",
      template_id: "scim",
      status: "Active",
      quarantine_reason: null,
      next_attempt: null,
    },
  };
}

/** A destination; parts may be replaced, those of its connection under `connection`. */
export function destination(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    service_principal_id: "5e4b1ce0-0000-4000-8000-000000000001",
    base_address: null,
    connection: connectionValues(),
    ...parts,
  };
}

/** What a sync has of its connection. */
export function connectionValues(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    tenant_id: "7e4a4700-0000-4000-8000-000000000001",
    client_id: "c11e4700-0000-4000-8000-000000000001",
    cloud: "public",
    auth: {
      client_secret: {
        project_id: null,
        environment: "prod",
        secret_path: "/azure",
        secret_key: "ENTRA_CLIENT_SECRET",
      },
      client_certificate: null,
      workload_identity: null,
      managed_identity: null,
      azure_cli: null,
    },
    ...parts,
  };
}

/** A change as `terraform show -json` writes it. */
export type ChangeJson = Record<string, unknown> & {
  readonly address: string;
  readonly change: Record<string, unknown>;
};

/** A change of a sync from one value to another; what a push leaves open is unknown when `sends`. */
export function syncChange(
  label: string,
  actions: readonly string[],
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
  more: { readonly sends?: boolean; readonly change?: object; readonly resource?: object } = {},
): ChangeJson {
  const sends = more.sends ?? actions.includes("create");
  return {
    address: `entrascim_sync.${label}`,
    mode: "managed",
    type: "entrascim_sync",
    name: label,
    provider_name: "registry.terraform.io/entrascim/entrascim",
    change: {
      actions,
      before,
      after: after !== null && sends ? pushed(after) : after,
      after_unknown: after !== null && sends ? OPEN : {},
      before_sensitive: before === null ? false : { token_wo: true },
      after_sensitive: after === null ? false : { token_wo: true },
      ...more.change,
    },
    ...more.resource,
  };
}

const OPEN: Readonly<Record<string, unknown>> = {
  destination_base_address: true,
  source_version: true,
  source_secret_id: true,
  source_updated_at: true,
  source_updated_by: true,
  synced_version: true,
  synced_secret_id: true,
  last_synced_at: true,
  provisioning_job: true,
};

/** The value that a push plans: open attributes are left out, as Terraform does. */
function pushed(after: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(after).filter(([name]) => !(name in OPEN));
  return { ...Object.fromEntries(known), sync_status: "synced", sync_message: null };
}

/** A connection that stays as it is, or another change of one. */
export function connectionChange(
  label: string,
  parts: Record<string, unknown> = {},
  change: object = {},
): ChangeJson {
  const value = {
    name: "entra-prod",
    id: "x",
    status: "ok",
    status_message: null,
    ...connectionValues(),
    ...parts,
  };
  return {
    address: `entrascim_connection.${label}`,
    mode: "managed",
    type: "entrascim_connection",
    name: label,
    provider_name: "registry.terraform.io/entrascim/entrascim",
    change: { actions: ["no-op"], before: value, after: value, after_unknown: {}, ...change },
  };
}

/** A plan with these changes. */
export function planJson(
  changes: readonly Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    timestamp: "2026-11-24T10:44:18Z",
    applyable: true,
    complete: true,
    errored: false,
    planned_values: {},
    resource_changes: changes,
    ...more,
  };
}

/** A rotation: Infisical holds version 7, changed by somebody, and 4 was pushed. */
export function rotatedSync(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return syncAttributes({
    source_version: 7,
    source_updated_at: "2026-11-20T08:30:00.000Z",
    source_updated_by: "grace@contoso.com",
    sync_status: "rotated",
    sync_message:
      "Infisical holds version 7 (changed by grace@contoso.com at 2026-11-20T08:30:00.000Z); version 4 was pushed",
    ...parts,
  });
}

/** The same change as `readPlan` gives it. */
export function planned(json: ChangeJson): PlannedChange {
  const { change } = json;
  return {
    address: json.address,
    previousAddress: null,
    deposed: false,
    actions: change.actions as readonly string[],
    actionReason: null,
    importing: change.importing !== undefined,
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    beforeMask: change.before_sensitive,
    afterMask: change.after_sensitive,
  };
}
