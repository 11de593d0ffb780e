import type { ServicePrincipalRecord } from "./graph-state";
import {
  createJob,
  credentialsChanged,
  enterQuarantine,
  pauseJob,
  recordSuccess,
  restartJob,
  startJob,
} from "./job-state";

const HOUR = 3_600_000;
const ERROR = { code: "X", message: "x", tenantActionable: true };
const SUCCESS = {
  activityIdentifier: "a",
  state: "Succeeded",
  began: 0,
  ended: 5,
  exported: 1,
  error: null,
} as const;

function application(token: string | null = "t") {
  const servicePrincipal: ServicePrincipalRecord = {
    id: "sp",
    appId: "app",
    displayName: "App",
    accountEnabled: true,
    servicePrincipalType: "Application",
    tags: [],
    templates: [{ id: "scim", factoryTag: "CustomSCIM" }],
    connectorAddress: null,
    secrets: new Map(token === null ? [] : [["SecretToken", token]]),
    jobs: [],
    hiddenReads: 0,
    hiddenUntil: 0,
  };
  const job = createJob(servicePrincipal, "scim");
  servicePrincipal.jobs.push(job);
  return { servicePrincipal, job };
}

describe("a job", () => {
  it("is made disabled, with an id of template, 32 hex digits and a UUID", () => {
    const { job } = application(null);
    expect(job.id).toMatch(/^scim\.[0-9a-f]{32}\.[0-9a-f-]{36}$/);
    expect([job.schedule, job.code]).toEqual(["Disabled", "NotConfigured"]);
  });

  it("goes from NotConfigured over NotRun to Active, and stays Active without its token", () => {
    const { servicePrincipal, job } = application(null);
    startJob(servicePrincipal, job, true);
    expect([job.schedule, job.code]).toEqual(["Active", "NotConfigured"]);
    servicePrincipal.secrets.set("SecretToken", "t");
    credentialsChanged(servicePrincipal);
    expect(job.code).toBe("NotRun");
    recordSuccess(job, SUCCESS);
    expect(job.code).toBe("Active");
    servicePrincipal.secrets.clear();
    credentialsChanged(servicePrincipal);
    expect(job.code).toBe("Active");
  });

  it("goes back to NotConfigured when its credentials are taken before it ran", () => {
    const { servicePrincipal, job } = application();
    expect(job.code).toBe("NotRun");
    servicePrincipal.secrets.clear();
    credentialsChanged(servicePrincipal);
    expect(job.code).toBe("NotConfigured");
  });

  it("is paused and resumed where it was", () => {
    const { servicePrincipal, job } = application();
    recordSuccess(job, SUCCESS);
    pauseJob(job);
    expect([job.schedule, job.code]).toEqual(["Paused", "Paused"]);
    startJob(servicePrincipal, job, true);
    expect([job.schedule, job.code]).toEqual(["Active", "Active"]);
  });

  it("shows a quarantine while it is paused", () => {
    const { job } = application();
    enterQuarantine(job, "EncounteredQuarantineException", ERROR, 0);
    pauseJob(job);
    expect([job.schedule, job.code]).toEqual(["Paused", "Quarantine"]);
  });

  it("is tried again 6, 12 and 24 hours after the first failure, then daily, and disabled after 28 days", () => {
    const { servicePrincipal, job } = application();
    startJob(servicePrincipal, job, true);
    const attempts: number[] = [];
    for (let now = 0; job.schedule === "Active"; now = job.quarantine?.nextAttempt ?? now) {
      enterQuarantine(job, "EncounteredQuarantineException", ERROR, now);
      attempts.push((job.quarantine?.nextAttempt ?? 0) / HOUR);
    }
    expect(attempts.slice(0, 5)).toEqual([6, 12, 24, 48, 72]);
    expect(job.quarantine?.seriesBegan).toBe(0);
    expect(job.quarantine?.currentBegan).toBe(28 * 24 * HOUR);
  });

  it("begins another series for another reason", () => {
    const { job } = application();
    enterQuarantine(job, "EncounteredQuarantineException", ERROR, 0);
    enterQuarantine(job, "TooManyDeletes", ERROR, 10);
    expect(job.quarantine).toMatchObject({ reason: "TooManyDeletes", seriesCount: 1, seriesBegan: 10 });
  });

  it.each([
    ["start", true, "NotRun"],
    ["start where it does not help", false, "Quarantine"],
  ])("%s", (_name, lifts, code) => {
    const { servicePrincipal, job } = application();
    enterQuarantine(job, "EncounteredQuarantineException", ERROR, 0);
    startJob(servicePrincipal, job, lifts);
    expect([job.schedule, job.code]).toEqual(["Active", code]);
  });

  it.each([
    [["QuarantineState"], "Active", 1],
    [["Watermark"], "Quarantine", 0],
    [["Full"], "NotRun", 0],
    [[], "NotRun", 0],
    [["None"], "Quarantine", 1],
  ])("restart with %j: %s after %i runs", (scopes, code, runs) => {
    const { servicePrincipal, job } = application();
    recordSuccess(job, SUCCESS);
    enterQuarantine(job, "EncounteredQuarantineException", ERROR, 0);
    restartJob(servicePrincipal, job, scopes, true);
    expect([job.code, job.runs]).toEqual([code, runs]);
  });

  it("leaves quarantine by a success", () => {
    const { job } = application();
    enterQuarantine(job, "EncounteredQuarantineException", ERROR, 0);
    recordSuccess(job, SUCCESS);
    expect([job.code, job.quarantine, job.successiveFailures]).toEqual(["Active", null, 0]);
    expect([job.steadySince, job.steadyAt]).toEqual([5, 5]);
  });
});
