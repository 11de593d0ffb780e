import { call, testState } from "../test-state.test-support";
import { infisicalApi } from "./infisical-api";

describe("Infisical", () => {
  it("tells that it is well", async () => {
    const { state } = await testState();
    expect((await call(state, "GET", "/api/status")).at("message")).toBe("Ok");
  });

  it.each([
    ["an unknown path", "GET", "/api/v1/secret-syncs"],
    ["another method", "DELETE", "/api/v4/secrets"],
  ])("answers %s as its web server does", async (_name, method, target) => {
    const { state } = await testState();
    const answer = await call(state, method, target);
    expect(answer.json).toEqual({
      message: `Route ${method}:${target} not found`,
      error: "Not Found",
      statusCode: 404,
    });
  });

  it("records what it refuses as malformed", async () => {
    const { state } = await testState();
    await call(state, "POST", "/api/v1/auth/universal-auth/login", { body: { clientID: "x" } });
    expect(state.violations).toEqual([expect.stringContaining("clientID")]);
  });

  it.each([
    [429, "RateLimitExceeded"],
    [500, "InternalServerError"],
    [404, "NotFound"],
  ])("fails on request with %i %s", async (status, error) => {
    const { state } = await testState();
    const request = {
      method: "GET",
      origin: "",
      path: "/api",
      query: new URLSearchParams(),
      headers: new Map(),
      body: "",
      params: {},
    };
    expect(JSON.parse(infisicalApi.failure(state, request, status).body)).toMatchObject({
      statusCode: status,
      error,
    });
  });
});
