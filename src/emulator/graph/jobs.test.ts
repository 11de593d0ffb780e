import { SERVICE_PRINCIPALS } from "../default-seed";
import { call, graphAuthorization, REFUSAL, testState } from "../test-state.test-support";

const SYNCHRONIZATION = `/v1.0/servicePrincipals/${SERVICE_PRINCIPALS.slack}/synchronization`;
const JOBS = `${SYNCHRONIZATION}/jobs`;

async function open(outbound?: Parameters<typeof testState>[1]) {
  const test = await testState({}, outbound);
  const headers = graphAuthorization(test.state);
  const slack = test.state.graph.servicePrincipals.get(SERVICE_PRINCIPALS.slack)!;
  slack.secrets.set("SecretToken", "t");
  const job = `${JOBS}/${encodeURIComponent(slack.jobs[0]!.id)}`;
  const send = (method: string, target: string, body?: unknown, more: Record<string, string> = {}) =>
    call(test.state, method, target, {
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body }),
    });
  return { ...test, slack, job, send };
}

describe("jobs", () => {
  it("are listed with schedule and status, times that never came as the year 1", async () => {
    const { send } = await open();
    const answer = await send("GET", JOBS);
    expect(answer.at("value", 0)).toMatchObject({
      templateId: "Slack",
      schedule: { expiration: null, interval: "PT40M", state: "Disabled" },
      status: {
        code: "NotConfigured",
        quarantine: null,
        steadyStateFirstAchievedTime: "0001-01-01T00:00:00Z",
      },
    });
  });

  it("are none where a service principal cannot be provisioned", async () => {
    const { send } = await open();
    const target = `/v1.0/servicePrincipals/${SERVICE_PRINCIPALS.internalApi}/synchronization`;
    expect((await send("GET", `${target}/jobs`)).at("value")).toEqual([]);
    expect((await send("GET", `${target}/templates`)).at("value")).toEqual([]);
    expect((await send("POST", `${target}/jobs`, { templateId: "scim" })).status).toBe(400);
  });

  it("are created from a template, read, started, paused, restarted and deleted", async () => {
    const { send, job, slack, runBackground, sent } = await open();
    const created = await send("POST", JOBS, { templateId: "Slack" });
    expect([created.status, created.at("schedule", "state")]).toEqual([201, "Disabled"]);
    expect((await send("GET", `${JOBS}/${created.at("id")}`)).at("id")).toBe(created.at("id"));
    expect((await send("POST", `${job}/start`)).status).toBe(204);
    await runBackground();
    expect(slack.jobs[0]?.code).toBe("Active");
    expect(sent.map(({ method, token }) => [method, token])).toEqual([
      ["GET", "t"],
      ["POST", "t"],
    ]);
    expect((await send("POST", `${job}/pause`)).status).toBe(204);
    expect((await send("GET", job)).at("schedule", "state")).toBe("Paused");
    expect(
      (await send("POST", `${job}/restart`, { criteria: { resetScope: "QuarantineState,Watermark" } }))
        .status,
    ).toBe(204);
    expect((await send("DELETE", job)).status).toBe(204);
    expect((await send("GET", job)).status).toBe(404);
    expect(slack.secrets.get("SecretToken")).toBe("t");
  });

  it("show their quarantine, and a start with a bad token ends in it again", async () => {
    const { send, job, runBackground } = await open(async () => REFUSAL);
    await send("POST", `${job}/start`);
    await runBackground();
    const quarantine = (await send("GET", job)).at("status", "quarantine");
    expect(quarantine).toMatchObject({
      reason: "EncounteredQuarantineException",
      seriesCount: 1,
      error: {
        code: "SystemForCrossDomainIdentityManagementCredentialValidationFailure",
        tenantActionable: true,
      },
    });
    expect((await send("POST", `${job}/start`)).status).toBe(204);
    expect((await send("GET", job)).at("status", "code")).toBe("NotRun");
    await runBackground();
    expect((await send("GET", job)).at("status", "code")).toBe("Quarantine");
  });

  it("are warned of when a running one is started", async () => {
    const { send, job, state } = await open();
    await send("POST", `${job}/start`);
    await send("POST", `${job}/start`);
    expect(state.violations).toEqual([expect.stringContaining("start of the running job")]);
  });

  it.each([
    ["an unknown job", "GET", "scim.00", undefined, 404, "JobNotFound"],
    ["a start of an unknown job", "POST", "scim.00/start", undefined, 404, "JobNotFound"],
    ["an unknown template", "POST", "", { templateId: "scim" }, 400, "TemplateNotFound"],
  ])("answer %s in two envelopes", async (_name, method, suffix, body, status, code) => {
    const { send } = await open();
    const answer = await send(method, suffix === "" ? JOBS : `${JOBS}/${suffix}`, body);
    expect([answer.status, answer.at("error", "code")]).toEqual([status, "UnknownError"]);
    expect(JSON.parse(String(answer.at("error", "message"))).error.code).toBe(code);
  });

  it.each([
    ["a body on start", "start", {}, {}],
    ["a content type on start", "start", undefined, { "content-type": "application/json" }],
    ["a scope that is none", "restart", { criteria: { resetScope: "quarantineState" } }, {}],
    ["an unknown member on restart", "restart", { resetScope: "Full" }, {}],
  ])("refuse %s", async (_name, action, body, headers) => {
    const { send, job } = await open();
    const answer = await send("POST", `${job}/${action}`, body, headers as Record<string, string>);
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "BadRequest"]);
  });

  it("have templates", async () => {
    const { send } = await open();
    expect((await send("GET", `${SYNCHRONIZATION}/templates`)).at("value", 0)).toMatchObject({
      id: "Slack",
      default: true,
      factoryTag: "CustomSCIM",
    });
    expect((await send("GET", `${SYNCHRONIZATION}/templates/Slack`)).status).toBe(200);
    expect((await send("GET", `${SYNCHRONIZATION}/templates/scim`)).status).toBe(404);
  });
});
