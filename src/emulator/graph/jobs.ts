import { z } from "zod";
import { type EmulatorRequest, type EmulatorResponse, empty, json, mediaType } from "../http-message";
import { runCycle } from "../provisioning/cycle";
import type { EmulatorState } from "../state";
import { authenticate, maySynchronize } from "./authorize";
import { badRequest, synchronizationError } from "./graph-error";
import { findServicePrincipal, readBody, refuseBody, refuseQuery } from "./graph-request";
import type { Job, ServicePrincipalRecord } from "./graph-state";
import { jobJson } from "./job-json";
import { createJob, pauseJob, RESTART_SCOPES, restartJob, startJob } from "./job-state";

const createBody = z.strictObject({ templateId: z.string() });
const restartBody = z.strictObject({ criteria: z.strictObject({ resetScope: z.string() }).optional() });

/** `GET …/synchronization/jobs`. */
export function listJobs(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "read");
  return json(200, {
    "@odata.context": contextOf(request, servicePrincipal, "jobs"),
    value: servicePrincipal.jobs.map((job) => jobJson(servicePrincipal, job)),
  });
}

/** `GET …/synchronization/jobs/{jobId}`. */
export function getJob(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "read");
  const job = findJob(servicePrincipal, request);
  return json(200, {
    "@odata.context": `${contextOf(request, servicePrincipal, "jobs")}/$entity`,
    ...jobJson(servicePrincipal, job),
  });
}

/** `POST …/synchronization/jobs`: creates a job from one of the application's templates. */
export function postJob(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "write");
  const { templateId } = readBody(request, createBody);
  if (!servicePrincipal.templates.some((template) => template.id === templateId)) {
    throw synchronizationError(400, "TemplateNotFound", `The template '${templateId}' could not be found.`);
  }
  const job = createJob(servicePrincipal, templateId);
  servicePrincipal.jobs.push(job);
  return json(201, {
    "@odata.context": `${contextOf(request, servicePrincipal, "jobs")}/$entity`,
    ...jobJson(servicePrincipal, job),
  });
}

/** `DELETE …/synchronization/jobs/{jobId}`: removes the job and all of its state; secrets stay. */
export function deleteJob(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "write");
  const job = findJob(servicePrincipal, request);
  servicePrincipal.jobs.splice(servicePrincipal.jobs.indexOf(job), 1);
  return empty(204);
}

/** `POST …/jobs/{jobId}/start`: schedules the job and lifts its quarantine; a cycle begins soon after. */
export function postStart(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "write");
  const job = findJob(servicePrincipal, request);
  refuseBody(request);
  if (job.schedule === "Active" && job.code !== "Quarantine" && job.code !== "NotConfigured") {
    state.violations.push(`start of the running job ${job.id}: documentation warns against it`);
  }
  startJob(servicePrincipal, job, state.graph.switches.startLiftsQuarantine);
  beginCycle(state, servicePrincipal, job);
  return empty(204);
}

/** `POST …/jobs/{jobId}/pause`. */
export function postPause(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const job = findJob(open(state, request, "write"), request);
  refuseBody(request);
  pauseJob(job);
  return empty(204);
}

/** `POST …/jobs/{jobId}/restart`: resets what `criteria.resetScope` names (flags, comma-separated). */
export function postRestart(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "write");
  const job = findJob(servicePrincipal, request);
  const hasBody = request.body !== "" || mediaType(request) !== null;
  const criteria = hasBody ? readBody(request, restartBody).criteria : undefined;
  const scopes = criteria?.resetScope.split(",").map((scope) => scope.trim()) ?? [];
  const unknown = scopes.find((scope) => !RESTART_SCOPES.has(scope));
  if (unknown !== undefined) {
    throw badRequest(
      `Cannot convert the literal '${unknown}' to the expected type 'microsoft.graph.synchronizationJobRestartScope'.`,
    );
  }
  restartJob(servicePrincipal, job, scopes, state.graph.switches.startLiftsQuarantine);
  beginCycle(state, servicePrincipal, job);
  return empty(204);
}

/** `GET …/synchronization/templates`. */
export function listTemplates(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "read");
  return json(200, {
    "@odata.context": contextOf(request, servicePrincipal, "templates"),
    value: servicePrincipal.templates.map((template, index) =>
      templateJson(servicePrincipal, template, index),
    ),
  });
}

/** `GET …/synchronization/templates/{templateId}`. */
export function getTemplate(state: EmulatorState, request: EmulatorRequest): EmulatorResponse {
  const servicePrincipal = open(state, request, "read");
  const index = servicePrincipal.templates.findIndex((each) => each.id === request.params.templateId);
  const template = servicePrincipal.templates[index];
  if (template === undefined) {
    throw synchronizationError(404, "TemplateNotFound", "The template could not be found.");
  }
  return json(200, templateJson(servicePrincipal, template, index));
}

/** The job that the path names; a 404 of the synchronization service when there is none. */
export function findJob(servicePrincipal: ServicePrincipalRecord, request: EmulatorRequest): Job {
  const id = request.params.jobId ?? "";
  const job = servicePrincipal.jobs.find((each) => each.id === id);
  if (job === undefined) {
    throw synchronizationError(404, "JobNotFound", `The synchronization job '${id}' could not be found.`);
  }
  return job;
}

function open(
  state: EmulatorState,
  request: EmulatorRequest,
  kind: "read" | "write",
): ServicePrincipalRecord {
  const id = request.params.id ?? "";
  maySynchronize(authenticate(state, request), id.toLowerCase(), kind);
  refuseQuery(request);
  return findServicePrincipal(state, id);
}

function beginCycle(state: EmulatorState, servicePrincipal: ServicePrincipalRecord, job: Job): void {
  if (job.code === "Quarantine") return;
  state.background(async () => {
    await runCycle(state, servicePrincipal, job);
  });
}

function templateJson(
  servicePrincipal: ServicePrincipalRecord,
  template: ServicePrincipalRecord["templates"][number],
  index: number,
): Record<string, unknown> {
  return {
    id: template.id,
    applicationId: servicePrincipal.appId,
    default: index === 0,
    description: null,
    discoverable: true,
    factoryTag: template.factoryTag,
    metadata: [{ key: "ConfigurationFields", value: "BaseAddress,SecretToken" }],
  };
}

function contextOf(request: EmulatorRequest, servicePrincipal: ServicePrincipalRecord, name: string): string {
  return `${request.origin}/v1.0/$metadata#servicePrincipals('${servicePrincipal.id}')/synchronization/${name}`;
}
