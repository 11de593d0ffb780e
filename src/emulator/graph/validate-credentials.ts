import { z } from "zod";
import { type EmulatorRequest, type EmulatorResponse, empty } from "../http-message";
import { testCredentials } from "../provisioning/credential-test";
import type { EmulatorState } from "../state";
import { authenticate, maySynchronize } from "./authorize";
import { badRequest, graphErrorResponse, synchronizationError } from "./graph-error";
import { findServicePrincipal, readBody, refuseQuery } from "./graph-request";
import type { ServicePrincipalRecord } from "./graph-state";
import { findJob } from "./jobs";
import { MASK, MASKED_KEYS } from "./secret-keys";
import { credentials, toMap } from "./secrets";

const body = z.strictObject({
  applicationIdentifier: z.string().optional(),
  templateId: z.string().optional(),
  useSavedCredentials: z.boolean().optional(),
  credentials: credentials.optional(),
});

/** `POST …/jobs/{jobId}/validateCredentials`. */
export async function validateJobCredentials(
  state: EmulatorState,
  request: EmulatorRequest,
): Promise<EmulatorResponse> {
  const servicePrincipal = open(state, request);
  findJob(servicePrincipal, request);
  return validate(state, servicePrincipal, request, readBody(request, body));
}

/** `POST …/jobs/validateCredentials`: works before any job exists, and needs a `templateId`. */
export async function validateTemplateCredentials(
  state: EmulatorState,
  request: EmulatorRequest,
): Promise<EmulatorResponse> {
  const servicePrincipal = open(state, request);
  const parsed = readBody(request, body);
  if (!servicePrincipal.templates.some((template) => template.id === parsed.templateId)) {
    throw synchronizationError(
      400,
      "TemplateNotFound",
      `The template '${parsed.templateId ?? ""}' could not be found.`,
    );
  }
  return validate(state, servicePrincipal, request, parsed);
}

async function validate(
  state: EmulatorState,
  servicePrincipal: ServicePrincipalRecord,
  request: EmulatorRequest,
  parsed: z.infer<typeof body>,
): Promise<EmulatorResponse> {
  const saved = parsed.useSavedCredentials === true;
  if (!saved && parsed.credentials === undefined) {
    throw badRequest("Either 'credentials' or 'useSavedCredentials' is required.");
  }
  const tested = saved ? servicePrincipal.secrets : toMap(parsed.credentials ?? []);
  for (const [key, value] of tested) {
    if (!saved && MASKED_KEYS.has(key) && value === MASK) {
      state.violations.push(`test of the mask '*' as ${key} of service principal ${servicePrincipal.id}`);
    }
  }
  const failure = await testCredentials(state, servicePrincipal, tested);
  if (failure === null) return empty(204);
  // Returned, not thrown: that an application refuses credentials is no fault of the request.
  const refusal = synchronizationError(400, failure.code, failure.message);
  return graphErrorResponse(request, state.clock.now(), refusal);
}

function open(state: EmulatorState, request: EmulatorRequest): ServicePrincipalRecord {
  const id = request.params.id ?? "";
  maySynchronize(authenticate(state, request), id.toLowerCase(), "write");
  refuseQuery(request);
  return findServicePrincipal(state, id);
}
