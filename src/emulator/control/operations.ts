import { z } from "zod";
import { resolveApplication } from "../seed";
import { faultSchema } from "../traffic/faults";
import { requestMatch } from "../traffic/request-match";
import type { Control } from "./control";

/** One operation of the HTTP control API. */
export interface Operation {
  /** Checks the JSON that was posted, does what it asks, and gives what is answered as JSON. */
  readonly run: (control: Control, input: unknown) => unknown;
}

function operation<T>(shape: z.ZodType<T>, run: (control: Control, input: T) => unknown): Operation {
  return { run: (control, input) => run(control, shape.parse(input)) };
}

const nothing = z.strictObject({});
const servicePrincipal = z.strictObject({ servicePrincipalId: z.string() });
const client = z.strictObject({ clientId: z.string() });
const address = {
  project: z.string().optional(),
  environment: z.string(),
  path: z.string().optional(),
  key: z.string(),
};
const permission = z.strictObject({
  environment: z.string(),
  path: z.string(),
  describe: z.boolean(),
  readValue: z.boolean(),
});
const folder = z.strictObject({ environment: z.string(), path: z.string() });
const federatedCredential = z.strictObject({
  issuer: z.string(),
  subject: z.string(),
  audience: z.string(),
});
const schedule = z.enum(["Active", "Disabled", "Paused"]);
const quarantineReason = z.enum([
  "EncounteredBaseEscrowThreshold",
  "EncounteredTotalEscrowThreshold",
  "EncounteredEscrowProportionThreshold",
  "EncounteredQuarantineException",
  "Unknown",
  "QuarantinedOnDemand",
  "TooManyDeletes",
  "IngestionInterrupted",
]);

