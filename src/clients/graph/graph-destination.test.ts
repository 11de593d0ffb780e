import { inspect } from "node:util";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { ValidationOutcome } from "./destination";
import { createGraphDestination } from "./graph-destination";
import { type Answer, fakeGraph, graphError, nestedError, problemOf, ROOT } from "./testing/fake-graph";

const ID = "aaaaaaaa-0000-0000-0000-000000000001";
const BASE = `${ROOT}/v1.0/servicePrincipals/${ID}`;

function setUp(...answers: Answer[]) {
  const fake = fakeGraph(...answers);
  return {
    ...fake,
    destination: createGraphDestination({ client: fake.client, validationTimeoutMs: 90_000 }),
  };
}

describe("reading", () => {
  it("reads a service principal with one request", async () => {
    const body = { id: ID, appId: "app", displayName: "ServiceNow", accountEnabled: true };
    const { destination, transport, call } = setUp({ status: 200, body });
    expect(await destination.servicePrincipal(ID, call)).toEqual({
      objectId: ID,
      appId: "app",
      displayName: "ServiceNow",
    });
    expect(transport.lines).toEqual([`GET ${BASE}?$select=id,appId,displayName Bearer token-1`]);
  });

  it("reads the key set, with masked values as null", async () => {
    const value = [
      { key: "BaseAddress", value: "https://x/scim" },
      { key: "SecretToken", value: "*" },
      { key: "Password", value: "*****" },
      { key: "SyncAll", value: null },
      { key: "Domain" },
      { key: "Empty", value: "" },
    ];
    const { destination, transport, call } = setUp({ status: 200, body: { value } });
    const secrets = await destination.secrets(ID, call);
    expect(secrets.map(({ key, value: each }) => [key, each?.reveal() ?? null])).toEqual([
      ["BaseAddress", "https://x/scim"],
      ["SecretToken", null],
      ["Password", null],
      ["SyncAll", null],
      ["Domain", null],
      ["Empty", ""],
    ]);
    expect(transport.lines).toEqual([`GET ${BASE}/synchronization/secrets Bearer token-1`]);
    expect(inspect(secrets, { depth: 9 })).not.toContain("https://x/scim");
  });

  it("reads templates, the default first", async () => {
    const value = [{ id: "a" }, { id: "b", default: false }, { id: "c", default: true, factoryTag: "x" }];
    const { destination, transport, call } = setUp({ status: 200, body: { value } });
    expect(await destination.templates(ID, call)).toEqual(["c", "a", "b"]);
    expect(transport.lines).toEqual([`GET ${BASE}/synchronization/templates Bearer token-1`]);
  });

  it("reads jobs as Graph writes them", async () => {
    const full = {
      id: "scim.0123.x",
      templateId: "scim",
      schedule: { expiration: null, interval: "PT40M", state: "Active" },
      status: {
        code: "Quarantine",
        lastSuccessfulExecution: { timeEnded: "2026-01-01T00:00:00.1234567Z", state: "Succeeded" },
        quarantine: { reason: "EncounteredQuarantineException", nextAttempt: "2026-01-02T00:00:00Z" },
      },
    };
    const fresh = {
      id: "scim.0123",
      templateId: "scim",
      schedule: { state: "Disabled" },
      status: {
        code: "NotConfigured",
        quarantine: null,
        lastSuccessfulExecution: { timeEnded: "0001-01-01T00:00:00Z" },
      },
    };
    const { destination, transport, call } = setUp({
      status: 200,
      body: { value: [full, fresh, { id: "x" }] },
    });
    expect(await destination.jobs(ID, call)).toEqual([
      {
        id: "scim.0123.x",
        templateId: "scim",
        scheduleState: "Active",
        status: "Quarantine",
        quarantineReason: "EncounteredQuarantineException",
        nextAttempt: "2026-01-02T00:00:00Z",
        lastSuccessAt: "2026-01-01T00:00:00.1234567Z",
      },
      {
        id: "scim.0123",
        templateId: "scim",
        scheduleState: "Disabled",
        status: "NotConfigured",
        quarantineReason: null,
        nextAttempt: null,
        lastSuccessAt: null,
      },
      {
        id: "x",
        templateId: "",
        scheduleState: null,
        status: "Unknown",
        quarantineReason: null,
        nextAttempt: null,
        lastSuccessAt: null,
      },
    ]);
    expect(transport.lines).toEqual([`GET ${BASE}/synchronization/jobs Bearer token-1`]);
  });

  it("encodes whatever an id holds", async () => {
    const { destination, transport, call } = setUp({ status: 204 });
    await destination.startJob("a/../b?c", "scim.1/x#y", call);
    expect(transport.requests[0]?.url).toBe(
      `${ROOT}/v1.0/servicePrincipals/a%2F..%2Fb%3Fc/synchronization/jobs/scim.1%2Fx%23y/start`,
    );
  });
});

