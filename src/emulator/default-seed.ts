import { derivedUuid } from "./derived-uuid";
import { AZURE_DEVOPS_ISSUER, GITHUB_ISSUER, KUBERNETES_ISSUER } from "./entra/identity-token";
import { AZURE_DEVOPS_SUBJECT, GITHUB_SUBJECT } from "./entra/oidc-api";
import { resolveSeed, type Seed, type SeedInput } from "./seed";

/** The tenant's id. */
export const TENANT_ID = "7e4a4700-0000-4000-8000-000000000001";
/** A verified domain of the tenant. */
export const TENANT_DOMAIN = "contoso.onmicrosoft.com";
/** The app registration that pushes: `Synchronization.ReadWrite.All` and `Application.Read.All`. */
export const CLIENT_ID = "c11e4700-0000-4000-8000-000000000001";
/** Its client secret, also in Infisical as `ENTRA_CLIENT_SECRET`. */
export const CLIENT_SECRET = "emulated~entra-client-secret~9GvQ2uT7";
/** The service connection of the emulated Azure DevOps. */
export const SERVICE_CONNECTION_ID = "5c000000-0000-4000-8000-000000000001";
/** The Infisical project. */
export const PROJECT_ID = "94013c70-0000-4000-8000-000000000001";
/** The machine identity: it reads everything in the project. */
export const IDENTITY_ID = "1de47170-0000-4000-8000-000000000001";
/** Client id of its universal auth. */
export const IDENTITY_CLIENT_ID = "1de47170-0000-4000-8000-0000000000ca";
/** Client secret of its universal auth. */
export const IDENTITY_CLIENT_SECRET = "emulated-infisical-client-secret-4Rk8wZ";
/** Subject of the Kubernetes service account that may log in. */
export const KUBERNETES_SUBJECT = "system:serviceaccount:infra:terraform";
/** Environments of the project; each has `/azure` and `/scim`. */
export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;

/** Object ids of the service principals that have names of their own. */
export const SERVICE_PRINCIPALS = {
  /** Custom template `scim`, a job on schedule, no token yet. */
  servicenow: "5e4b1ce0-0000-4000-8000-000000000001",
  /** Gallery template `Slack`, a job that was never started, no token yet. */
  slack: "5e4b1ce0-0000-4000-8000-000000000002",
  /** Gallery template `dataBricks`, a job on schedule, no token yet. */
  databricks: "5e4b1ce0-0000-4000-8000-000000000003",
  /** An app registration's own: cannot be provisioned. */
  internalApi: "5e4b1ce0-0000-4000-8000-000000000004",
  /** One of two with the display name "Reporting". */
  reporting: "5e4b1ce0-0000-4000-8000-000000000005",
  /** The other "Reporting". */
  reportingCopy: "5e4b1ce0-0000-4000-8000-000000000006",
} as const;

/** Keys in `/scim` that hold the tokens of the applications. */
export const TOKEN_KEYS = {
  servicenow: "SERVICENOW_SCIM_TOKEN",
  slack: "SLACK_SCIM_TOKEN",
  databricks: "DATABRICKS_SCIM_TOKEN",
} as const;

const FILLERS = 130;
const NOTHING: Seed = {
  tenant: { id: TENANT_ID, displayName: "Contoso", domains: [TENANT_DOMAIN, "contoso.com"] },
  managedIdentity: CLIENT_ID,
  apps: [],
  applications: [],
  servicePrincipals: [],
  projects: [],
  identities: [],
};

/**
 * What the emulator starts with: one tenant, one app, three applications with SCIM endpoints, enough further service
 * principals to page through, and an Infisical project whose secrets hold the app's secret and the applications'
 * current tokens. Ids are constants; the applications' tokens are random.
 */
export function defaultSeed(): Seed {
  return resolveSeed(
    {
      apps: [pushingApp()],
      applications: applications(),
      servicePrincipals: [
        { displayName: "Internal API", servicePrincipalId: SERVICE_PRINCIPALS.internalApi },
        { displayName: "Reporting", servicePrincipalId: SERVICE_PRINCIPALS.reporting },
        { displayName: "Reporting", servicePrincipalId: SERVICE_PRINCIPALS.reportingCopy },
        ...Array.from({ length: FILLERS }, (_, index) => ({
          displayName: `Workload ${String(index + 1).padStart(3, "0")}`,
        })),
      ],
      projects: [
        {
          id: PROJECT_ID,
          slug: "platform",
          environments: Object.fromEntries(ENVIRONMENTS.map((environment) => [environment, folders()])),
        },
      ],
      identities: [readingIdentity()],
    },
    NOTHING,
  );
}

function pushingApp(): NonNullable<SeedInput["apps"]>[number] {
  const audience = "api://AzureADTokenExchange";
  return {
    clientId: CLIENT_ID,
    displayName: "entrascim",
    secrets: [CLIENT_SECRET],
    roles: ["Synchronization.ReadWrite.All", "Application.Read.All"],
    federatedCredentials: [
      { issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience },
      { issuer: AZURE_DEVOPS_ISSUER, subject: `${AZURE_DEVOPS_SUBJECT}/${SERVICE_CONNECTION_ID}`, audience },
      { issuer: KUBERNETES_ISSUER, subject: KUBERNETES_SUBJECT, audience },
    ],
  };
}

function applications(): NonNullable<SeedInput["applications"]> {
  return [
    { name: "servicenow", displayName: "ServiceNow", servicePrincipalId: SERVICE_PRINCIPALS.servicenow },
    {
      name: "slack",
      displayName: "Slack",
      servicePrincipalId: SERVICE_PRINCIPALS.slack,
      template: "Slack",
      job: "Disabled",
    },
    {
      name: "databricks",
      displayName: "Azure Databricks SCIM Provisioning Connector",
      servicePrincipalId: SERVICE_PRINCIPALS.databricks,
      template: "dataBricks",
      factoryTag: "dataBricks",
    },
  ];
}

function folders() {
  return {
    "/azure": { ENTRA_CLIENT_SECRET: CLIENT_SECRET },
    "/scim": {
      [TOKEN_KEYS.servicenow]: { tokenOf: "servicenow" },
      [TOKEN_KEYS.slack]: { tokenOf: "slack" },
      [TOKEN_KEYS.databricks]: { tokenOf: "databricks" },
    },
  };
}

function readingIdentity(): NonNullable<SeedInput["identities"]>[number] {
  return {
    id: IDENTITY_ID,
    name: "terraform",
    universalAuth: { clientId: IDENTITY_CLIENT_ID, clientSecrets: [IDENTITY_CLIENT_SECRET] },
    oidcAuth: { issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: "https://github.com/contoso" },
    kubernetesAuth: {
      issuer: KUBERNETES_ISSUER,
      subject: KUBERNETES_SUBJECT,
      audience: "https://kubernetes.default.svc",
    },
    azureAuth: {
      resource: "https://management.azure.com/",
      objectIds: [derivedUuid(`service-principal:${CLIENT_ID}`)],
    },
    permissions: [{ project: PROJECT_ID }],
  };
}
