import { SERVICE_PRINCIPALS } from "../default-seed";
import { call, graphAuthorization, ORIGIN, REFUSAL, testState } from "../test-state.test-support";

const ID = SERVICE_PRINCIPALS.servicenow;
const JOBS = `/v1.0/servicePrincipals/${ID}/synchronization/jobs`;
const BASE = `${ORIGIN}/scim/servicenow/v2`;
const CREDENTIALS = [
  { key: "BaseAddress", value: `${BASE}?aadOptscim062020` },
  { key: "SecretToken", value: "t-1" },
];

async function open(outbound?: Parameters<typeof testState>[1]) {
  const test = await testState({}, outbound);
  const headers = graphAuthorization(test.state);
  const job = test.state.graph.servicePrincipals.get(ID)!.jobs[0]!;
  const validate = (target: string, body: unknown) => call(test.state, "POST", target, { headers, body });
  return {
    ...test,
    validate,
    ofJob: `${JOBS}/${job.id}/validateCredentials`,
    ofTemplate: `${JOBS}/validateCredentials`,
  };
}

describe("validateCredentials", () => {
  it("asks the application for a random user, with the token and the base address's own query", async () => {
    const { validate, ofJob, sent } = await open();
    expect((await validate(ofJob, { credentials: CREDENTIALS })).status).toBe(204);
    const url = new URL(sent[0]!.url);
    expect([sent[0]?.method, sent[0]?.token, url.pathname]).toEqual([
      "GET",
      "t-1",
      "/scim/servicenow/v2/Users",
    ]);
    expect(url.searchParams.has("aadOptscim062020")).toBe(true);
    expect(url.searchParams.get("filter")).toMatch(/^userName eq "[0-9a-f-]{36}"$/);
  });

  it("works with a template before there is a job, and stores nothing", async () => {
    const { validate, ofTemplate, state } = await open();
    const servicePrincipal = state.graph.servicePrincipals.get(ID)!;
    servicePrincipal.jobs.splice(0);
    expect((await validate(ofTemplate, { templateId: "scim", credentials: CREDENTIALS })).status).toBe(204);
    expect(servicePrincipal.secrets.has("SecretToken")).toBe(false);
  });

  it("tests what is stored when it is told so", async () => {
    const { validate, ofJob, state, sent } = await open();
    state.graph.servicePrincipals.get(ID)!.secrets.set("SecretToken", "stored");
    expect((await validate(ofJob, { useSavedCredentials: true })).status).toBe(204);
    expect(sent[0]?.token).toBe("stored");
  });

  it.each([
    [
      "a refused token",
      REFUSAL,
      "SystemForCrossDomainIdentityManagementCredentialValidationFailure",
      "Response Status Code: Unauthorized",
    ],
    [
      "an answer that is no list",
      { ...REFUSAL, status: 200, statusName: "OK" },
      "SystemForCrossDomainIdentityManagementCredentialValidationFailure",
      "Response Status Code: OK",
    ],
    [
      "a redirect",
      { ...REFUSAL, status: 302, statusName: "Found" },
      "SystemForCrossDomainIdentityManagementCredentialValidationFailure",
      "Response Status Code: Found",
    ],
    [
      "an application that is not there",
      { reached: false, reason: "No." },
      "CredentialValidationUnavailable",
      "not able to reach",
    ],
  ] as const)("answers %s with 400, in two envelopes", async (_name, answer, code, message) => {
    const { validate, ofJob } = await open(async () => answer);
    const result = await validate(ofJob, { credentials: CREDENTIALS });
    expect([result.status, result.at("error", "code")]).toEqual([400, "UnknownError"]);
    const inner = JSON.parse(String(result.at("error", "message"))).error;
    expect(inner.code).toBe(code);
    expect(inner.message).toContain(message);
  });

  it("cannot test without an address, unless the connector knows it", async () => {
    const { validate, ofJob } = await open();
    const token = [{ key: "SecretToken", value: "t" }];
    const answer = await validate(ofJob, { credentials: token });
    expect(answer.body).toContain("CredentialValidationUnavailable");
  });

  it.each([
    ["neither credentials nor saved ones", {}, "required"],
    ["an unknown key", { credentials: [{ key: "Token", value: "x" }] }, "'Token'"],
    ["an unknown member", { credentials: [], extra: 1 }, "extra"],
    ["a boolean as text", { useSavedCredentials: "true" }, "useSavedCredentials"],
  ])("refuses %s", async (_name, body, message) => {
    const { validate, ofJob, sent } = await open();
    const answer = await validate(ofJob, body);
    expect(answer.status).toBe(400);
    expect(answer.at("error", "message")).toContain(message);
    expect(sent).toEqual([]);
  });

  it("wants a template of the application where it is not for a job", async () => {
    const { validate, ofTemplate } = await open();
    expect((await validate(ofTemplate, { credentials: CREDENTIALS })).body).toContain("TemplateNotFound");
    expect((await validate(ofTemplate, { templateId: "Slack", credentials: CREDENTIALS })).status).toBe(400);
  });

  it("records a mask that is sent as a credential", async () => {
    const { validate, ofJob, state } = await open();
    await validate(ofJob, { credentials: [...CREDENTIALS.slice(0, 1), { key: "SecretToken", value: "*" }] });
    expect(state.violations).toEqual([expect.stringContaining("test of the mask")]);
  });
});