describe("writing", () => {
  it("puts the keys that are given, and no others", async () => {
    const { destination, transport, call } = setUp({ status: 204 });
    await destination.putSecrets(ID, [{ key: "SecretToken", value: new Secret('to"ken') }], call);
    expect(transport.lines).toEqual([`PUT ${BASE}/synchronization/secrets Bearer token-1`]);
    expect(transport.requests[0]?.body).toBe('{"value":[{"key":"SecretToken","value":"to\\"ken"}]}');
  });

  it("repeats a put that failed half-way, since that is safe", async () => {
    const lost = new Problem("unavailable", { summary: "x", detail: "Closed." });
    const { destination, transport, call } = setUp(lost, graphError(503, "UnknownError"), { status: 204 });
    await destination.putSecrets(ID, [{ key: "SecretToken", value: new Secret("t") }], call);
    expect(transport.requests).toHaveLength(3);
  });

  it.each<[string, Answer]>([
    ["a throttle", { status: 429 }],
    ["a refusal", graphError(403, "Authorization_RequestDenied")],
  ])(
    "says of a put that got no answer that it may have been written, although %s came last",
    async (_, last) => {
      const lost = new Problem("unavailable", { summary: "x", detail: "Closed." });
      const { destination, call } = setUp(lost, last);
      const put = destination.putSecrets(ID, [{ key: "SecretToken", value: new Secret("t") }], call);
      expect((await problemOf(put)).code).toBe("unavailable");
    },
  );

  it("says of a put that was only throttled that nothing was written", async () => {
    const { destination, call } = setUp({ status: 429 });
    const put = destination.putSecrets(ID, [{ key: "SecretToken", value: new Secret("t") }], call);
    expect((await problemOf(put)).code).toBe("throttled");
  });

  it("shows no token in what a put fails with", async () => {
    const { destination, call } = setUp(nestedError(400, "BadRequest", "echo hidden-token"));
    const put = destination.putSecrets(ID, [{ key: "SecretToken", value: new Secret("hidden-token") }], call);
    expect(inspect(await problemOf(put), { depth: 9 })).not.toContain("hidden-token");
  });

  it("starts a job with a POST that has no body", async () => {
    const { destination, transport, call } = setUp({ status: 204 });
    await destination.startJob(ID, "scim.1", call);
    expect(transport.lines).toEqual([`POST ${BASE}/synchronization/jobs/scim.1/start Bearer token-1`]);
    expect(transport.requests[0]?.body).toBeUndefined();
  });

  const jobs = (state: string, code: string, id = "scim.1"): Answer => ({
    status: 200,
    body: { value: [{ id, templateId: "scim", schedule: { state }, status: { code } }] },
  });
  const faults: [string, Answer][] = [
    ["a lost answer", new Problem("unavailable", { summary: "x", detail: "Closed." })],
    ["a timeout", new Problem("timeout", { summary: "x", detail: "Slow." })],
    ["a 503", graphError(503, "UnknownError")],
    ["a throttle", { status: 429 }],
    ["a conflict", graphError(409, "Conflict")],
  ];

  it.each(faults)("starts a job again after %s, once it has seen that it does not run", async (_, fault) => {
    const { destination, transport, clock, call } = setUp(fault, jobs("Active", "Quarantine"), {
      status: 204,
    });
    await destination.startJob(ID, "scim.1", call);
    expect(transport.requests.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
    expect(clock.slept).toEqual([750]);
  });

  it.each<[string, Answer]>([
    ["runs", jobs("Active", "NotRun")],
    ["is gone", jobs("Active", "Quarantine", "another")],
  ])("does not start a job again that %s after a lost answer", async (_, look) => {
    const { destination, transport, call } = setUp(graphError(503, "UnknownError"), look);
    await destination.startJob(ID, "scim.1", call);
    expect(transport.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  it("waits as long as it is asked to before it looks", async () => {
    const throttled: Answer = { status: 429, headers: { "retry-after": "7" } };
    const { destination, clock, call } = setUp(throttled, jobs("Disabled", "NotRun"), { status: 204 });
    await destination.startJob(ID, "scim.1", call);
    expect(clock.slept).toEqual([7000]);
  });

  it("gives up when the look before another start does", async () => {
    const { destination, transport, call } = setUp(graphError(503, "UnknownError"));
    expect((await problemOf(destination.startJob(ID, "scim.1", call))).code).toBe("unavailable");
    expect(transport.requests.map(({ method }) => method)).toEqual(["POST", ...Array(5).fill("GET")]);
  });

  it.each([[{ status: 200, body: "<html>" }], [{ status: 200, body: '{"value":[' }]] as const)(
    "does not take %j for the success of a put",
    async (answer) => {
      const { destination, call } = setUp(answer);
      const put = destination.putSecrets(ID, [{ key: "SecretToken", value: new Secret("t") }], call);
      expect(await problemOf(put)).toMatchObject({ code: "unexpected_response", status: 200 });
    },
  );
});

describe("having credentials tested", () => {
  const credentials = [
    { key: "BaseAddress", value: new Secret("https://x/scim") },
    { key: "SecretToken", value: new Secret("hidden-token") },
  ];
  const dump = (status: string) =>
    `While attempting to validate our authorization: \r\n Resource: Users\r\n   Operation: GET\r\n   Response Status Code: ${status}\r\n   Response Headers: x\r\n   Response Content: hidden-token Response Status Code: OK`;
  const failure = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";

  function test(jobId: string | null, templateId: string | null, ...answers: Answer[]) {
    const fake = setUp(...answers);
    const result = fake.destination.validateCredentials(ID, { jobId, templateId, credentials }, fake.call);
    return { ...fake, result };
  }

  it("uses the job, waits longer, and never the saved credentials", async () => {
    const { transport, result } = test("scim.1", "scim", { status: 204 });
    expect(await result).toEqual({ outcome: "accepted" });
    expect(transport.lines).toEqual([
      `POST ${BASE}/synchronization/jobs/scim.1/validateCredentials Bearer token-1`,
    ]);
    expect(JSON.parse(transport.requests[0]?.body ?? "")).toEqual({
      credentials: [
        { key: "BaseAddress", value: "https://x/scim" },
        { key: "SecretToken", value: "hidden-token" },
      ],
    });
    expect(transport.requests[0]?.timeoutMs).toBe(90_000);
  });

  it("does not take a login page for success", async () => {
    const { result } = test("scim.1", null, { status: 200, body: "<html>" });
    expect(await problemOf(result)).toMatchObject({ code: "unexpected_response" });
  });

  it("tries again after a 408, and not after a time-out of our own", async () => {
    const late = test("scim.1", null, graphError(408, "UnknownError"), { status: 204 });
    expect(await late.result).toEqual({ outcome: "accepted" });
    const silent = test("scim.1", null, new Problem("timeout", { summary: "x", detail: "Slow." }));
    expect(await silent.result).toMatchObject({ outcome: "untestable", code: "Timeout" });
    expect(silent.transport.requests).toHaveLength(1);
  });

  it("uses the template where there is no job", async () => {
    const { transport, result } = test(null, "scim", { status: 204 });
    expect(await result).toEqual({ outcome: "accepted" });
    expect(transport.lines).toEqual([`POST ${BASE}/synchronization/jobs/validateCredentials Bearer token-1`]);
    expect(JSON.parse(transport.requests[0]?.body ?? "")).toMatchObject({ templateId: "scim" });
  });

  it("cannot without either", async () => {
    const { transport, result } = test(null, null, { status: 204 });
    expect(await result).toEqual({ outcome: "untestable", code: "NoProvisioningJob", status: null });
    expect(transport.requests).toHaveLength(0);
  });

  it.each<[string, Answer, ValidationOutcome]>([
    [
      "400",
      nestedError(400, failure, dump("BadRequest")),
      { outcome: "rejected", code: failure, status: 400 },
    ],
    [
      "401",
      nestedError(400, failure, dump("Unauthorized")),
      { outcome: "rejected", code: failure, status: 401 },
    ],
    [
      "403",
      nestedError(400, failure, dump("Forbidden")),
      { outcome: "rejected", code: failure, status: 403 },
    ],
    [
      "401 as a number",
      nestedError(400, failure, dump("401")),
      { outcome: "rejected", code: failure, status: 401 },
    ],
    ["404", nestedError(400, failure, dump("NotFound")), { outcome: "rejected", code: failure, status: 404 }],
    [
      "its own code",
      nestedError(400, "SalesforceInvalidCredentials"),
      { outcome: "rejected", code: "SalesforceInvalidCredentials", status: null },
    ],
    ["a plain envelope", graphError(400, failure), { outcome: "rejected", code: failure, status: null }],
    [
      "an unknown 400",
      { status: 400, body: "?" },
      { outcome: "rejected", code: "UnknownError", status: null },
    ],
    [
      "nothing",
      nestedError(400, "CredentialValidationUnavailable"),
      { outcome: "untestable", code: "CredentialValidationUnavailable", status: null },
    ],
    [
      "408",
      nestedError(400, failure, dump("RequestTimeout")),
      { outcome: "untestable", code: failure, status: 408 },
    ],
    ["429", nestedError(400, failure, dump("429")), { outcome: "untestable", code: failure, status: 429 }],
    [
      "503",
      nestedError(400, failure, dump("ServiceUnavailable")),
      { outcome: "untestable", code: failure, status: 503 },
    ],
    [
      "302",
      nestedError(400, failure, dump("Redirect")),
      { outcome: "untestable", code: failure, status: 302 },
    ],
  ])("tells what it means that the application answers %s", async (_, answer, expected) => {
    const { transport, result } = test("scim.1", null, answer);
    expect(await result).toEqual(expected);
    expect(transport.requests).toHaveLength(1);
  });

  it.each<[string, Answer, string, number]>([
    ["404", graphError(404, "UnknownError"), "UnknownError", 1],
    ["405", { status: 405 }, "HTTP_405", 1],
    ["a lasting 500", { status: 500 }, "HTTP_500", 5],
    ["a redirect", { status: 307, headers: { location: "https://evil.example" } }, "HTTP_307", 1],
    ["nothing in time", new Problem("timeout", { summary: "x", detail: "Slow." }), "Timeout", 1],
  ])("is not possible where Graph answers %s", async (_, answer, code, requests) => {
    const { transport, result } = test("scim.1", null, answer);
    expect(await result).toEqual({ outcome: "untestable", code, status: null });
    expect(transport.requests).toHaveLength(requests);
  });

  it.each<[string, Answer, Partial<Problem>]>([
    ["a missing permission", graphError(401, "UnknownError"), { code: "forbidden" }],
    ["a throttle", { status: 429 }, { code: "throttled" }],
    [
      "an unreachable Graph",
      new Problem("unavailable", { summary: "x", detail: "Down." }),
      { code: "unavailable" },
    ],
    ["bad TLS", new Problem("untrusted", { summary: "x", detail: "TLS." }), { code: "untrusted" }],
  ])("fails with %s", async (_, answer, expected) => {
    expect(await problemOf(test("scim.1", null, answer).result)).toMatchObject(expected);
  });
});
