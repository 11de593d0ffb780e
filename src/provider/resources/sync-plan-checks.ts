import type { Clients, Tenant } from "../../clients/clients";
import type { AttributePath } from "../../core/attribute-path";
import { Problem } from "../../core/problem";
import type { Diagnostic } from "../../framework/diagnostics";
import { difference } from "../../framework/difference";
import type { Planned } from "../../framework/infer";
import { known } from "../../framework/known";
import type { PlanRequest } from "../../framework/resource";
import { isUnknown } from "../../framework/value";
import { TOKEN_KEY } from "../../sync/assess";
import { describeLocation, locationOf } from "../../sync/location";
import { observeDestination } from "../../sync/observe";
import type { DestinationSecret, SecretLocation } from "../../sync/ports";
import { unknownServicePrincipal } from "../../sync/push";
import type { Runtime } from "../runtime";
import { tenantOf } from "../tenant-of";
import type { SyncSchema } from "./sync-plan";

type Severity = Diagnostic["severity"];
type Request = PlanRequest<SyncSchema, Runtime>;

/** Entra is slow with service principals that are new: a 404 is asked again after these waits (30 s in all). */
const WAITS_MS = [2_000, 4_000, 8_000, 16_000];

/**
 * Looks over the network, during plan, at what an apply is going to need. It gives diagnostics only: nothing of it
 * enters a planned value, since Terraform plans again in another process. Parts that are not known yet are skipped.
 */
export async function checkPlan(request: Request, planned: Planned<SyncSchema>): Promise<void> {
  const clients = request.provider.clients;
  if (clients === null) return;
  const tenant = await checkSignIn(request, planned, clients);
  await Promise.all([
    checkSource(request, planned, clients),
    request.prior === null && tenant !== null ? checkDestination(request, planned, tenant) : undefined,
  ]);
}

async function checkSignIn(
  request: Request,
  planned: Planned<SyncSchema>,
  clients: Clients,
): Promise<Tenant | null> {
  const connection = known(planned.destination.connection);
  if (connection === undefined) return null;
  const { memory } = request.provider;
  try {
    const tenant = tenantOf(clients, connection, ["destination", "connection"]);
    await memory.once(`sign-in ${JSON.stringify(connection)}`, () => tenant.signIn(request.call));
    return tenant;
  } catch (caught) {
    // An object that exists may be about to get the connection that mends this, or be destroyed.
    report(request, caught, request.prior === null ? "error" : "warning", ["destination", "connection"]);
    return null;
  }
}

async function checkSource(request: Request, planned: Planned<SyncSchema>, clients: Clients): Promise<void> {
  const source = known(planned.source);
  if (source === undefined || source === null) return;
  const location = locationOf(source);
  const existing = request.prior !== null && difference(request.prior.source, planned.source) === "no";
  try {
    const newest = await clients.source.describe(location, request.call);
    if (newest !== null) {
      const pin = source.version;
      if (pin === null || pin <= newest.version) return;
      report(request, noSuchVersion(location, pin, newest.version), missing(planned), ["source", "version"]);
      return;
    }
    report(
      request,
      new Problem("not_found", {
        summary: "The secret does not exist",
        detail: `Infisical has no secret ${describeLocation(location)}. Check project, environment, folder and key, and that the identity may see them. If this run creates it, set plan_checks = "warn".`,
        path: ["source", "secret_key"],
      }),
      existing ? "warning" : missing(planned),
      ["source", "secret_key"],
    );
  } catch (caught) {
    const absent = Problem.from(caught).code === "not_found";
    const severity = existing
      ? "warning"
      : absent
        ? missing(planned)
        : request.prior === null
          ? "error"
          : "warning";
    report(request, caught, severity, ["source", "secret_key"]);
  }
}

function noSuchVersion(location: SecretLocation, pin: number, newest: number): Problem {
  return new Problem("not_found", {
    summary: "The pinned version does not exist",
    detail: `Infisical holds version ${newest} of secret ${describeLocation(location)} as its newest; version ${pin} is pinned. Pin one that exists. If this run creates it, set plan_checks = "warn".`,
    path: ["source", "version"],
  });
}

async function checkDestination(
  request: Request,
  planned: Planned<SyncSchema>,
  tenant: Tenant,
): Promise<void> {
  const objectId = planned.destination.service_principal_id;
  if (isUnknown(objectId)) return;
  const { memory } = request.provider;
  try {
    const secrets = await memory.once(`destination ${objectId} of ${tenant.cloud} ${tenant.tenantId}`, () =>
      lookUntilThere(request, tenant, objectId),
    );
    if (secrets === null) {
      // Refresh lost it: an error here would stop the destroy of everything else, too.
      report(
        request,
        unknownServicePrincipal(objectId),
        memory.wasGone(objectId) ? "warning" : missing(planned),
        [],
      );
    } else if (secrets.some((secret) => secret.key === TOKEN_KEY) && !memory.isOwn(objectId)) {
      request.diagnostics.warning(
        "The application has a token already",
        `Service principal ${objectId} already has a SCIM token; creating the sync overwrites it. Import the sync instead if another state or person manages it (terraform import, id ${tenant.tenantId}/${objectId}).`,
        ["destination", "service_principal_id"],
      );
    }
  } catch (caught) {
    report(request, caught, Problem.from(caught).code === "not_found" ? missing(planned) : "error", [
      "destination",
      "service_principal_id",
    ]);
  }
}

async function lookUntilThere(
  request: Request,
  tenant: Tenant,
  objectId: string,
): Promise<readonly DestinationSecret[] | null> {
  const { clock, memory } = request.provider;
  for (let attempt = 0; ; attempt++) {
    const wait = memory.wasGone(objectId) || !memory.mayWait ? undefined : WAITS_MS[attempt];
    // Counts as in vain until the last look says something else, since that may throw.
    if (attempt > 0 && wait === undefined) memory.waitEnded(false);
    const found = await look(request, tenant, objectId, wait === undefined);
    if (attempt > 0 && found !== null) memory.waitEnded(true);
    if (found !== null || wait === undefined) return found;
    await clock.sleep(wait, request.call.signal);
  }
}

/** Null for what is not there; a 404 that says less than that is a problem of the last look. */
async function look(
  { call }: Request,
  { destination }: Tenant,
  objectId: string,
  isLast: boolean,
): Promise<readonly DestinationSecret[] | null> {
  try {
    return (await observeDestination(objectId, destination, call))?.secrets ?? null;
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code !== "not_found" || isLast) throw problem;
    return null;
  }
}

/** What `plan_checks` says of a source or destination that is not there. */
function missing(planned: Planned<SyncSchema>): Severity {
  return planned.plan_checks === "error" ? "error" : "warning";
}

function report(request: Request, caught: unknown, severity: Severity, path: AttributePath): void {
  const problem = Problem.from(caught);
  if (problem.code === "cancelled") throw problem;
  request.diagnostics.problem(severity, path.length === 0 ? problem : problem.at(path));
}
