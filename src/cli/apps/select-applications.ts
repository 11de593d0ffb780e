import type { ProvisionedApplication, Tenant } from "../../clients/clients";
import { withJobs } from "../../clients/find-applications";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { ServicePrincipal } from "../../sync/ports";
import { plainText } from "../text/plain-text";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The applications that are named, each by object id, application id or its exact display name, in that order and
 * each once, with their jobs.
 *
 * Rejects with `not_found` for a name that nobody has, `ambiguous` for one that several have, and as `Directory` and
 * `Destination.jobs` do.
 */
export async function selectApplications(
  tenant: Tenant,
  named: readonly string[],
  call: CallOptions,
): Promise<readonly ProvisionedApplication[]> {
  const selected = new Map<string, ServicePrincipal>();
  for (const name of named) {
    const principal = UUID.test(name) ? await byId(tenant, name, call) : await byName(tenant, name, call);
    selected.set(principal.objectId, principal);
  }
  return Promise.all([...selected.values()].map((principal) => withJobs(principal, tenant, call)));
}

async function byId(tenant: Tenant, id: string, call: CallOptions): Promise<ServicePrincipal> {
  try {
    return await tenant.destination.servicePrincipal(id, call);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code !== "not_found") throw problem;
  }
  const found = await tenant.directory.byAppId(id, call);
  if (found !== null) return found;
  throw absent(tenant, `with the object id or application id ${id}`);
}

async function byName(tenant: Tenant, name: string, call: CallOptions): Promise<ServicePrincipal> {
  const found = await tenant.directory.byDisplayName(name, call);
  const [first, ...others] = found;
  if (first === undefined) throw absent(tenant, `called "${plainText(name)}"`);
  if (others.length === 0) return first;
  throw new Problem("ambiguous", {
    summary: "Several applications have this name",
    detail: [
      `"${plainText(name)}" is the display name of ${found.length}. Give --app the object id of the one that is meant:`,
      ...found.map(({ objectId, appId }) => `  ${objectId} (application id ${appId})`),
    ].join("\n"),
  });
}

function absent(tenant: Tenant, which: string): Problem {
  return new Problem("not_found", {
    summary: "There is no such application",
    detail: `Tenant ${tenant.tenantId} has no enterprise application ${which}. \`entrascim apps WORDS\` searches by the beginnings of words.`,
  });
}
