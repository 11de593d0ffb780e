import type { CallOptions } from "../core/clock";
import { Problem } from "../core/problem";
import type { Observation } from "./assess";
import { locationOf } from "./location";
import type { SyncSource } from "./model";
import type { Destination, SecretSource } from "./ports";

/** Graph's code for an object that is not there. Other 404s mean other things. */
export const RESOURCE_NOT_FOUND = "Request_ResourceNotFound";

/** The two ends of a sync. */
export interface Ports {
  readonly source: SecretSource;
  readonly destination: Destination;
}

/**
 * Looks at both ends: one list call (shared by all syncs of the folder) and two Graph calls. Null when the service
 * principal is gone for certain. Throws the ports' problems, at `source` or at `destination.connection`.
 */
export async function observe(
  sync: { readonly source: SyncSource | null; readonly servicePrincipalId: string },
  ports: Ports,
  call: CallOptions,
): Promise<Observation | null> {
  const [source, destination] = await Promise.all([
    observeSource(sync.source, ports.source, call),
    observeDestination(sync.servicePrincipalId, ports.destination, call),
  ]);
  return destination === null ? null : { source, ...destination };
}

/**
 * The newest version of a source's secret; `missing` also where its project, environment or folder is gone, `none`
 * without a source. Throws the port's problems at `source`, and `invalid_input` for a source that is not complete.
 */
export async function observeSource(
  source: SyncSource | null,
  port: SecretSource,
  call: CallOptions,
): Promise<Observation["source"]> {
  if (source === null) return "none";
  try {
    return (await port.describe(locationOf(source), call)) ?? "missing";
  } catch (caught) {
    const problem = Problem.from(caught);
    // A project, environment or folder that is gone takes its secrets along; destroy must still work.
    if (problem.code === "not_found") return "missing";
    throw problem.at(["source", "secret_key"]);
  }
}

/** Key set and jobs of a service principal, or null when Graph says on both of its APIs that it is not there. */
export async function observeDestination(
  objectId: string,
  port: Destination,
  call: CallOptions,
): Promise<Pick<Observation, "secrets" | "jobs"> | null> {
  try {
    const [secrets, jobs] = await Promise.all([port.secrets(objectId, call), port.jobs(objectId, call)]);
    return { secrets, jobs };
  } catch (caught) {
    const problem = Problem.from(caught);
    if (!isResourceNotFound(problem)) throw problem.at(["destination", "connection"]);
    return (await exists(objectId, port, call)) ? disagreement(objectId, problem) : null;
  }
}

async function exists(objectId: string, port: Destination, call: CallOptions): Promise<boolean> {
  try {
    await port.servicePrincipal(objectId, call);
    return true;
  } catch (caught) {
    const problem = Problem.from(caught);
    if (isResourceNotFound(problem)) return false;
    throw problem.at(["destination", "connection"]);
  }
}

/** True for what Graph calls an object that does not exist. */
export function isResourceNotFound(problem: Problem): boolean {
  return problem.code === "not_found" && problem.vendorCode === RESOURCE_NOT_FOUND;
}

function disagreement(objectId: string, problem: Problem): never {
  throw new Problem("not_found", {
    summary: "The service principal has no provisioning yet",
    detail: `The directory has service principal ${objectId}, but Microsoft Graph's synchronization API does not find it. A new service principal takes minutes to arrive everywhere: run it again. Make sure, too, that it is an enterprise application made from a gallery or custom template; a plain app registration has no provisioning.`,
    path: ["destination", "service_principal_id"],
    ...(problem.requestId === undefined ? {} : { requestId: problem.requestId }),
  });
}
