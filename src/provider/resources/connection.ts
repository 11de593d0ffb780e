import type { Tenant } from "../../clients/clients";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { Diagnostics } from "../../framework/diagnostics";
import { difference } from "../../framework/difference";
import type { Planned, State } from "../../framework/infer";
import type { PlanRequest, Resource } from "../../framework/resource";
import { settle } from "../../framework/settle";
import { isUnknown, UNKNOWN, type Unknown } from "../../framework/value";
import { isUnusableConnection, reasonOf } from "../refused";
import { type Runtime, requireClients } from "../runtime";
import type { connectionSchema } from "./connection.schema";
import { refusalPath } from "./refusal-path";

type Schema = typeof connectionSchema;

/** Application roles with which a push is possible, as Graph documents them for the synchronization API. */
const PUSHING_ROLES: readonly string[] = [
  "Application.ReadWrite.All",
  "Application.ReadWrite.OwnedBy",
  "Directory.ReadWrite.All",
  "Synchronization.ReadWrite.All",
];

/** `entrascim_connection`: signs in when it is created, updated and refreshed (DESIGN §4). */
export const connectionResource: Resource<Schema, Runtime> = {
  async plan(request) {
    const planned = { ...request.planned, tenant_id: tenantId(request), cloud: cloud(request) };
    const renewed = request.prior === null || signsInDifferently(request.prior, planned);
    const result: Planned<Schema> = {
      ...planned,
      id: idOf(planned.tenant_id, planned.name),
      granted_permissions:
        renewed || request.prior?.status !== "ok" ? UNKNOWN : (request.prior?.granted_permissions ?? null),
      status: "ok",
      status_message: null,
    };
    return { planned: result };
  },

  async create({ planned, provider, call }) {
    return signedIn(settleInput(planned), provider, call);
  },

  async update({ planned, prior, provider, call }) {
    const next = settleInput(planned);
    if (prior.status === "ok" && !signsInDifferently(prior, next)) {
      return settle<Schema>(planned, {});
    }
    return signedIn(next, provider, call);
  },

  async read({ state, provider, call, diagnostics }) {
    if (provider.clients === null) return state;
    // An import id names no cloud. The provider's is planned, and must be no change.
    const cloud = state.cloud ?? provider.clients.defaultCloud;
    try {
      return await signedIn({ ...state, cloud }, provider, call);
    } catch (caught) {
      const problem = Problem.from(caught);
      if (!isUnusableConnection(problem)) throw problem;
      return refused(state, problem, diagnostics);
    }
  },

  async delete() {
    // A connection has no object of its own in Entra: forgetting it is all there is to do.
  },

  async import({ id }) {
    const [tenant, name, ...rest] = id.split("/");
    if (tenant === undefined || tenant === "" || name === undefined || name === "" || rest.length > 0) {
      throw new Problem("invalid_input", {
        summary: "The import id is not valid",
        detail: `Expected <tenant_id>/<name>, such as 00000000-0000-0000-0000-000000000000/entra-prod, and got "${id.slice(0, 100)}".`,
      });
    }
    return { id, tenant_id: tenant, name };
  },
};

function tenantId({ config, prior, provider }: PlanRequest<Schema, Runtime>): string | Unknown {
  if (config.tenant_id !== null) return config.tenant_id;
  const stored = prior?.tenant_id ?? null;
  if (provider.clients === null) return stored ?? UNKNOWN;
  const fallback = provider.clients.defaultTenantId;
  if (stored !== null) {
    if (fallback === null || fallback.toLowerCase() === stored.toLowerCase()) return stored;
    throw new Problem("invalid_input", {
      summary: "The provider's tenant is another one now",
      detail: `This connection is for tenant ${stored} and does not name a tenant; the provider's default is ${fallback} now. Write the tenant that is meant into the connection's tenant_id.`,
      path: ["tenant_id"],
    });
  }
  if (fallback !== null) return fallback;
  throw new Problem("invalid_input", {
    summary: "No tenant",
    detail:
      "The connection names no tenant and the provider has no default. Set tenant_id here, azure.tenant_id in the provider block, or ARM_TENANT_ID or AZURE_TENANT_ID.",
    path: ["tenant_id"],
  });
}

function cloud({ config, provider }: PlanRequest<Schema, Runtime>): string | Unknown {
  return config.cloud ?? provider.clients?.defaultCloud ?? UNKNOWN;
}

function idOf(tenant: string | Unknown | null, name: string | Unknown | null): string | Unknown {
  if (tenant === null || name === null || isUnknown(tenant) || isUnknown(name)) return UNKNOWN;
  return `${tenant}/${name}`;
}

type SignInPart = Pick<Planned<Schema>, "tenant_id" | "client_id" | "cloud" | "auth">;

function signsInDifferently(prior: State<Schema>, next: SignInPart | State<Schema>): boolean {
  const pick = (from: SignInPart | State<Schema>) => [from.tenant_id, from.client_id, from.cloud, from.auth];
  return difference(pick(prior), pick(next)) !== "no";
}

function settleInput(planned: Planned<Schema>): State<Schema> {
  return settle<Schema>(planned, { granted_permissions: null });
}

/** The state of a connection whose sign-in works. Throws where it does not, or where it could push nothing. */
async function signedIn(state: State<Schema>, provider: Runtime, call: CallOptions): Promise<State<Schema>> {
  const tenant = requireClients(provider).tenant(state);
  const granted_permissions = await usableRoles(tenant, call).catch((caught: unknown) => {
    const problem = Problem.from(caught);
    const path = refusalPath(state, problem);
    throw path === null ? problem : problem.at(path);
  });
  return {
    ...state,
    granted_permissions,
    status: "ok",
    status_message: null,
  };
}

/** The roles of a token with which a push is possible; null for a token that is not app-only. */
async function usableRoles(tenant: Tenant, call: CallOptions): Promise<readonly string[] | null> {
  const { roles } = await tenant.signIn(call);
  if (roles === null) return null;
  const usable = PUSHING_ROLES.filter((role) => roles.includes(role));
  if (usable.length > 0) return usable;
  throw new Problem("forbidden", {
    summary: "The application may not write synchronization secrets",
    detail: `The sign-in to tenant ${tenant.tenantId} works, but its token holds none of ${PUSHING_ROLES.join(", ")}. Grant the application permission Synchronization.ReadWrite.All of Microsoft Graph, with admin consent, and run it again; a new consent can take minutes to arrive.`,
    path: ["client_id"],
  });
}

function refused(state: State<Schema>, problem: Problem, diagnostics: Diagnostics): State<Schema> {
  diagnostics.warning(
    "The connection cannot sign in",
    `Connection ${state.name ?? state.id ?? "(unnamed)"}: ${reasonOf(problem)} Its state is kept as it is; the next apply tries again.`,
  );
  return { ...state, status: "refused", status_message: reasonOf(problem) };
}
