import { job } from "../../sync/testing/fakes";
import { jobProblems } from "./job-problems";

const codes = (...jobs: Parameters<typeof jobProblems>[0]) =>
  jobProblems(jobs, false).map(({ code }) => code);

describe("jobProblems", () => {
  it.each<[string, Parameters<typeof job>[0], readonly string[]]>([
    ["active", {}, []],
    ["before its first cycle", { status: "NotRun" }, []],
    ["active, of which Graph does not tell the schedule", { scheduleState: null }, []],
    ["in quarantine", { status: "Quarantine" }, ["quarantine"]],
    ["in quarantine and turned off", { status: "Quarantine", scheduleState: "Disabled" }, ["quarantine"]],
    ["turned off", { scheduleState: "Disabled", status: "NotRun" }, ["job_disabled"]],
    [
      "turned off and not configured",
      { scheduleState: "Disabled", status: "NotConfigured" },
      ["job_disabled"],
    ],
    ["paused by its schedule", { scheduleState: "Paused" }, ["job_paused"]],
    ["paused by its status", { status: "Paused" }, ["job_paused"]],
    ["not configured", { status: "NotConfigured" }, ["job_not_configured"]],
    ["of a status that nobody has heard of", { status: "Hibernating" }, ["job_unknown"]],
    ["whose status Graph left out", { status: "Unknown" }, ["job_unknown"]],
  ])("of a job that is %s", (_, more, expected) => {
    expect(codes(job(more))).toEqual(expected);
  });

  it("misses a job where there is none", () => {
    expect(codes()).toEqual(["job_missing"]);
  });

  it("finds one among several", () => {
    expect(codes(job(), job({ status: "Quarantine" }), job({ scheduleState: "Paused" }))).toEqual([
      "quarantine",
      "job_paused",
    ]);
  });

  const quarantined = (quarantineReason: string | null, more: Parameters<typeof job>[0] = {}) =>
    job({ status: "Quarantine", quarantineReason, nextAttempt: "2026-01-01T06:00:00Z", ...more });

  it.each<[string | null, RegExp]>([
    ["EncounteredQuarantineException", /refused the token or could not be reached/],
    ["EncounteredBaseEscrowThreshold", /could not be provisioned/],
    ["EncounteredTotalEscrowThreshold", /could not be provisioned/],
    ["EncounteredEscrowProportionThreshold", /could not be provisioned/],
    ["TooManyDeletes", /more deletions/],
    ["QuarantinedOnDemand", /somebody asked/],
    ["IngestionInterrupted", /interrupted/],
    ["Unknown", /does not say why/],
    [null, /does not say why/],
    ["BrandNewReason", /BrandNewReason/],
  ])("says of quarantine for %s in words what it means", (reason, words) => {
    const [problem] = jobProblems([quarantined(reason)], false);
    expect(problem?.message).toMatch(words);
    expect(problem?.message).toContain("Entra tries again at 2026-01-01T06:00:00Z");
    expect(problem?.remedy).toMatch(/\.$/);
  });

  it("says that Entra does not try again where provisioning is turned off", () => {
    const [problem] = jobProblems([quarantined(null, { scheduleState: "Disabled" })], false);
    expect(problem?.message).toContain("turned off, so Entra does not try again");
    expect(problem?.message).not.toContain("06:00");
  });

  it("knows whether an apply will heal it", () => {
    const remedy = (reason: string, due: boolean) => jobProblems([quarantined(reason)], due)[0]?.remedy;
    expect(remedy("EncounteredQuarantineException", true)).toMatch(/^Apply/);
    expect(remedy("EncounteredQuarantineException", false)).toMatch(/^Test the connection/);
    expect(remedy("TooManyDeletes", true)).toMatch(/^Check whether/);
  });
});
