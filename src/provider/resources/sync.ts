import type { Clients, Tenant } from "../../clients/clients";
import { Problem } from "../../core/problem";
import type { Diagnostics } from "../../framework/diagnostics";
import type { KnownConfig, Planned, State } from "../../framework/infer";
import { known } from "../../framework/known";
import type { OperationContext, Resource } from "../../framework/resource";
import { settle } from "../../framework/settle";
import { isUnknown } from "../../framework/value";
import { assess } from "../../sync/assess";
import { locationOf } from "../../sync/location";
import type { SyncObservation } from "../../sync/model";
import { observe, type Ports } from "../../sync/observe";
import { push } from "../../sync/push";
import type { PushResult, TokenOrigin, Validation } from "../../sync/push-request";
import { type Runtime, requireClients } from "../runtime";
import { tenantOf } from "../tenant-of";
import { destroySync } from "./destroy-sync";
import { readImported, readSync } from "./read-sync";
import { parseSyncId } from "./sync-id";
import { decide, openPlan, plannedDestination, plannedSource, pushPlan, type SyncSchema } from "./sync-plan";
import { checkPlan } from "./sync-plan-checks";
import { warnOfAddress, warnOfStanding } from "./sync-warnings";

/** `entrascim_sync`: keeps the token on a service principal (DESIGN §5). */
export const syncResource: Resource<SyncSchema, Runtime> = {
  async plan(request) {
    const { config, prior } = request;
    const destination = plannedDestination(prior, request.planned);
    const next: Planned<SyncSchema> = {
      ...request.planned,
      source: plannedSource(config, request.planned, request.provider),
      destination,
      id: destination.service_principal_id,
    };
    claim(request.provider, next);
    const { push: sends } = decide(prior, next);
    if (sends === "no") {
      if (prior !== null) warnOfStanding(prior, request.diagnostics);
      return {
        planned: prior?.sync_status === "unreadable" ? { ...next, ...openPlan(next), ...kept(prior) } : next,
      };
    }
    if (prior !== null) warnOfAddress(prior, destination.base_address !== null, request.diagnostics);
    const planned = { ...next, ...(sends === "yes" ? pushPlan(prior, next) : openPlan(next)) };
    await checkPlan(request, planned);
    return { planned };
  },

  async create({ config, planned, ...context }) {
    return apply(null, config, planned, context);
  },

  async update({ config, planned, prior, ...context }) {
    for (const mark of ["imported_tenant", "import_found"]) context.private.set(mark, undefined);
    if (decide(prior, planned).push === "yes") return apply(prior, config, planned, context);
    if (prior.sync_status !== "unreadable") return settle<SyncSchema>(planned, {});
    const observed = await lookAgain(prior, config, planned, context);
    const now = { ...prior, ...observed };
    if (decide(now, planned).push === "yes") return apply(now, config, planned, context);
    return settle<SyncSchema>(planned, observed);
  },

  async read(request) {
    if (request.provider.clients === null) return request.state;
    const imported = request.state.destination?.connection === null;
    return imported ? readImported(request) : readSync(request);
  },

  delete: destroySync,

  async import({ id, private: stored }) {
    const { tenantId, servicePrincipalId } = parseSyncId(id);
    stored.set("imported_tenant", tenantId ?? undefined);
    return {
      id: servicePrincipalId,
      destination: { connection: null, service_principal_id: servicePrincipalId, base_address: null },
    };
  },
};

/** What an unreadable sync keeps in a plan: an apply that only reads again does not change it. */
function kept(prior: State<SyncSchema>): Partial<Planned<SyncSchema>> {
  return {
    service_principal_display_name: prior.service_principal_display_name,
  };
}

/** Two syncs of one run on one destination would overwrite each other's token in turn. Throws for the second. */
function claim(provider: Runtime, next: Pick<Planned<SyncSchema>, "name" | "destination">): void {
  const objectId = next.destination?.service_principal_id ?? null;
  if (objectId === null || isUnknown(objectId) || isUnknown(next.name)) return;
  const other = provider.memory.claim(objectId, next.name);
  if (other !== null) throw sameDestination(other, next.name, objectId);
}

