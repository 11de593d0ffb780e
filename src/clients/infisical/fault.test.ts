import type { ProblemCode } from "../../core/problem";
import { at, errorBody, type FakeAnswer, fakeInfisical, problemOf } from "./testing/fake-infisical";

describe("an error", () => {
  const issues = [
    {
      code: "invalid_string",
      path: ["query", "secretPath"],
      message: "secret message",
      received: "secret message",
    },
    { code: "secret message", path: ["secret message"], message: "secret message" },
    { path: ["environment"] },
  ];

  it.each<[string, FakeAnswer, ProblemCode, RegExp]>([
    ["400", [400, errorBody("BadRequest")], "invalid_input", /400 \(BadRequest\)/],
    ["401", [401, errorBody("UnauthorizedError")], "unauthenticated", /access token/],
    ["403", [403, errorBody("PermissionDenied")], "forbidden", /"Describe Secret" on secrets/],
    ["409", [409, errorBody("Conflict")], "conflict", /409/],
    [
      "422",
      [422, errorBody("ValidationFailure", issues)],
      "invalid_input",
      /query\.secretPath \(invalid_string\), environment\. /,
    ],
    [
      "422 of another shape",
      [422, errorBody("ValidationFailure", { a: "secret message" })],
      "invalid_input",
      /422/,
    ],
    ["429", [429, errorBody("RateLimitExceeded")], "throttled", /rate limit/],
    ["500", [500, errorBody("InternalServerError")], "unavailable", /500/],
    ["502", [502, "<html>secret message</html>"], "unavailable", /502/],
    ["504", [504, errorBody("GatewayTimeoutError")], "unavailable", /504/],
    ["410", [410, "secret message"], "unexpected_response", /410/],
    [
      "301",
      [301, "", { location: "https://evil.example/secret message" }],
      "untrusted",
      /https:\/\/evil\.example\./,
    ],
    ["200 without JSON", [200, "secret message"], "unexpected_response", /is not JSON/],
    ["200 of another shape", [200, { secrets: [{ id: 1 }] }], "unexpected_response", /secrets\[0\]\.id/],
  ])("%s is told without its body", async (_, answer, code, text) => {
    const { source, call } = fakeInfisical({}, ({ what }) => (what.startsWith("list") ? answer : undefined));
    const problem = await problemOf(source.describe(at("KEY_0"), call));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(text);
    expect(problem.message).not.toContain("secret message");
    expect(JSON.stringify(problem)).not.toContain("secret message");
  });

  it("carries status, Infisical's own name and the request's id", async () => {
    const { source, call } = fakeInfisical({}, ({ what }) =>
      what.startsWith("list") ? [403, errorBody("PermissionDenied")] : undefined,
    );
    const problem = await problemOf(source.describe(at("KEY_0"), call));
    expect(problem).toMatchObject({ status: 403, vendorCode: "PermissionDenied", requestId: "req-1" });
  });

  it("takes nothing for a request's id that has not the shape of one", async () => {
    const body = { ...(errorBody("PermissionDenied") as object), reqId: "a-token-that-is-repeated" };
    const { source, call } = fakeInfisical({}, ({ what }) =>
      what.startsWith("list") ? [403, body] : undefined,
    );
    expect((await problemOf(source.describe(at("KEY_0"), call))).requestId).toBeUndefined();
  });

  it("takes nothing for the time of a version that is none", async () => {
    const secret = { id: "i", version: 1, secretKey: "KEY_0", updatedAt: "yesterday" };
    const { source, call } = fakeInfisical({}, ({ what }) =>
      what.startsWith("list") ? [200, { secrets: [secret] }] : undefined,
    );
    expect(await source.describe(at("KEY_0"), call)).toMatchObject({ version: 1, updatedAt: null });
  });
});
