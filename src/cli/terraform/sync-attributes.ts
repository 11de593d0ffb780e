import { z } from "zod";
import type { Connection, Sync } from "../../sync/model";

/** Type of the resource that is a sync. */
export const SYNC_TYPE = "entrascim_sync";
/** Type of the resource that is a connection. */
export const CONNECTION_TYPE = "entrascim_connection";

/** A connection as state and plan hold it. */
export interface ConnectionAttributes extends Connection {
  readonly name: string | null;
  /** `ok` or `refused`. */
  readonly status: string | null;
  readonly status_message: string | null;
}

/**
 * Attributes of an `entrascim_sync` as state and plan hold them. What is absent, or of another type than it has
 * today, is null: the JSON may come from another version of the provider, and plans leave out what is not known yet.
 */
export function parseSync(attributes: unknown): Sync {
  return sync.parse(attributes ?? {});
}

/** Attributes of an `entrascim_connection`, as tolerant as {@link parseSync}. */
export function parseConnection(attributes: unknown): ConnectionAttributes {
  return connectionResource.parse(attributes ?? {});
}

/** What is the same for two connections that reach one tenant in one way; letter case makes no difference. */
export function connectionKey({ tenant_id, client_id, cloud, auth }: Connection): string {
  return JSON.stringify([tenant_id, client_id, cloud, auth]).toLowerCase();
}

const text = z.string().nullable().catch(null);
const number = z.number().nullable().catch(null);
const flag = z.boolean().nullable().catch(null);
const block = <T extends z.ZodRawShape>(shape: T) => z.object(shape).nullable().catch(null);

const secret = { project_id: text, environment: text, secret_path: text, secret_key: text };

const connection = {
  tenant_id: text,
  client_id: text,
  cloud: text,
  auth: block({
    client_secret: block(secret),
    client_certificate: block({ ...secret, path: text, password_key: text }),
    workload_identity: block({ token_file_path: text }),
    managed_identity: block({}),
    azure_cli: block({}),
  }),
};

const connectionResource = z
  .object({ ...connection, name: text, status: text, status_message: text })
  .catch(() => parseConnection({}));

const sync = z
  .object({
    id: text,
    name: text,
    description: text,
    source: block({ ...secret, version: number }),
    token_wo_version: number,
    destination: block({
      connection: block(connection),
      service_principal_id: text,
      base_address: text,
    }),
    auto_sync_enabled: flag,
    validation: text,
    recover_from_quarantine: flag,
    on_destroy: text,
    plan_checks: text,
    sync_trigger: text,
    service_principal_display_name: text,
    destination_base_address: text,
    source_version: number,
    source_secret_id: text,
    source_updated_at: text,
    source_updated_by: text,
    synced_version: number,
    synced_secret_id: text,
    last_synced_at: text,
    sync_status: text,
    sync_message: text,
    provisioning_job: block({
      id: text,
      template_id: text,
      status: text,
      quarantine_reason: text,
      next_attempt: text,
    }),
  })
  .catch(() => parseSync({}));
