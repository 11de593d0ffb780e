import { randomUUID } from "node:crypto";
import type { Job, ServicePrincipalRecord } from "../graph/graph-state";
import { enterQuarantine, recordSuccess } from "../graph/job-state";
import type { EmulatorState } from "../state";
import { addressOf, type CredentialFailure, explain, UNAVAILABLE } from "./credential-test";
import { scimUrl } from "./scim-url";

/** What a cycle came to. */
export type CycleOutcome =
  /** A user was created in the application. */
  | { readonly outcome: "provisioned"; readonly userName: string }
  /** The application refused or was not there; the job is in quarantine. */
  | { readonly outcome: "quarantined"; readonly code: string }
  /** The job is not scheduled, or was deleted meanwhile. */
  | { readonly outcome: "skipped"; readonly reason: string };

/**
 * One provisioning cycle: really provisions one more user in the application, with the stored credentials. A failure
 * puts the job in quarantine with `EncounteredQuarantineException`, a success ends a quarantine.
 */
export async function runCycle(
  state: EmulatorState,
  servicePrincipal: ServicePrincipalRecord,
  job: Job,
): Promise<CycleOutcome> {
  if (job.schedule !== "Active") return { outcome: "skipped", reason: `the schedule is ${job.schedule}` };
  const began = state.clock.now();
  const userName = `user-${job.runs + 1}.${servicePrincipal.id.slice(0, 8)}@${state.entra.tenant.domains[0] ?? "contoso.com"}`;
  const failure = await provision(state, servicePrincipal, userName);
  if (!servicePrincipal.jobs.includes(job)) return { outcome: "skipped", reason: "the job was deleted" };
  const execution = { activityIdentifier: randomUUID(), began, ended: state.clock.now() };
  if (failure === null) {
    recordSuccess(job, { ...execution, state: "Succeeded", exported: 1, error: null });
    return { outcome: "provisioned", userName };
  }
  const error = { ...failure, tenantActionable: true };
  job.lastExecution = { ...execution, state: "Failed", exported: 0, error };
  enterQuarantine(job, "EncounteredQuarantineException", error, state.clock.now());
  return { outcome: "quarantined", code: failure.code };
}

async function provision(
  state: EmulatorState,
  servicePrincipal: ServicePrincipalRecord,
  userName: string,
): Promise<CredentialFailure | null> {
  const base = addressOf(servicePrincipal, servicePrincipal.secrets);
  const token = servicePrincipal.secrets.get("SecretToken") ?? null;
  const search = base === null ? null : scimUrl(base, "Users", { filter: `userName eq "${userName}"` });
  const create = base === null ? null : scimUrl(base, "Users");
  if (search === null || create === null) {
    return { code: UNAVAILABLE, message: "The tenant URL is missing or is not an absolute address." };
  }
  const found = await state.outbound({ method: "GET", url: search, token });
  if (!found.reached || found.status !== 200) return explain(search, "GET", found);
  if (found.body.includes(`"${userName}"`)) return null;
  const created = await state.outbound({ method: "POST", url: create, token, body: userOf(userName) });
  return created.reached && created.status === 201 ? null : explain(create, "POST", created);
}

function userOf(userName: string): Record<string, unknown> {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    externalId: userName,
    userName,
    displayName: userName.split("@")[0],
    active: true,
    emails: [{ value: userName, type: "work", primary: true }],
  };
}
