import type { Plain } from "../../../src/provider/testing/simulated-terraform";
import { APP, CLIENT, CREDENTIAL_KEY, PRINCIPAL, PROJECT, TENANT, TOKEN_KEY } from "./golden-answer";
import { PLANTED } from "./planted";

/** A provider block that says almost everything. */
export const PROVIDER: Plain = {
  infisical: {
    host: "https://infisical.example",
    project_id: PROJECT,
    organization_slug: "org",
    auth: { universal: { client_id: "machine", client_secret: PLANTED.infisicalSecret } },
  },
  azure: {
    tenant_id: TENANT,
    client_id: CLIENT,
    client_secret: PLANTED.clientSecret,
    use_cli: false,
    cloud: "public",
  },
  http: { max_retries: 2, request_timeout: "10s", max_concurrency: 4 },
};

const kept = { environment: "prod", secret_path: "/azure", secret_key: CREDENTIAL_KEY };
const signIn = { tenant_id: TENANT, client_id: CLIENT, cloud: "public" };

/** Connections with each way to sign in that asks no other program. */
export const CONNECTIONS: readonly Plain[] = [
  { ...signIn, auth: { client_secret: { ...kept, project_id: PROJECT } } },
  { ...signIn, auth: { client_certificate: { ...kept, password_key: "PASSWORD" } } },
  { ...signIn, auth: { client_certificate: { path: "/nowhere/certificate.pem" } } },
  { ...signIn, auth: { workload_identity: {} } },
  { ...signIn, auth: null },
];

/** Configurations of both resources; what the second has is an update of the first. */
export const RESOURCES: readonly { readonly type: string; readonly config: readonly [Plain, Plain] }[] = [
  ...CONNECTIONS.map((connection) => ({
    type: "entrascim_connection",
    config: [
      { name: "entra-prod", description: "d", ...connection },
      { name: "entra-prod", description: null, ...connection, cloud: "china", timeouts: { update: "1m" } },
    ] as const,
  })),
  {
    type: "entrascim_sync",
    config: [
      {
        name: "servicenow-scim",
        description: "d",
        sync_trigger: "1",
        validation: "strict",
        on_destroy: "clear",
        source: { project_id: PROJECT, environment: "prod", secret_path: "/scim", secret_key: TOKEN_KEY },
        destination: {
          connection: CONNECTIONS[0],
          service_principal_id: PRINCIPAL,
          base_address: "https://scim.example/v2",
        },
        timeouts: { create: "5m", update: "5m", delete: "1m" },
      },
      {
        name: "servicenow-scim",
        sync_trigger: "2",
        source: { environment: "prod", secret_path: "/scim", secret_key: TOKEN_KEY, version: 2 },
        destination: { connection: CONNECTIONS[3], service_principal_id: PRINCIPAL },
      },
    ],
  },
  {
    type: "entrascim_sync",
    config: [
      {
        name: "from-a-vault",
        token_wo: PLANTED.writeOnlyToken,
        token_wo_version: 1,
        plan_checks: "warn",
        auto_sync_enabled: false,
        recover_from_quarantine: true,
        destination: { connection: CONNECTIONS[0], service_principal_id: PRINCIPAL },
      },
      {
        name: "from-a-vault",
        token_wo: PLANTED.writeOnlyToken,
        token_wo_version: 2,
        validation: "off",
        destination: { connection: CONNECTIONS[0], service_principal_id: APP },
      },
    ],
  },
];

/** Configurations of every data source. */
export const DATA_SOURCES: readonly { readonly type: string; readonly config: Plain }[] = [
  { type: "entrascim_service_principals", config: { connection: CONNECTIONS[0], search: "service" } },
  { type: "entrascim_service_principals", config: { with_provisioning: false } },
  { type: "entrascim_service_principal", config: { connection: CONNECTIONS[3], object_id: PRINCIPAL } },
  { type: "entrascim_service_principal", config: { app_id: APP } },
  { type: "entrascim_service_principal", config: { display_name: "ServiceNow" } },
  {
    type: "entrascim_secret",
    config: { project_id: PROJECT, environment: "prod", secret_path: "/scim", secret_key: TOKEN_KEY },
  },
  {
    type: "entrascim_provisioning_status",
    config: { connection: CONNECTIONS[0], service_principal_id: PRINCIPAL },
  },
];
