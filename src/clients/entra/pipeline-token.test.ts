import { inspect } from "node:util";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { requestPipelineToken } from "./pipeline-token";
import type { PipelineTokenRequest } from "./sign-in-plan";
import { type Answer, callUntil, FakeClock, FakeTransport } from "./testing/fake-entra";

const github: PipelineTokenRequest = {
  from: "github",
  name: "ACTIONS_ID_TOKEN_REQUEST_URL",
  url: "https://vstoken.actions.githubusercontent.com/a?api-version=2.0",
  token: new Secret("request-token"),
  serviceConnectionId: null,
};
const devops: PipelineTokenRequest = {
  from: "azure_devops",
  name: "SYSTEM_OIDCREQUESTURI",
  url: "https://dev.azure.com/org/_apis/x/oidctoken",
  token: new Secret("request-token"),
  serviceConnectionId: "connection id",
};

function ask(request: PipelineTokenRequest, answer: Answer) {
  const transport = new FakeTransport(answer);
  const clock = new FakeClock();
  const options = {
    transport,
    audience: "api://AzureADTokenExchange",
    timeoutMs: 1000,
    now: () => clock.now(),
  };
  return { transport, result: requestPipelineToken(request, options, callUntil(clock)) };
}

describe("requestPipelineToken", () => {
  it("asks GitHub for a token for Entra", async () => {
    const { transport, result } = ask(github, {
      status: 200,
      body: { value: "the.jwt.signature", count: 7 },
    });
    expect((await result).reveal()).toBe("the.jwt.signature");
    expect(transport.requests[0]).toMatchObject({
      method: "GET",
      url: "https://vstoken.actions.githubusercontent.com/a?api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange",
      headers: { authorization: "Bearer request-token" },
    });
  });

  it("asks Azure DevOps for a token of the service connection", async () => {
    const { transport, result } = ask(devops, { status: 200, body: { oidcToken: "the.jwt.signature" } });
    expect((await result).reveal()).toBe("the.jwt.signature");
    expect(transport.requests[0]).toMatchObject({
      method: "POST",
      url: "https://dev.azure.com/org/_apis/x/oidctoken?api-version=7.1&serviceConnectionId=connection+id",
      headers: { authorization: "Bearer request-token" },
    });
    expect(transport.requests[0]?.body).toBeUndefined();
  });

  it.each<[string, PipelineTokenRequest, Answer, Partial<Problem>]>([
    [
      "GitHub's refusal",
      github,
      { status: 403, body: "echo request-token" },
      { code: "unauthenticated", status: 403 },
    ],
    ["Azure DevOps' refusal", devops, { status: 401 }, { code: "unauthenticated", status: 401 }],
    [
      "a throttle",
      github,
      { status: 429, headers: { "retry-after": "3" } },
      { code: "throttled", retryAfterMs: 3000 },
    ],
    ["a timeout", github, { status: 408 }, { code: "timeout", status: 408 }],
    ["a conflict", devops, { status: 409 }, { code: "conflict", status: 409 }],
    ["a fault", devops, { status: 503 }, { code: "unavailable", status: 503 }],
    [
      "Azure DevOps' redirect to its login page",
      devops,
      { status: 302, headers: { location: "https://login.example/" } },
      { code: "untrusted" },
    ],
    [
      "an answer of another shape",
      github,
      { status: 200, body: { oidcToken: "the.jwt.signature" } },
      { code: "unexpected_response" },
    ],
    ["an empty token", devops, { status: 200, body: { oidcToken: "" } }, { code: "unexpected_response" }],
    [
      "what is no JSON Web Token",
      devops,
      { status: 200, body: { oidcToken: "the-jwt \ud800" } },
      { code: "unexpected_response" },
    ],
    ["a page", github, { status: 200, body: "<html>the-jwt" }, { code: "unexpected_response" }],
    ["no URL", { ...github, url: "request-token" }, { status: 200 }, { code: "invalid_input" }],
  ])("explains %s", async (_, request, answer, expected) => {
    const caught: unknown = await ask(request, answer).result.catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Problem);
    expect(caught).toMatchObject(expected);
    expect(inspect(caught)).not.toMatch(/request-token|the.jwt/);
  });
});
