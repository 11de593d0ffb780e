import { randomBytes } from "node:crypto";
import { addApplication } from "../apply-seed";
import { derivedUuid } from "../derived-uuid";
import type { GraphSwitches, Job, ServicePrincipalRecord } from "../graph/graph-state";
import type { Actor } from "../infisical/infisical-state";
import { deleteSecret, renameSecret, type SecretPosition, writeSecret } from "../infisical/write-secret";
import { type CycleOutcome, runCycle } from "../provisioning/cycle";
import { resolveApplication } from "../seed";
import type { Services } from "../serve-request";
import { type FaultInput, faultSchema } from "../traffic/faults";
import type { Pause, PauseMoment } from "../traffic/pauses";
import type { RequestRecord } from "../traffic/request-log";
import type { RequestMatch } from "../traffic/request-match";
import { AppControl } from "./app-control";
import { InfisicalControl } from "./infisical-control";
import { type Inspection, inspect } from "./inspection";
import { present } from "./missing";
import { PortalControl } from "./portal-control";

/** Where a secret stands; the seed's first project and the folder `/scim` unless told. */
export interface SecretAddress {
  readonly project?: string;
  readonly environment: string;
  readonly path?: string;
  readonly key: string;
}

/** An application that {@link Control.addApplications} made. */
export interface AddedApplication {
  readonly name: string;
  readonly servicePrincipalId: string;
  /** Its tenant URL in the provisioning configuration. */
  readonly baseAddress: string;
  /** Key of its token in the folder `/scim`. */
  readonly secretKey: string;
}

const PERSON: Actor = { actorId: derivedUuid("user:ada"), actorType: "user", name: "ada@contoso.com" };

/**
 * Changes and looks into the emulated world, from the same process. What is not there is a `not_found` problem.
 * The HTTP control API offers the same operations.
 */
export class Control {
  /** App registrations and what pipelines are handed. */
  readonly apps: AppControl;
  /** Enterprise applications. */
  readonly portal: PortalControl;
  /** Identities, permissions and limits of Infisical. */
  readonly infisical: InfisicalControl;

  constructor(
    private readonly services: Services,
    /** Resolves when cycles that were begun in the background have ended. */
    readonly settled: () => Promise<void>,
  ) {
    this.apps = new AppControl(services.state);
    this.portal = new PortalControl(services.state);
    this.infisical = new InfisicalControl(services.state);
  }

  /** The application hands out a new token and accepts no other; nobody else is told. Gives the new one. */
  rotateToken(name: string): string {
    const application = present(
      this.services.state.scim.applications.get(name),
      `an application named ${name}`,
    );
    application.tokensIssued += 1;
    application.token = `scim.${name}.${application.tokensIssued}.${randomBytes(18).toString("base64url")}`;
    return application.token;
  }

