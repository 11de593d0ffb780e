import { SERVICE_PRINCIPALS } from "../default-seed";
import { REFUSAL, testState, USER_LIST } from "../test-state.test-support";
import { runCycle } from "./cycle";
import type { OutboundAnswer } from "./outbound";

const CREATED: OutboundAnswer = {
  reached: true,
  status: 201,
  statusName: "Created",
  headers: [],
  body: "{}",
};

async function open(answers: readonly OutboundAnswer[] = [USER_LIST, CREATED]) {
  const queue = [...answers];
  const test = await testState({}, async () => queue.shift() ?? USER_LIST);
  const servicePrincipal = test.state.graph.servicePrincipals.get(SERVICE_PRINCIPALS.servicenow)!;
  servicePrincipal.secrets.set("SecretToken", "t");
  const job = servicePrincipal.jobs[0]!;
  return { ...test, servicePrincipal, job, run: () => runCycle(test.state, servicePrincipal, job) };
}

describe("runCycle", () => {
  it("looks for a user and creates it, with the stored token", async () => {
    const { run, sent, job } = await open();
    const outcome = await run();
    expect(outcome).toMatchObject({ outcome: "provisioned" });
    expect(sent.map(({ method, token }) => [method, token])).toEqual([
      ["GET", "t"],
      ["POST", "t"],
    ]);
    expect(sent[1]?.body).toMatchObject({
      userName: expect.stringContaining("@contoso.onmicrosoft.com"),
      active: true,
    });
    expect([job.code, job.runs, job.lastSuccess?.exported]).toEqual(["Active", 1, 1]);
  });

  it("does not create a user that is there", async () => {
    const { run, sent, servicePrincipal } = await open();
    const userName = `user-1.${servicePrincipal.id.slice(0, 8)}@contoso.onmicrosoft.com`;
    const found = await open([
      {
        ...(USER_LIST as OutboundAnswer & { reached: true }),
        body: `{"Resources":[{"userName":"${userName}"}]}`,
      },
    ]);
    await found.run();
    expect(found.sent).toHaveLength(1);
    await run();
    expect(sent).toHaveLength(2);
  });

  it.each<[string, readonly OutboundAnswer[], string]>([
    ["the search is refused", [REFUSAL], "SystemForCrossDomainIdentityManagementCredentialValidationFailure"],
    [
      "the creation is refused",
      [USER_LIST, REFUSAL],
      "SystemForCrossDomainIdentityManagementCredentialValidationFailure",
    ],
    ["nobody is there", [{ reached: false, reason: "No." }], "CredentialValidationUnavailable"],
  ])("puts the job in quarantine when %s", async (_name, answers, code) => {
    const { run, job } = await open(answers);
    expect(await run()).toEqual({ outcome: "quarantined", code });
    expect([job.code, job.quarantine?.reason, job.lastExecution?.state]).toEqual([
      "Quarantine",
      "EncounteredQuarantineException",
      "Failed",
    ]);
  });

  it("ends a quarantine when it works", async () => {
    const { run, job } = await open([REFUSAL, USER_LIST, { ...USER_LIST, status: 201 } as OutboundAnswer]);
    await run();
    expect(await run()).toMatchObject({ outcome: "provisioned" });
    expect([job.code, job.quarantine]).toEqual(["Active", null]);
  });

  it("cannot run without an address, but for a connector that knows it", async () => {
    const { run, servicePrincipal } = await open();
    servicePrincipal.secrets.delete("BaseAddress");
    expect(await run()).toEqual({ outcome: "quarantined", code: "CredentialValidationUnavailable" });
  });

  it("is skipped where the schedule is not active", async () => {
    const { run, job, sent } = await open();
    job.schedule = "Paused";
    expect(await run()).toEqual({ outcome: "skipped", reason: "the schedule is Paused" });
    expect(sent).toEqual([]);
  });
});
