import type { CallOptions } from "../core/clock";
import { Problem } from "../core/problem";
import type { ProvisionedApplication, Tenant } from "./clients";
import type { ServicePrincipal } from "./graph/destination";

/** What was found of a tenant's applications. */
export interface FoundApplications {
  /** Those whose jobs are known, by display name; many have none. */
  readonly applications: readonly ProvisionedApplication[];
  /** Those whose jobs were refused: an identity that may see all applications need not manage all of them. */
  readonly refused: readonly ServicePrincipal[];
}

/** Is told how many applications have been looked at, of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * The applications whose display name has these word prefixes, or all for null, with their provisioning jobs: a list
 * of the tenant and one request for each application, as many at a time as the clients' limit allows.
 *
 * Throws the problem of the list, the refusal where *every* application refused to tell its jobs, and the first other
 * problem of any of them; requests that are under way then are given up.
 */
export async function findApplications(
  tenant: Tenant,
  search: string | null,
  call: CallOptions,
  onProgress: Progress = () => {},
): Promise<FoundApplications> {
  const principals = await tenant.directory.search(search, call);
  const failure = new AbortController();
  const own = { ...call, signal: AbortSignal.any([call.signal, failure.signal]) };
  let done = 0;
  onProgress(done, principals.length);
  const looks = principals.map(async (principal) => {
    const look = await lookAt(principal, tenant, own);
    onProgress(++done, principals.length);
    return { principal, look };
  });
  try {
    return sorted(await Promise.all(looks));
  } finally {
    // What is left would only keep the process from ending.
    failure.abort();
  }
}

/** A service principal with its provisioning jobs. Throws as `Destination.jobs` does, but for those that can have none. */
export async function withJobs(
  principal: ServicePrincipal,
  tenant: Tenant,
  call: CallOptions,
): Promise<ProvisionedApplication> {
  try {
    return { ...principal, jobs: await tenant.destination.jobs(principal.objectId, call) };
  } catch (caught) {
    const problem = Problem.from(caught);
    // Most service principals have nothing to do with provisioning; Graph may answer 404 for those.
    if (problem.code === "not_found") return { ...principal, jobs: [] };
    throw problem;
  }
}

async function lookAt(
  principal: ServicePrincipal,
  tenant: Tenant,
  call: CallOptions,
): Promise<ProvisionedApplication | Problem> {
  try {
    return await withJobs(principal, tenant, call);
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code === "forbidden") return problem;
    throw problem;
  }
}

interface Looked {
  readonly principal: ServicePrincipal;
  readonly look: ProvisionedApplication | Problem;
}

function sorted(looked: readonly Looked[]): FoundApplications {
  const applications: ProvisionedApplication[] = [];
  const refused: ServicePrincipal[] = [];
  let refusal: Problem | null = null;
  for (const { principal, look } of looked) {
    if (look instanceof Problem) {
      refused.push(principal);
      refusal ??= look;
    } else {
      applications.push(look);
    }
  }
  if (refusal !== null && applications.length === 0) throw refusal;
  return { applications, refused };
}
