import type { z } from "zod";
import { type EmulatorRequest, mediaType } from "../http-message";
import type { EmulatorState } from "../state";
import { badRequest, directoryBadRequest, resourceNotFound } from "./graph-error";
import type { ServicePrincipalRecord } from "./graph-state";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The service principal that the path names by object id; 400 when that is no UUID, 404 when it is not there. */
export function findServicePrincipal(state: EmulatorState, id: string): ServicePrincipalRecord {
  if (!UUID.test(id)) throw directoryBadRequest(`Invalid object identifier '${id}'.`);
  const found = state.graph.servicePrincipals.get(id.toLowerCase());
  if (found === undefined || isHidden(state, found)) throw resourceNotFound(id);
  return found;
}

/** Whether a service principal is too new to be seen by this read; counts the read. */
export function isHidden(state: EmulatorState, servicePrincipal: ServicePrincipalRecord): boolean {
  if (servicePrincipal.hiddenReads > 0) {
    servicePrincipal.hiddenReads -= 1;
    return true;
  }
  return servicePrincipal.hiddenUntil > state.clock.now();
}

/** The body of a write, as JSON of the given shape. Unknown members are refused, with their name. */
export function readBody<T>(request: EmulatorRequest, shape: z.ZodType<T>): T {
  if (mediaType(request) === null) {
    throw badRequest("Write requests (excluding DELETE) must contain the Content-Type header declaration.");
  }
  if (mediaType(request) !== "application/json") {
    throw badRequest(
      "A supported MIME type could not be found that matches the content type of the request: use 'application/json'.",
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(request.body);
  } catch {
    throw badRequest(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badRequest(
    `Invalid request body at '${issue?.path.join("/") ?? ""}': ${issue?.message ?? "unreadable"}.`,
  );
}

/** Refuses a body or a content type where an action takes none. */
export function refuseBody(request: EmulatorRequest): void {
  if (request.body !== "" || mediaType(request) !== null) {
    throw badRequest(
      "Unable to read JSON request payload. The action takes no body: send neither a body nor a Content-Type header.",
    );
  }
}

/** Refuses all query parameters. */
export function refuseQuery(request: EmulatorRequest): void {
  const first = [...request.query.keys()][0];
  if (first !== undefined) throw badRequest(`The query parameter '${first}' is not supported here.`);
}
