import { SERVICE_PRINCIPALS } from "../default-seed";
import { call, graphAuthorization, testState } from "../test-state.test-support";
import { graphApi } from "./graph-api";

const ONE = `/v1.0/servicePrincipals/${SERVICE_PRINCIPALS.servicenow}`;

describe("Microsoft Graph", () => {
  it("echoes the client's request id, in headers and errors", async () => {
    const { state } = await testState();
    const headers = { ...graphAuthorization(state), "client-request-id": "abc" };
    const good = await call(state, "GET", ONE, { headers });
    expect(good.headers).toMatchObject({
      "client-request-id": "abc",
      "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const bad = await call(state, "GET", `${ONE.slice(0, -4)}ffff`, { headers });
    expect(bad.at("error", "innerError")).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      "request-id": bad.headers["request-id"],
      "client-request-id": "abc",
    });
  });

  it.each([
    ["the beta version", "GET", "/beta/servicePrincipals", 400, "BadRequest", "/beta"],
    ["an unknown segment", "GET", "/v1.0/me", 400, "BadRequest", "'me'"],
    [
      "an unknown action",
      "POST",
      `${ONE}/synchronization/acquireAccessToken`,
      400,
      "BadRequest",
      "acquireAccessToken",
    ],
    ["a PATCH of secrets", "PATCH", `${ONE}/synchronization/secrets`, 405, "Request_BadRequest", "method"],
    ["a DELETE of a service principal", "DELETE", ONE, 405, "Request_BadRequest", "method"],
  ])("refuses %s", async (_name, method, target, status, code, message) => {
    const { state } = await testState();
    const answer = await call(state, method, target, { headers: graphAuthorization(state) });
    expect([answer.status, answer.at("error", "code")]).toEqual([status, code]);
    expect(answer.at("error", "message")).toContain(message);
  });

  it.each([
    [429, "TooManyRequests"],
    [503, "ServiceUnavailable"],
    [404, "Request_ResourceNotFound"],
    [418, "UnknownError"],
  ])("fails on request with %i in its envelope", async (status, code) => {
    const { state } = await testState();
    const request = {
      method: "GET",
      origin: "",
      path: ONE,
      query: new URLSearchParams(),
      headers: new Map(),
      body: "",
      params: {},
    };
    const answer = graphApi.failure(state, request, status);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).error.code).toBe(code);
  });
});