function sameDestination(one: string, other: string, objectId: string): Problem {
  return new Problem("conflict", {
    summary: "Two syncs have the same destination",
    detail: `Syncs "${one}" and "${other}" both push to service principal ${objectId}; each would overwrite the other's token. Keep one of them.`,
    path: ["destination", "service_principal_id"],
  });
}

/** A trigger is how a configuration says that the same run rotates the secret. */
function wasTriggered(prior: State<SyncSchema> | null, config: KnownConfig<SyncSchema>): boolean {
  return config.sync_trigger !== null && config.sync_trigger !== (prior?.sync_trigger ?? null);
}

type ApplyContext = OperationContext<Runtime>;

async function apply(
  prior: State<SyncSchema> | null,
  config: KnownConfig<SyncSchema>,
  planned: Planned<SyncSchema>,
  context: ApplyContext,
): Promise<State<SyncSchema>> {
  const { provider, diagnostics, call } = context;
  claim(provider, config);
  const clients = requireClients(provider);
  const tenant = tenantOf(clients, config.destination.connection, ["destination", "connection"]);
  const objectId = config.destination.service_principal_id;
  const result = await provider.memory.exclusively(objectId, async () => {
    // One sync pushes once in a run: it is another one of the same name, which its claim cannot tell apart.
    if (provider.memory.wasPushed(objectId)) throw sameDestination(config.name, config.name, objectId);
    const pushed = await push(
      {
        servicePrincipalId: objectId,
        origin: originOf(config, planned),
        baseAddress: config.destination.base_address,
        validation: validationOf(planned.validation),
        recoverFromQuarantine: planned.recover_from_quarantine !== false,
        fresh: wasTriggered(prior, config),
        prior,
      },
      { ports: portsOf(clients, tenant), call, clock: provider.clock },
    );
    provider.memory.markPushed(objectId);
    return pushed;
  });
  tell(result, diagnostics);
  return settle<SyncSchema>(planned, result.observation);
}

/** Reads both ends of a sync that refresh could not read. Throws where it is refused still. */
async function lookAgain(
  prior: State<SyncSchema>,
  config: KnownConfig<SyncSchema>,
  planned: Planned<SyncSchema>,
  { provider, call }: ApplyContext,
): Promise<SyncObservation> {
  const clients = requireClients(provider);
  const tenant = tenantOf(clients, config.destination.connection, ["destination", "connection"]);
  const source = known(planned.source) ?? null;
  const servicePrincipalId = config.destination.service_principal_id;
  const observation = await observe({ source, servicePrincipalId }, portsOf(clients, tenant), call);
  if (observation === null) {
    throw new Problem("not_found", {
      summary: "The service principal does not exist any more",
      detail: `Service principal ${servicePrincipalId} was deleted. Run the plan again: it will remove the sync from state.`,
      path: ["destination", "service_principal_id"],
    });
  }
  // What was unreadable is judged afresh; everything else of the prior state counts.
  return assess({ ...prior, source, sync_status: null, sync_message: null }, observation);
}

/** The clients fit the engine's ports as they are; this line is where the compiler holds them to it. */
function portsOf(clients: Clients, tenant: Tenant): Ports {
  return { source: clients.source, destination: tenant.destination };
}

function originOf(config: KnownConfig<SyncSchema>, planned: Planned<SyncSchema>): TokenOrigin {
  if (config.token_wo !== null) return { kind: "value", token: config.token_wo };
  const source = known(planned.source) ?? null;
  if (source === null) {
    throw new Problem("invalid_input", {
      summary: "No token",
      detail: "Neither source nor token_wo has a value. Give one of them.",
      path: ["source"],
    });
  }
  return { kind: "secret", location: locationOf(source), version: source.version };
}

function validationOf(value: unknown): Validation {
  return value === "strict" || value === "off" ? value : "standard";
}

function tell(result: PushResult, diagnostics: Diagnostics): void {
  for (const warning of result.warnings) diagnostics.warning(warning.summary, warning.detail);
  if (result.error !== null) diagnostics.problem("error", result.error);
}
