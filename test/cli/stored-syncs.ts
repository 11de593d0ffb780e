import type { AddedApplication } from "../../src/emulator/control/control";
import { CLIENT_ID, PROJECT_ID, TENANT_ID } from "../../src/emulator/default-seed";

/** How a state's syncs sign in. */
export interface StoredConnection {
  readonly client_id: string | null;
  readonly auth: object | null;
}

/** The seed's app, whose secret lies in Infisical. */
export const fromInfisical: StoredConnection = {
  client_id: CLIENT_ID,
  auth: {
    client_secret: {
      project_id: PROJECT_ID,
      environment: "prod",
      secret_path: "/azure",
      secret_key: "ENTRA_CLIENT_SECRET",
    },
    client_certificate: null,
    workload_identity: null,
    managed_identity: null,
    azure_cli: null,
  },
};

/** As the environment says. */
export const fromEnvironment: StoredConnection = { client_id: null, auth: null };

/**
 * A state file as Terraform writes it, with a sync of each application whose first version was pushed. What a
 * thousand syncs look like is so known without applying them.
 */
export function storedSyncs(
  applications: readonly AddedApplication[],
  connectionOf: (index: number) => StoredConnection = () => fromInfisical,
): string {
  const instances = applications.map(({ name, servicePrincipalId, baseAddress, secretKey }, index) => ({
    index_key: name,
    schema_version: 0,
    attributes: {
      id: servicePrincipalId,
      name: `${name}-scim`,
      source: {
        project_id: PROJECT_ID,
        environment: "prod",
        secret_path: "/scim",
        secret_key: secretKey,
        version: null,
      },
      destination: {
        connection: { tenant_id: TENANT_ID, cloud: "public", ...connectionOf(index) },
        service_principal_id: servicePrincipalId,
        base_address: null,
      },
      auto_sync_enabled: true,
      service_principal_display_name: `Display of ${name}`,
      destination_base_address: baseAddress,
      synced_version: 1,
      last_synced_at: "2026-01-01T00:00:00.000Z",
      sync_status: "synced",
    },
    sensitive_attributes: [],
  }));
  return JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "8b1c1f0e-0000-4000-8000-000000000001",
    outputs: {},
    resources: [
      {
        mode: "managed",
        type: "entrascim_sync",
        name: "all",
        provider: 'provider["registry.terraform.io/entrascim/entrascim"]',
        instances,
      },
    ],
  });
}
