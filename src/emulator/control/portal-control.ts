import { addApplication } from "../apply-seed";
import type { Job, QuarantineReason, ScheduleState, ServicePrincipalRecord } from "../graph/graph-state";
import { credentialsChanged, enterQuarantine, pauseJob, startJob } from "../graph/job-state";
import { type ApplicationSeedInput, resolveApplication } from "../seed";
import type { EmulatorState } from "../state";
import { present } from "./missing";

/** What an administrator does to enterprise applications, in the portal or by other tools. */
export class PortalControl {
  constructor(private readonly state: EmulatorState) {}

  /** Adds an enterprise application with its SCIM endpoint; gives the object id of its service principal. */
  addApplication(seed: ApplicationSeedInput): string {
    return addApplication(this.state, resolveApplication(seed)).id;
  }

  /** Removes the stored token. */
  removeToken(servicePrincipalId: string): void {
    this.setStoredSecrets(servicePrincipalId, { SecretToken: null });
  }

  /** Changes the tenant URL. */
  setBaseAddress(servicePrincipalId: string, address: string): void {
    this.setStoredSecrets(servicePrincipalId, { BaseAddress: address });
  }

  /** Stores synchronization secrets as they are, by key; null removes one. */
  setStoredSecrets(servicePrincipalId: string, secrets: Readonly<Record<string, string | null>>): void {
    const servicePrincipal = this.#find(servicePrincipalId);
    for (const [key, value] of Object.entries(secrets)) {
      if (value === null) servicePrincipal.secrets.delete(key);
      else servicePrincipal.secrets.set(key, value);
    }
    credentialsChanged(servicePrincipal);
  }

  /** Deletes the service principal; Graph answers 404 from now on. */
  deleteServicePrincipal(servicePrincipalId: string): void {
    this.#find(servicePrincipalId);
    this.state.graph.servicePrincipals.delete(servicePrincipalId);
  }

  /** Gives it another display name. */
  renameServicePrincipal(servicePrincipalId: string, displayName: string): void {
    this.#find(servicePrincipalId).displayName = displayName;
  }

  /** Graph does not see it for the next so many reads, or so many milliseconds: as right after its creation. */
  hideServicePrincipal(
    servicePrincipalId: string,
    lag: { readonly reads?: number; readonly ms?: number },
  ): void {
    const servicePrincipal = this.#find(servicePrincipalId);
    servicePrincipal.hiddenReads = lag.reads ?? 0;
    servicePrincipal.hiddenUntil = this.state.clock.now() + (lag.ms ?? 0);
  }

  /** Puts the first job in quarantine. */
  quarantine(servicePrincipalId: string, reason: QuarantineReason = "EncounteredQuarantineException"): void {
    const error = {
      code: "QuarantinedByTest",
      message: "Quarantined through the control API.",
      tenantActionable: true,
    };
    enterQuarantine(this.#job(servicePrincipalId), reason, error, this.state.clock.now());
  }

  /** Turns provisioning on or off for the first job, without running it. */
  setSchedule(servicePrincipalId: string, schedule: ScheduleState): void {
    const servicePrincipal = this.#find(servicePrincipalId);
    const job = this.#job(servicePrincipalId);
    if (schedule === "Paused") pauseJob(job);
    else if (schedule === "Active") startJob(servicePrincipal, job, false);
    else job.schedule = schedule;
  }

  /** Removes all jobs; stored secrets stay. */
  removeJobs(servicePrincipalId: string): void {
    this.#find(servicePrincipalId).jobs.splice(0);
  }

  #find(id: string): ServicePrincipalRecord {
    return present(
      this.state.graph.servicePrincipals.get(id),
      `a service principal with the object id ${id}`,
    );
  }

  #job(id: string): Job {
    return present(this.#find(id).jobs[0], `a job of the service principal ${id}`);
  }
}