  /** Creates a secret or a new version of it. Gives its id and version. */
  setSecret(address: SecretAddress, value: string, actor: Actor = PERSON): { id: string; version: number } {
    const { id, versions } = writeSecret(this.services.state, this.#position(address), value, actor);
    return { id, version: versions.length };
  }

  /** Deletes a secret; one of the same key later has another id. */
  deleteSecret(address: SecretAddress): void {
    deleteSecret(this.services.state, this.#position(address));
  }

  /** Gives a secret another key; its id stays. */
  renameSecret(address: SecretAddress, key: string): void {
    renameSecret(this.services.state, this.#position(address), key);
  }

  /**
   * Adds many applications at once, named `app-0001` and on, each with a service principal, a job on schedule, and
   * its token in `/scim` of the environment as `APP_0001_SCIM_TOKEN`.
   */
  addApplications(count: number, environment = "prod"): readonly AddedApplication[] {
    const first = [...this.services.state.scim.applications.keys()].filter((name) =>
      name.startsWith("app-"),
    ).length;
    return Array.from({ length: count }, (_, index) => {
      const number = String(first + index + 1).padStart(4, "0");
      const name = `app-${number}`;
      const servicePrincipal = addApplication(
        this.services.state,
        resolveApplication({ name, displayName: `Application ${number}` }),
      );
      const secretKey = `APP_${number}_SCIM_TOKEN`;
      this.setSecret({ environment, key: secretKey }, this.inspectToken(name));
      const baseAddress = servicePrincipal.secrets.get("BaseAddress") ?? "";
      return { name, servicePrincipalId: servicePrincipal.id, baseAddress, secretKey };
    });
  }

  /** The token that an application accepts now. */
  inspectToken(name: string): string {
    return present(this.services.state.scim.applications.get(name), `an application named ${name}`).token;
  }

  /** Looks at everything, secrets in clear. */
  inspect(): Inspection {
    return inspect(this.services.state);
  }

  /** Runs a cycle of a service principal's job (the first unless named) now, and gives what it came to. */
  runCycle(servicePrincipalId: string, jobId?: string): Promise<CycleOutcome> {
    const { servicePrincipal, job } = this.#job(servicePrincipalId, jobId);
    return runCycle(this.services.state, servicePrincipal, job);
  }

  /**
   * Moves the time forward: tokens expire, locks open, and quarantined jobs on schedule really make the attempts
   * that become due, each at its time. Jobs that are not in quarantine run when {@link runCycle} says so.
   */
  async advanceTime(ms: number): Promise<void> {
    const { clock } = this.services.state;
    const end = clock.now() + ms;
    for (let due = this.#nextAttempt(end); due !== null; due = this.#nextAttempt(end)) {
      clock.advance(Math.max(0, due.at - clock.now()));
      await runCycle(this.services.state, due.servicePrincipal, due.job);
    }
    clock.advance(Math.max(0, end - clock.now()));
  }

  /** The services' clock goes wrong: it is so many milliseconds ahead of the machine's from now on, or behind it. */
  setClockSkew(ms: number): void {
    this.services.state.clock.setOffset(ms);
  }

  /** Plans a fault. Throws `invalid_input` when it is not one. */
  fault(fault: FaultInput): void {
    this.services.traffic.faults.add(faultSchema.parse(fault));
  }

  /** No fault befalls a request any more. */
  clearFaults(): void {
    this.services.traffic.faults.clear();
  }

  /** Holds the next request that matches, before the service sees it or after it has done what was asked. */
  pauseAt(match: RequestMatch, moment: PauseMoment = "before"): Pause {
    return this.services.traffic.pauses.set(match, moment);
  }

  /** A pause that is not over, by its id. */
  pause(id: number): Pause {
    return present(this.services.traffic.pauses.find(id), `a pause with the id ${id}`);
  }

  /** The requests that the services received, the control API's own left out. */
  requests(): readonly RequestRecord[] {
    return this.services.traffic.log.records;
  }

  /** How many requests there were, by `METHOD route`. */
  counts(): Readonly<Record<string, number>> {
    return this.services.traffic.log.counts;
  }

  /** The most requests that were under way at once, by service (`graph`, `infisical`, …). */
  peakConcurrency(): Readonly<Record<string, number>> {
    return this.services.traffic.log.peaks;
  }

  /** Forgets the requests and the violations so far. */
  clearRequests(): void {
    this.services.traffic.log.clear();
    this.services.state.violations.length = 0;
  }

  /** What clients did that the real services would refuse or warn against. */
  violations(): readonly string[] {
    return this.services.state.violations;
  }

  /** Switches behaviours that documentation leaves open. */
  setSwitches(switches: Partial<GraphSwitches>): void {
    Object.assign(this.services.state.graph.switches, switches);
  }

  /** Milliseconds by which every answer is delayed from now on. */
  setLatency(ms: number): void {
    this.services.traffic.latencyMs = ms;
  }

  #position(address: SecretAddress): SecretPosition {
    const first = [...this.services.state.infisical.projects.keys()][0];
    return {
      project: address.project ?? present(first, "any Infisical project"),
      environment: address.environment,
      path: address.path ?? "/scim",
      key: address.key,
    };
  }

  #job(id: string, jobId?: string): { readonly servicePrincipal: ServicePrincipalRecord; readonly job: Job } {
    const servicePrincipal = present(
      this.services.state.graph.servicePrincipals.get(id),
      `a service principal with the object id ${id}`,
    );
    const job = servicePrincipal.jobs.find((each) => jobId === undefined || each.id === jobId);
    return { servicePrincipal, job: present(job, `such a job of the service principal ${id}`) };
  }

  #nextAttempt(end: number) {
    const waiting = [...this.services.state.graph.servicePrincipals.values()].flatMap((servicePrincipal) =>
      servicePrincipal.jobs.flatMap((job) =>
        job.schedule === "Active" && job.quarantine !== null && job.quarantine.nextAttempt <= end
          ? [{ servicePrincipal, job, at: job.quarantine.nextAttempt }]
          : [],
      ),
    );
    return waiting.sort((a, b) => a.at - b.at)[0] ?? null;
  }
}
