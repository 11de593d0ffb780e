import { Problem } from "../../core/problem";
import type { State } from "../../framework/infer";
import type { StateRequest } from "../../framework/resource";
import { assess, provisioningJob } from "../../sync/assess";
import { observe, observeDestination } from "../../sync/observe";
import { unknownServicePrincipal } from "../../sync/push";
import { isRefused, isUnusableConnection, reasonOf } from "../refused";
import { type Runtime, requireClients } from "../runtime";
import type { SyncSchema } from "./sync-plan";

type Request = StateRequest<SyncSchema, Runtime>;

/**
 * Refreshes a sync (DESIGN §5, "Refresh"): null when the service principal is gone for certain. Where we are turned
 * away the state stays, marked unreadable, with a warning. Throws for what cannot be reached.
 */
export async function readSync(request: Request): Promise<State<SyncSchema> | null> {
  const { state, provider, call } = request;
  const clients = requireClients(provider);
  const connection = state.destination?.connection ?? null;
  const servicePrincipalId = state.destination?.service_principal_id ?? state.id ?? "";
  try {
    const tenant = clients.tenant(connection);
    provider.memory.markOwn(servicePrincipalId);
    const ports = { source: clients.source, destination: tenant.destination };
    const observation = await observe({ source: state.source, servicePrincipalId }, ports, call);
    if (observation === null) {
      provider.memory.markGone(servicePrincipalId);
      return null;
    }
    return { ...state, ...assess(readable(state), observation) };
  } catch (caught) {
    const problem = Problem.from(caught);
    if (!isUnusableConnection(problem)) throw problem;
    return unreadable(request, problem);
  }
}

/** A sync that was unreadable the last time is judged afresh. */
function readable(state: State<SyncSchema>): State<SyncSchema> {
  return state.sync_status === "unreadable" ? { ...state, sync_status: null, sync_message: null } : state;
}

function unreadable({ state, diagnostics }: Request, problem: Problem): State<SyncSchema> {
  diagnostics.warning(
    "The sync could not be read",
    `Sync ${state.name ?? state.id ?? "(unnamed)"}: ${reasonOf(problem)} Its state is kept as it is.`,
  );
  // An unconfirmed push must be repeated, whatever else happens; that it cannot be read shows in the warning.
  if (state.sync_status === "incomplete") return state;
  return { ...state, sync_status: "unreadable", sync_message: reasonOf(problem) };
}

/**
 * Refreshes a sync that was imported and not applied yet: it has no connection, so the provider's own credentials
 * look, when they are for its tenant. Throws `not_found` when that tenant has no such service principal; null when it
 * had one at an earlier look.
 */
export async function readImported(request: Request): Promise<State<SyncSchema> | null> {
  const { state, provider, call, diagnostics } = request;
  const clients = requireClients(provider);
  const servicePrincipalId = state.destination?.service_principal_id ?? state.id ?? "";
  const asked = request.private.get("imported_tenant");
  const own = clients.defaultTenantId;
  if (own === null || (typeof asked === "string" && asked.toLowerCase() !== own.toLowerCase())) {
    diagnostics.warning(
      "The imported sync was not looked at",
      `The provider's own credentials are for ${own === null ? "no tenant" : `tenant ${own}`}, so service principal ${servicePrincipalId} was taken as it is. The first apply reads it with its connection and pushes the token.`,
    );
    return state;
  }
  try {
    const tenant = clients.tenant(null);
    const found = await observeDestination(servicePrincipalId, tenant.destination, call);
    if (found === null && request.private.get("import_found") === true) return null;
    if (found === null) throw unknownServicePrincipal(servicePrincipalId);
    request.private.set("import_found", true);
    provider.memory.markOwn(servicePrincipalId);
    return { ...state, provisioning_job: provisioningJob(found.jobs) };
  } catch (caught) {
    const problem = Problem.from(caught);
    if (!isRefused(problem) && problem.code !== "invalid_input") throw problem;
    diagnostics.warning(
      "The imported sync was not looked at",
      `The provider's own credentials cannot read service principal ${servicePrincipalId}: ${reasonOf(problem)} It was taken as it is; the first apply reads it with its connection and pushes the token.`,
    );
    return state;
  }
}
