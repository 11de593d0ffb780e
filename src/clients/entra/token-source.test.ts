import { inspect } from "node:util";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { SignInPlan } from "./sign-in-plan";
import {
  type Answer,
  CLIENT,
  callUntil,
  entraError,
  FakeClock,
  FakeLogger,
  FakeTransport,
  plan,
  TENANT,
  tokenAnswer,
} from "./testing/fake-entra";
import { TokenSource } from "./token-source";

function setUp(answers: Answer[], signInPlan: SignInPlan = plan()) {
  const transport = new FakeTransport(...answers);
  const clock = new FakeClock();
  const log = new FakeLogger();
  const source = new TokenSource(signInPlan, {
    transport,
    clock,
    log,
    readers: {
      readSecret: () => Promise.reject(new Error("not expected")),
      readFile: () => Promise.reject(new Error("not expected")),
    },
    retry: { maxRetries: 4, baseMs: 1000, capMs: 30_000 },
    timeoutMs: 30_000,
    random: () => 0.5,
  });
  return { source, transport, clock, log, call: callUntil(clock) };
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const caught = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof Problem)) throw new Error(`no problem but ${inspect(caught)}`);
  return caught;
}

describe("TokenSource", () => {
  it("asks the tenant's token endpoint once, however many want a token", async () => {
    const { source, transport, log, call } = setUp([tokenAnswer({ idtyp: "app", roles: ["B", "A"] })]);
    const tokens = await Promise.all([1, 2, 3].map(() => source.token(call)));
    await source.signIn(call);
    expect(new Set(tokens.map(({ value }) => value.reveal())).size).toBe(1);
    expect(transport.requests.map(({ method, url }) => `${method} ${url.split("?")[0]}`)).toEqual([
      `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
    ]);
    const form = transport.form(0);
    expect(form.get("client_id")).toBe(CLIENT);
    expect(form.get("client_secret")).toBe("the-secret");
    expect(form.get("grant_type")).toBe("client_credentials");
    expect(form.get("scope")).toBe("https://graph.microsoft.com/.default");
    expect(log.text).toContain('"kind":"client_secret"');
    expect(log.text).not.toContain("the-secret");
  });

  it("says as what it signed in", async () => {
    const { source, call } = setUp([tokenAnswer({ idtyp: "app", roles: ["B", "A"] })]);
    expect(await source.signIn(call)).toEqual({ kind: "client_secret", roles: ["A", "B"] });
  });

  it("renews a token shortly before it expires", async () => {
    const { source, transport, clock, call } = setUp([tokenAnswer({}, "1"), tokenAnswer({}, "2")]);
    const first = await source.token(call);
    clock.time += 3599_000 - 5 * 60_000 - 10_000;
    expect((await source.token(call)).value.equals(first.value)).toBe(true);
    clock.time += 20_000;
    expect((await source.token(call)).value.equals(first.value)).toBe(false);
    expect(transport.requests).toHaveLength(2);
  });

  it("renews a refused token once, for all who hold it", async () => {
    const { source, transport, call } = setUp([tokenAnswer({}, "1"), tokenAnswer({}, "2")]);
    const { value } = await source.token(call);
    const renewed = await Promise.all([source.renew(value, call), source.renew(value, call)]);
    expect(renewed[0]?.value.equals(value)).toBe(false);
    await source.renew(value, call);
    expect(transport.requests).toHaveLength(2);
  });

  it.each([
    ["503 three times", [503, 503, 503]],
    ["429", [429]],
    ["500 then 504", [500, 504]],
    ["408", [408]],
  ])(
    "survives %s with a new credential each time, since the library would fail locally",
    async (_, failures) => {
      const { source, transport, clock, call } = setUp([
        ...failures.map((status) => entraError(status, 90033, "temporarily_unavailable")),
        tokenAnswer(),
      ]);
      await source.token(call);
      expect(transport.requests).toHaveLength(failures.length + 1);
      expect(clock.slept).toHaveLength(failures.length);
    },
  );

  it("obeys Retry-After", async () => {
    const throttled: Answer = { status: 429, headers: { "retry-after": "17" }, body: "{}" };
    const { source, clock, call } = setUp([throttled, tokenAnswer()]);
    await source.token(call);
    expect(clock.slept).toEqual([17_000]);
  });

  it.each([
    [429, "throttled"],
    [503, "unavailable"],
    [408, "timeout"],
    [423, "conflict"],
  ])("gives up on %d as %s after the tries that are allowed", async (status, code) => {
    const { source, transport, call } = setUp([{ status, body: "<html>busy</html>" }]);
    const problem = await problemOf(source.token(call));
    expect(problem).toMatchObject({ code, status });
    expect(transport.requests).toHaveLength(5);
  });

  it.each([
    [401, 7000215, "invalid_client", "secret's ID"],
    [401, 7000222, "invalid_client", "expired"],
    [400, 700016, "unauthorized_client", "not known in the tenant"],
    [400, 90002, "invalid_request", "does not exist"],
    [400, 900023, "invalid_request", "UUID"],
    [401, 700027, "invalid_client", "Upload the certificate"],
    [401, 700024, "invalid_client", "clock"],
    [401, 70021, "invalid_request", "federated credential"],
    [401, 700211, "invalid_client", "issuer"],
    [401, 700212, "invalid_client", "audience"],
    [401, 700213, "invalid_client", "subject"],
    [400, 7000112, "unauthorized_client", "disabled"],
    [400, 500011, "invalid_resource", "cloud"],
    [400, 53003, "access_denied", "Conditional Access"],
    [400, 123456, "invalid_request", "AADSTS123456"],
  ])("explains %d with AADSTS%d and tries nothing else", async (status, aadsts, error, words) => {
    const { source, transport, log, call } = setUp([entraError(status, aadsts, error, "the-secret")]);
    const problem = await problemOf(source.token(call));
    expect(problem).toMatchObject({
      code: "unauthenticated",
      status,
      vendorCode: `AADSTS${aadsts}`,
      requestId: "00000000-0000-0000-0000-00000000aaaa",
    });
    expect(problem.detail).toContain(words);
    expect(problem.detail).toContain(CLIENT);
    expect(problem.detail).toContain(TENANT);
    expect(`${inspect(problem, { depth: 9 })}${log.text}`).not.toContain("the-secret");
    expect(transport.requests).toHaveLength(1);
  });

  it("lets a refusal stand for a while, and no longer", async () => {
    const { source, transport, clock, call } = setUp([entraError(401, 7000215), tokenAnswer()]);
    const first = await problemOf(source.token(call));
    expect(await problemOf(source.token(call))).toBe(first);
    expect(transport.requests).toHaveLength(1);
    clock.time += 31_000;
    await source.token(call);
  });

  it("lets stand whatever would only come again", async () => {
    const { source, transport, call } = setUp([
      { status: 307, headers: { location: "https://evil.example/" } },
    ]);
    const first = await problemOf(source.token(call));
    expect(await problemOf(source.token(call))).toBe(first);
    expect(transport.requests).toHaveLength(1);
  });

  it("asks anew after what may have passed", async () => {
    const { source, transport, call } = setUp([{ status: 503 }]);
    await problemOf(source.token(call));
    await problemOf(source.token(call));
    expect(transport.requests).toHaveLength(10);
  });

  it.each<[string, Answer, Partial<Problem>]>([
    ["a redirect", { status: 307, headers: { location: "https://evil.example/x" } }, { code: "untrusted" }],
    ["a login page", { status: 404, body: "<html>" }, { code: "unexpected_response", status: 404 }],
    ["a success that is no JSON", { status: 200, body: "the-secret" }, { code: "unexpected_response" }],
    [
      "a success without a token",
      { status: 200, body: { token_type: "Bearer" } },
      { code: "unexpected_response" },
    ],
    [
      "a transport's problem",
      new Problem("untrusted", { summary: "TLS", detail: "Nothing." }),
      { code: "untrusted", summary: "TLS" },
    ],
  ])("stops at %s", async (_, answer, expected) => {
    const { source, transport, call } = setUp([answer]);
    const problem = await problemOf(source.token(call));
    expect(problem).toMatchObject(expected);
    expect(inspect(problem)).not.toContain("the-secret");
    expect(transport.requests).toHaveLength(1);
  });

  it("asks another authority about itself, and Microsoft about nothing", async () => {
    const authorityHost = "https://localhost:8443";
    const metadata: Answer = {
      status: 200,
      body: {
        authorization_endpoint: `${authorityHost}/${TENANT}/oauth2/v2.0/authorize`,
        token_endpoint: `${authorityHost}/${TENANT}/oauth2/v2.0/token`,
        issuer: `${authorityHost}/${TENANT}/v2.0`,
        jwks_uri: `${authorityHost}/${TENANT}/discovery/v2.0/keys`,
      },
    };
    const custom = plan({ authorityHost, customAuthority: true });
    const { source, transport, call } = setUp([metadata, tokenAnswer()], custom);
    await source.token(call);
    expect(transport.requests.map(({ url }) => url.split("?")[0])).toEqual([
      `${authorityHost}/${TENANT}/v2.0/.well-known/openid-configuration`,
      `${authorityHost}/${TENANT}/oauth2/v2.0/token`,
    ]);
  });

  it("passes the federated token on as the assertion", async () => {
    const federated = plan({
      credential: {
        kind: "workload_identity",
        clientId: { from: "value", name: "client_id", value: CLIENT },
        token: { from: "value", name: "ARM_OIDC_TOKEN", value: new Secret("the.federated.assertion") },
      },
    });
    const { source, transport, call } = setUp([tokenAnswer()], federated);
    await source.token(call);
    expect(transport.form(0).get("client_assertion")).toBe("the.federated.assertion");
    expect(transport.form(0).get("client_assertion_type")).toBe(
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    );
  });

  it("ends when it is interrupted", async () => {
    const { source, clock } = setUp([tokenAnswer()]);
    const controller = new AbortController();
    controller.abort();
    const call = { signal: controller.signal, deadline: clock.now() + 1000 };
    expect(await problemOf(source.token(call))).toMatchObject({ code: "cancelled" });
  });
});

describe("managed identities", () => {
  const managed = (clientId: string | null): SignInPlan =>
    plan({
      credential: {
        kind: "managed_identity",
        clientId: clientId === null ? null : { from: "value", name: "client_id", value: clientId },
      },
    });
  const imdsToken: Answer = {
    status: 200,
    body: {
      access_token: "opaque",
      expires_in: "86399",
      expires_on: String(Math.floor(Date.now() / 1000) + 86_399),
      resource: "https://graph.microsoft.com",
      token_type: "Bearer",
    },
  };

  it.each([[null], [CLIENT]])("asks the machine for the identity %s", async (clientId) => {
    const { source, transport, call } = setUp([imdsToken], managed(clientId));
    expect(await source.signIn(call)).toEqual({ kind: "managed_identity", roles: null });
    const url = new URL(transport.requests[0]?.url ?? "");
    expect(url.origin).toBe("http://169.254.169.254");
    expect(url.searchParams.get("resource")).toContain("https://graph.microsoft.com");
    expect(url.searchParams.get("client_id")).toBe(clientId);
  });

  it("says which identity the machine does not have", async () => {
    // Another client than above: the library keeps identities' tokens for the whole process.
    const unknown = "44444444-4444-4444-4444-444444444444";
    const refusal: Answer = {
      status: 400,
      body: { error: "invalid_request", error_description: "Identity not found" },
    };
    const { source, transport, call } = setUp([refusal], managed(unknown));
    const problem = await problemOf(source.token(call));
    expect(problem).toMatchObject({ code: "unauthenticated", status: 400 });
    expect(problem.detail).toContain(unknown);
    expect(transport.requests).toHaveLength(1);
  });
});