/** The HTTP control API: `POST /_control/{name}`. Names and members are those of the methods in `control.ts`. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  inspect: operation(nothing, (control) => control.inspect()),
  requests: operation(nothing, (control) => ({
    requests: control.requests(),
    counts: control.counts(),
    peakConcurrency: control.peakConcurrency(),
  })),
  clearRequests: operation(nothing, (control) => control.clearRequests()),
  violations: operation(nothing, (control) => control.violations()),
  settled: operation(nothing, (control) => control.settled()),

  rotateToken: operation(z.strictObject({ application: z.string() }), (control, { application }) => ({
    token: control.rotateToken(application),
  })),
  runCycle: operation(
    z.strictObject({ servicePrincipalId: z.string(), jobId: z.string().optional() }),
    (control, { servicePrincipalId, jobId }) => control.runCycle(servicePrincipalId, jobId),
  ),
  advanceTime: operation(z.strictObject({ ms: z.number().nonnegative() }), (control, { ms }) =>
    control.advanceTime(ms),
  ),
  setClockSkew: operation(z.strictObject({ ms: z.number() }), (control, { ms }) => control.setClockSkew(ms)),
  addApplications: operation(
    z.strictObject({ count: z.int().positive().max(10_000), environment: z.string().optional() }),
    (control, { count, environment }) => control.addApplications(count, environment),
  ),

  setSecret: operation(z.strictObject({ ...address, value: z.string() }), (control, { value, ...at }) =>
    control.setSecret(defined(at), value),
  ),
  deleteSecret: operation(z.strictObject(address), (control, at) => control.deleteSecret(defined(at))),
  renameSecret: operation(z.strictObject({ ...address, to: z.string() }), (control, { to, ...at }) =>
    control.renameSecret(defined(at), to),
  ),

  fault: operation(faultSchema, (control, fault) => control.fault(fault)),
  clearFaults: operation(nothing, (control) => control.clearFaults()),
  setLatency: operation(z.strictObject({ ms: z.number().nonnegative() }), (control, { ms }) =>
    control.setLatency(ms),
  ),
  setSwitches: operation(
    z.strictObject({ replaceSecrets: z.boolean().optional(), startLiftsQuarantine: z.boolean().optional() }),
    (control, switches) => control.setSwitches(defined(switches)),
  ),
  /** Sets a pause; `awaitPause` answers when a request is held, `resume` lets it go on. */
  pauseAt: operation(
    z.strictObject({ match: requestMatch, moment: z.enum(["before", "after"]).default("before") }),
    (control, { match, moment }) => ({ id: control.pauseAt(match, moment).id }),
  ),
  awaitPause: operation(z.strictObject({ id: z.int() }), (control, { id }) => control.pause(id).arrived),
  resume: operation(z.strictObject({ id: z.int() }), (control, { id }) => control.pause(id).resume()),

  "portal.addApplication": operation(z.record(z.string(), z.unknown()), (control, seed) => ({
    servicePrincipalId: control.portal.addApplication(resolveApplication(seed)),
  })),
  "portal.removeToken": operation(servicePrincipal, (control, { servicePrincipalId: id }) =>
    control.portal.removeToken(id),
  ),
  "portal.setBaseAddress": operation(
    servicePrincipal.extend({ address: z.string() }),
    (control, { servicePrincipalId: id, address: to }) => control.portal.setBaseAddress(id, to),
  ),
  "portal.setStoredSecrets": operation(
    servicePrincipal.extend({ secrets: z.record(z.string(), z.string().nullable()) }),
    (control, { servicePrincipalId: id, secrets }) => control.portal.setStoredSecrets(id, secrets),
  ),
  "portal.deleteServicePrincipal": operation(servicePrincipal, (control, { servicePrincipalId: id }) =>
    control.portal.deleteServicePrincipal(id),
  ),
  "portal.renameServicePrincipal": operation(
    servicePrincipal.extend({ displayName: z.string() }),
    (control, { servicePrincipalId: id, displayName }) =>
      control.portal.renameServicePrincipal(id, displayName),
  ),
  "portal.hideServicePrincipal": operation(
    servicePrincipal.extend({ reads: z.int().optional(), ms: z.number().optional() }),
    (control, { servicePrincipalId: id, ...lag }) => control.portal.hideServicePrincipal(id, defined(lag)),
  ),
  "portal.quarantine": operation(
    servicePrincipal.extend({ reason: quarantineReason.optional() }),
    (control, { servicePrincipalId: id, reason }) => control.portal.quarantine(id, reason),
  ),
  "portal.setSchedule": operation(
    servicePrincipal.extend({ schedule }),
    (control, { servicePrincipalId: id, schedule: to }) => control.portal.setSchedule(id, to),
  ),
  "portal.removeJobs": operation(servicePrincipal, (control, { servicePrincipalId: id }) =>
    control.portal.removeJobs(id),
  ),

  "apps.setRoles": operation(client.extend({ roles: z.array(z.string()) }), (control, { clientId, roles }) =>
    control.apps.setRoles(clientId, roles),
  ),
  "apps.setPolicy": operation(
    client.extend({ disabled: z.boolean().optional(), blockedByConditionalAccess: z.boolean().optional() }),
    (control, { clientId, ...policy }) => control.apps.setPolicy(clientId, defined(policy)),
  ),
  "apps.rotateSecret": operation(
    client.extend({ keepOld: z.boolean().default(false) }),
    (control, { clientId, keepOld }) => ({ secret: control.apps.rotateSecret(clientId, { keepOld }) }),
  ),
  "apps.expireSecrets": operation(client, (control, { clientId }) => control.apps.expireSecrets(clientId)),
  "apps.addCertificate": operation(client.extend({ pem: z.string() }), (control, { clientId, pem }) =>
    control.apps.addCertificate(clientId, pem),
  ),
  "apps.setFederatedCredentials": operation(
    client.extend({ credentials: z.array(federatedCredential) }),
    (control, { clientId, credentials }) => control.apps.setFederatedCredentials(clientId, credentials),
  ),
  "apps.addOwnership": operation(
    client.extend({ servicePrincipalId: z.string() }),
    (control, { clientId, servicePrincipalId: id }) => control.apps.addOwnership(clientId, id),
  ),
  "apps.issueIdentityToken": operation(
    federatedCredential.extend({ lifetimeSeconds: z.number().optional() }),
    (control, request) => ({ token: control.apps.issueIdentityToken(defined(request)) }),
  ),
  "apps.remove": operation(client, (control, { clientId }) => control.apps.remove(clientId)),
  "apps.revokeTokens": operation(nothing, (control) => ({ revoked: control.apps.revokeTokens() })),
  "apps.setTokenLifetime": operation(
    z.strictObject({ seconds: z.number().positive() }),
    (control, { seconds }) => control.apps.setTokenLifetime(seconds),
  ),
  "apps.environments": operation(nothing, (control) => control.apps.environments()),

  "infisical.setPermissions": operation(
    z.strictObject({
      identityId: z.string(),
      project: z.string(),
      permissions: z.array(permission).nullable(),
    }),
    (control, { identityId, project, permissions }) =>
      control.infisical.setPermissions(identityId, project, permissions),
  ),
  "infisical.setTokenLimits": operation(
    z.strictObject({
      identityId: z.string(),
      ttlSeconds: z.number().optional(),
      maxTtlSeconds: z.number().optional(),
      uses: z.int().optional(),
    }),
    (control, { identityId, ...limits }) => control.infisical.setTokenLimits(identityId, defined(limits)),
  ),
  "infisical.setClientSecrets": operation(
    z.strictObject({ identityId: z.string(), clientSecrets: z.array(z.string()) }),
    (control, { identityId, clientSecrets }) => control.infisical.setClientSecrets(identityId, clientSecrets),
  ),
  "infisical.addImport": operation(
    z.strictObject({ project: z.string(), into: folder, from: folder }),
    (control, { project, into, from }) => control.infisical.addImport(project, into, from),
  ),
  "infisical.createAccessToken": operation(
    z.strictObject({ identityId: z.string() }),
    (control, { identityId }) => ({
      accessToken: control.infisical.createAccessToken(identityId),
    }),
  ),
  "infisical.revokeTokens": operation(nothing, (control) => control.infisical.revokeTokens()),
  "infisical.setRateLimits": operation(
    z.strictObject({ secrets: z.int().optional(), writes: z.int().optional() }),
    (control, limits) => control.infisical.setRateLimits(defined(limits)),
  ),
  "infisical.setV4": operation(z.strictObject({ served: z.boolean() }), (control, { served }) =>
    control.infisical.setV4(served),
  ),
};

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without members that are undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}
