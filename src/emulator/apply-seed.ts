import { randomBytes, X509Certificate } from "node:crypto";
import { Problem } from "../core/problem";
import { derivedUuid } from "./derived-uuid";
import type { ServicePrincipalRecord } from "./graph/graph-state";
import { createJob } from "./graph/job-state";
import type { Actor } from "./infisical/infisical-state";
import { openFolder, writeSecret } from "./infisical/write-secret";
import type { ApplicationSeed, Seed } from "./seed";
import type { EmulatorState } from "./state";

const SEEDER: Actor = { actorId: derivedUuid("user:seed"), actorType: "user", name: "seed@contoso.com" };

/** Puts a seed into a state. Throws `invalid_input` when it refers to something that it does not hold. */
export function applySeed(state: EmulatorState, seed: Seed): void {
  for (const app of seed.apps) addApp(state, app);
  for (const application of seed.applications) addApplication(state, application);
  for (const { displayName, servicePrincipalId, appId } of seed.servicePrincipals) {
    const ordinal = state.graph.servicePrincipals.size;
    addServicePrincipal(state, {
      id: servicePrincipalId ?? derivedUuid(`service-principal:${displayName}:${ordinal}`),
      appId: appId ?? derivedUuid(`app:${displayName}:${ordinal}`),
      displayName,
    });
  }
  for (const project of seed.projects) addProject(state, project);
  for (const identity of seed.identities) addIdentity(state, identity);
}

/** Adds an enterprise application: its SCIM endpoint, and its service principal with secrets and a job. */
export function addApplication(state: EmulatorState, seed: ApplicationSeed): ServicePrincipalRecord {
  const token = seed.token ?? `scim.${seed.name}.${randomBytes(18).toString("base64url")}`;
  state.scim.applications.set(seed.name, {
    name: seed.name,
    token,
    tokensIssued: 1,
    users: new Map(),
    groups: new Map(),
  });
  const address = `${state.origin}/scim/${seed.name}/v2`;
  const servicePrincipal = addServicePrincipal(state, {
    id: seed.servicePrincipalId ?? derivedUuid(`service-principal:${seed.name}`),
    appId: seed.appId ?? derivedUuid(`app:${seed.name}`),
    displayName: seed.displayName,
    templates: [{ id: seed.template, factoryTag: seed.factoryTag }],
    connectorAddress: seed.connectorKnowsAddress ? address : null,
  });
  const { secrets, jobs } = servicePrincipal;
  if (seed.baseAddress !== "none") {
    secrets.set("BaseAddress", seed.baseAddress === "application" ? address : seed.baseAddress);
  }
  if (seed.secretToken !== "none") {
    secrets.set("SecretToken", seed.secretToken === "current" ? token : seed.secretToken);
  }
  if (seed.job !== "none") {
    const job = createJob(servicePrincipal, seed.template);
    job.schedule = seed.job;
    if (seed.job === "Paused") job.code = "Paused";
    jobs.push(job);
  }
  return servicePrincipal;
}

/** Adds a service principal; without templates it cannot be provisioned. */
export function addServicePrincipal(
  state: EmulatorState,
  given: Pick<ServicePrincipalRecord, "id" | "appId" | "displayName"> &
    Partial<Pick<ServicePrincipalRecord, "templates" | "connectorAddress">>,
): ServicePrincipalRecord {
  const templates = given.templates ?? [];
  const servicePrincipal: ServicePrincipalRecord = {
    id: given.id,
    appId: given.appId,
    displayName: given.displayName,
    accountEnabled: true,
    servicePrincipalType: "Application",
    tags:
      templates.length === 0
        ? ["WindowsAzureActiveDirectoryIntegratedApp"]
        : [
            "WindowsAzureActiveDirectoryIntegratedApp",
            "WindowsAzureActiveDirectoryCustomSingleSignOnApplication",
          ],
    templates,
    connectorAddress: given.connectorAddress ?? null,
    secrets: new Map(),
    jobs: [],
    hiddenReads: 0,
    hiddenUntil: 0,
  };
  state.graph.servicePrincipals.set(servicePrincipal.id, servicePrincipal);
  return servicePrincipal;
}

function addApp(state: EmulatorState, seed: Seed["apps"][number]): void {
  const objectId = derivedUuid(`service-principal:${seed.clientId}`);
  state.entra.apps.set(seed.clientId, {
    clientId: seed.clientId,
    objectId,
    displayName: seed.displayName,
    secrets: seed.secrets.map((value) => ({ value, expiresAt: null })),
    certificates: seed.certificates.map(readCertificate),
    federatedCredentials: [...seed.federatedCredentials],
    roles: [...seed.roles],
    owns: new Set(seed.owns),
    disabled: false,
    blockedByConditionalAccess: false,
  });
  addServicePrincipal(state, { id: objectId, appId: seed.clientId, displayName: seed.displayName });
}

/** A certificate from PEM; `invalid_input` when it is none. */
export function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Problem("invalid_input", {
      summary: "A certificate cannot be read",
      detail: "A certificate of an app registration has to be one X.509 certificate in PEM.",
    });
  }
}

function addProject(state: EmulatorState, seed: Seed["projects"][number]): void {
  const project = { id: seed.id, slug: seed.slug, environments: new Map() };
  state.infisical.projects.set(seed.id, project);
  for (const [environment, folders] of Object.entries(seed.environments)) {
    openFolder(project, environment, "/");
    for (const [path, secrets] of Object.entries(folders)) {
      openFolder(project, environment, path);
      for (const [key, value] of Object.entries(secrets)) {
        writeSecret(state, { project: seed.id, environment, path, key }, secretValueOf(state, value), SEEDER);
      }
    }
  }
  for (const { environment, path, fromEnvironment, fromPath } of seed.imports) {
    openFolder(project, environment, path).imports.push({ environment: fromEnvironment, path: fromPath });
  }
}

function secretValueOf(state: EmulatorState, value: string | { readonly tokenOf: string }): string {
  if (typeof value === "string") return value;
  const application = state.scim.applications.get(value.tokenOf);
  if (application !== undefined) return application.token;
  throw new Problem("invalid_input", {
    summary: "The emulator's seed is not valid",
    detail: `A secret takes the token of the application "${value.tokenOf}", which the seed does not have.`,
  });
}

function addIdentity(state: EmulatorState, seed: Seed["identities"][number]): void {
  const permissions = new Map<string, Seed["identities"][number]["permissions"]>();
  for (const permission of seed.permissions) {
    permissions.set(permission.project, [...(permissions.get(permission.project) ?? []), permission]);
  }
  state.infisical.identities.set(seed.id, {
    id: seed.id,
    name: seed.name,
    universalAuth: seed.universalAuth,
    oidcAuth: seed.oidcAuth,
    kubernetesAuth: seed.kubernetesAuth,
    azureAuth: seed.azureAuth,
    permissions,
    accessTokenTtlSeconds: seed.accessTokenTtlSeconds,
    accessTokenMaxTtlSeconds: seed.accessTokenTtlSeconds,
    accessTokenUsesLimit: seed.accessTokenUsesLimit,
    failures: 0,
    lastFailureAt: 0,
    lockedUntil: 0,
  });
}
