import { job, problem } from "./testing/fakes";
import { pushFixture, throwing } from "./testing/push-fixture";

describe("healing", () => {
  const quarantined = job({ status: "Quarantine", quarantineReason: "EncounteredQuarantineException" });

  it("starts a job that is in quarantine for bad credentials and waits for it", async () => {
    const { clock, destination, run } = pushFixture();
    destination.jobsNow = [quarantined];
    const result = await run();
    expect(destination.calls.filter((name) => name === "startJob")).toHaveLength(1);
    expect(clock.waits).toEqual([1000]);
    expect(result.observation.provisioning_job).toMatchObject({ status: "Active", quarantine_reason: null });
    expect(result.warnings).toEqual([]);
  });

  it.each([
    ["too many deletes", { quarantineReason: "TooManyDeletes" }],
    ["an escrow threshold", { quarantineReason: "EncounteredTotalEscrowThreshold" }],
    ["a paused schedule", { scheduleState: "Paused" }],
  ])("leaves %s alone and says so", async (_name, more) => {
    const { destination, run } = pushFixture();
    destination.jobsNow = [{ ...quarantined, ...more }];
    const result = await run();
    expect(destination.calls).not.toContain("startJob");
    expect(result.warnings).toEqual([
      expect.objectContaining({ summary: "A provisioning job is in quarantine" }),
    ]);
  });

  it("does not start it when that is not wanted", async () => {
    const { destination, run } = pushFixture({ recoverFromQuarantine: false });
    destination.jobsNow = [quarantined];
    await run();
    expect(destination.calls).not.toContain("startJob");
  });

  it("does not start one that runs", async () => {
    const { destination, run } = pushFixture();
    await run();
    expect(destination.calls).not.toContain("startJob");
  });

  it("is bounded, and a warning when it does not help", async () => {
    const { clock, destination, run } = pushFixture();
    destination.jobsNow = [quarantined];
    destination.startJob = async () => {};
    const result = await run();
    expect(clock.waits).toEqual([1000, 2000, 4000, 8000, 15000]);
    expect(result.error).toBeNull();
    expect(result.warnings).toEqual([
      expect.objectContaining({ summary: "The provisioning job is still in quarantine" }),
    ]);
  });

  it("says that it was started when looking at it afterwards fails", async () => {
    const { destination, run } = pushFixture();
    destination.jobsNow = [quarantined];
    destination.on = {
      jobs: (n) => {
        if (n > 1) throw problem("unavailable");
      },
    };
    const { warnings } = await run();
    expect(warnings).toEqual([
      expect.objectContaining({ summary: "The provisioning job could not be looked at" }),
    ]);
    expect(warnings[0]?.detail).toContain("scim.1 was started");
  });

  it("never fails a push", async () => {
    const { destination, run } = pushFixture();
    destination.jobsNow = [quarantined];
    destination.on = { startJob: throwing(problem("forbidden")) };
    const result = await run();
    expect(result.error).toBeNull();
    expect(result.warnings).toHaveLength(1);
  });
});
