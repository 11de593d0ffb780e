import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { isTransient } from "../../core/retry";
import { Secret } from "../../core/secret";
import type { Destination, DestinationJob, DestinationSecret, ServicePrincipal } from "./destination";
import type { GraphClient } from "./graph-client";
import { readFault } from "./graph-fault";
import type { GraphSubject } from "./graph-problem";
import { toJob, toServicePrincipal } from "./graph-records";
import { untestable, untestableCall, validationOutcome } from "./validation-outcome";

/** What a {@link createGraphDestination} works with. */
export interface GraphDestinationOptions {
  readonly client: GraphClient;
  /** Milliseconds for a validation, which waits for the application. */
  readonly validationTimeoutMs: number;
}

/** The service principals of one tenant, through Microsoft Graph v1.0. */
export function createGraphDestination({
  client,
  validationTimeoutMs,
}: GraphDestinationOptions): Destination {
  return {
    servicePrincipal: (objectId, call) => readServicePrincipal(client, objectId, call),
    secrets: (objectId, call) => readSecrets(client, objectId, call),
    putSecrets: (objectId, secrets, call) => putSecrets(client, objectId, secrets, call),
    jobs: (objectId, call) => readJobs(client, objectId, call),
    templates: (objectId, call) => readTemplates(client, objectId, call),
    validateCredentials: (objectId, request, call) =>
      validateCredentials(client, validationTimeoutMs, objectId, request, call),
    startJob: (objectId, jobId, call) => startJob(client, objectId, jobId, call),
  };
}

/** All jobs of a service principal. https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs */
export async function readJobs(
  client: GraphClient,
  objectId: string,
  call: CallOptions,
): Promise<readonly DestinationJob[]> {
  const { jobSchema } = await import("./graph-schemas");
  const subject = synchronization("reading the provisioning jobs", objectId);
  const jobs = await client.list({ method: "GET", path: pathOf(objectId, "jobs"), subject }, jobSchema, call);
  return jobs.map(toJob);
}

/** https://learn.microsoft.com/graph/api/synchronization-synchronization-list-templates */
async function readTemplates(
  client: GraphClient,
  objectId: string,
  call: CallOptions,
): Promise<readonly string[]> {
  const { templateSchema } = await import("./graph-schemas");
  const subject = synchronization("reading the provisioning templates", objectId);
  const path = pathOf(objectId, "templates");
  const templates = await client.list({ method: "GET", path, subject }, templateSchema, call);
  return templates
    .toSorted((a, b) => Number(b.default === true) - Number(a.default === true))
    .map(({ id }) => id);
}

async function readServicePrincipal(
  client: GraphClient,
  objectId: string,
  call: CallOptions,
): Promise<ServicePrincipal> {
  const { servicePrincipalSchema } = await import("./graph-schemas");
  const path = `/servicePrincipals/${encodeURIComponent(objectId)}?$select=id,appId,displayName`;
  const doing = `reading the service principal ${objectId}`;
  const subject: GraphSubject = { doing, area: "directory", objectId };
  return toServicePrincipal(
    await client.read({ method: "GET", path, subject }, servicePrincipalSchema, call),
  );
}

async function readSecrets(
  client: GraphClient,
  objectId: string,
  call: CallOptions,
): Promise<readonly DestinationSecret[]> {
  const { secretSchema } = await import("./graph-schemas");
  const subject = synchronization("reading the names of the synchronization secrets", objectId);
  const path = pathOf(objectId, "secrets");
  const secrets = await client.list({ method: "GET", path, subject }, secretSchema, call);
  return secrets.map(({ key, value }) => ({
    key,
    value: value == null || /^\*+$/.test(value) ? null : new Secret(value),
  }));
}

/**
 * https://learn.microsoft.com/graph/api/synchronization-serviceprincipal-put-synchronization
 *
 * Where one try was left without an answer, the put fails with that problem, whatever later tries were answered: a
 * refusal of those does not say that the first wrote nothing.
 */
async function putSecrets(
  client: GraphClient,
  objectId: string,
  secrets: readonly { readonly key: string; readonly value: Secret }[],
  call: CallOptions,
): Promise<void> {
  const subject = synchronization("writing the synchronization secrets", objectId);
  const body = JSON.stringify({ value: revealed(secrets) });
  let unanswered: Problem | null = null;
  const retryable = (problem: Problem) => {
    if (problem.code === "unavailable" || problem.code === "timeout") unanswered = problem;
    return isTransient(problem);
  };
  try {
    await client.write({ method: "PUT", path: pathOf(objectId, "secrets"), body, retryable, subject }, call);
  } catch (caught) {
    throw unanswered ?? caught;
  }
}

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials */
async function validateCredentials(
  client: GraphClient,
  timeoutMs: number,
  objectId: string,
  request: Parameters<Destination["validateCredentials"]>[1],
  call: CallOptions,
): ReturnType<Destination["validateCredentials"]> {
  const { jobId, templateId } = request;
  if (jobId === null && templateId === null) return untestable("NoProvisioningJob");
  const subject = synchronization("having Entra test the credentials", objectId);
  const credentials = revealed(request.credentials);
  try {
    const response = await client.write(
      {
        method: "POST",
        path:
          jobId === null
            ? pathOf(objectId, "jobs", "validateCredentials")
            : pathOf(objectId, "jobs", jobId, "validateCredentials"),
        body: JSON.stringify(jobId === null ? { templateId, credentials } : { credentials }),
        timeoutMs,
        tolerated: 400,
        // One that timed out here, not there, would only wait as long again.
        retryable: (problem) =>
          isTransient(problem) && (problem.code !== "timeout" || problem.status === 408),
        subject,
      },
      call,
    );
    return response.status === 400 ? validationOutcome(await readFault(response)) : { outcome: "accepted" };
  } catch (caught) {
    const outcome = untestableCall(Problem.from(caught));
    if (outcome === null) throw caught;
    return outcome;
  }
}

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-start */
async function startJob(
  client: GraphClient,
  objectId: string,
  jobId: string,
  call: CallOptions,
): Promise<void> {
  const subject = synchronization(`starting the provisioning job ${jobId}`, objectId);
  const path = pathOf(objectId, "jobs", jobId, "start");
  // Starting a job that runs may stop the service.
  const isDone = async () => {
    const job = (await readJobs(client, objectId, call)).find(({ id }) => id === jobId);
    return job === undefined || (job.scheduleState === "Active" && job.status !== "Quarantine");
  };
  await client.sendOnce({ method: "POST", path, subject }, isDone, call);
}

function synchronization(doing: string, objectId: string): GraphSubject {
  return { doing: `${doing} of service principal ${objectId}`, area: "synchronization", objectId };
}

function pathOf(objectId: string, ...segments: readonly string[]): string {
  const encoded = segments.map((segment) => encodeURIComponent(segment));
  return ["/servicePrincipals", encodeURIComponent(objectId), "synchronization", ...encoded].join("/");
}

function revealed(secrets: readonly { readonly key: string; readonly value: Secret }[]) {
  return secrets.map(({ key, value }) => ({ key, value: value.reveal() }));
}
