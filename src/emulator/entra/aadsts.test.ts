import { signInError } from "./aadsts";

const AT = Date.UTC(2026, 0, 2, 3, 4, 5);

describe("signInError", () => {
  it("has the body of the token endpoint, status and error by code", () => {
    const answer = signInError({ code: 7000222, message: "Expired." }, AT, "corr");
    expect(answer.status).toBe(401);
    const body = JSON.parse(answer.body);
    expect(body).toEqual({
      error: "invalid_client",
      error_description: `AADSTS7000222: Expired. Trace ID: ${body.trace_id} Correlation ID: corr Timestamp: 2026-01-02 03:04:05Z`,
      error_codes: [7000222],
      timestamp: "2026-01-02 03:04:05Z",
      trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      correlation_id: "corr",
      error_uri: "https://login.microsoftonline.com/error?code=7000222",
    });
  });

  it("makes up a correlation id, and takes another status", () => {
    const answer = signInError({ code: 90033, message: "Transient." }, AT, null, 429);
    expect(answer.status).toBe(429);
    expect(JSON.parse(answer.body).correlation_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
