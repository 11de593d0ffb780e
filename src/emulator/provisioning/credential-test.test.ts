import { addApplication } from "../apply-seed";
import { SERVICE_PRINCIPALS } from "../default-seed";
import { resolveApplication } from "../seed";
import { ORIGIN, REFUSAL, testState, USER_LIST } from "../test-state.test-support";
import { explain, testCredentials } from "./credential-test";
import type { OutboundAnswer } from "./outbound";

const TOKEN = new Map([["SecretToken", "t"]]);

async function test(answer: OutboundAnswer, credentials: ReadonlyMap<string, string>) {
  const { state, sent } = await testState({}, async () => answer);
  const servicePrincipal = state.graph.servicePrincipals.get(SERVICE_PRINCIPALS.servicenow)!;
  return { failure: await testCredentials(state, servicePrincipal, credentials), sent };
}

const reached = (status: number, body: string): OutboundAnswer => ({
  reached: true,
  status,
  statusName: "X",
  headers: [],
  body,
});
const LIST = USER_LIST.reached ? USER_LIST.body : "";
const REFUSED = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";

describe("testCredentials", () => {
  it.each<[string, OutboundAnswer, string | undefined]>([
    ["a list of users", USER_LIST, undefined],
    ["a list with another status", reached(203, LIST), REFUSED],
    ["a page of a portal", reached(200, "<html>"), REFUSED],
    ["JSON that is no SCIM", reached(200, '{"value":[]}'), REFUSED],
    ["null", reached(200, "null"), REFUSED],
    ["a refusal", REFUSAL, REFUSED],
    ["nothing", { reached: false, reason: "No." }, "CredentialValidationUnavailable"],
  ])("with %s: %s", async (_name, answer, code) => {
    const credentials = new Map([...TOKEN, ["BaseAddress", "https://x.example/scim"]]);
    expect((await test(answer, credentials)).failure?.code).toBe(code);
  });

  it("sends no token where there is none", async () => {
    const { sent } = await test(USER_LIST, new Map([["BaseAddress", "https://x.example/scim"]]));
    expect(sent[0]?.token).toBeNull();
  });

  it("asks nobody without an address, or with one that is none", async () => {
    for (const credentials of [TOKEN, new Map([["BaseAddress", "scim"]])]) {
      const { failure, sent } = await test(USER_LIST, credentials);
      expect([failure?.code, sent]).toEqual(["CredentialValidationUnavailable", []]);
    }
  });

  it("goes where the gallery connector knows the application, unless an address is given", async () => {
    const { state, sent } = await testState();
    const gallery = addApplication(
      state,
      resolveApplication({
        name: "zoom",
        displayName: "Zoom",
        baseAddress: "none",
        connectorKnowsAddress: true,
      }),
    );
    expect(await testCredentials(state, gallery, TOKEN)).toBeNull();
    expect(sent[0]?.url).toContain(`${ORIGIN}/scim/zoom/v2/Users?`);
    await testCredentials(state, gallery, new Map([...TOKEN, ["BaseAddress", "https://x.example"]]));
    expect(sent[1]?.url).toContain("https://x.example/Users?");
  });
});

describe("explain", () => {
  it("echoes what the application answered", () => {
    const { message } = explain("https://x.example/Users", "POST", REFUSAL);
    for (const part of [
      "Resource: https://x.example/Users",
      "Operation: POST",
      "Response Status Code: Unauthorized",
      "x-request: 1",
      'Response Content: {"status":"401"}',
    ]) {
      expect(message).toContain(part);
    }
  });
});
