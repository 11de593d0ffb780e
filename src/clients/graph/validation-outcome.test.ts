import { Problem } from "../../core/problem";
import { untestableCall, validationOutcome } from "./validation-outcome";

describe("validationOutcome", () => {
  it.each<[string, string | null, number | null, string]>([
    ["an application's 400", "Failure", 400, "rejected"],
    ["an application's 401", "Failure", 401, "rejected"],
    ["an application's 403", "Failure", 403, "rejected"],
    ["a success that is no SCIM", "Failure", 200, "rejected"],
    ["a code alone", "SalesforceInvalidCredentials", null, "rejected"],
    ["nothing at all", null, null, "rejected"],
    ["an application out of reach", "CredentialValidationUnavailable", null, "untestable"],
    ["one out of reach, whatever it echoes", "CredentialValidationUnavailable", 401, "untestable"],
    ["a redirect", "Failure", 301, "untestable"],
    ["a timeout", "Failure", 408, "untestable"],
    ["a throttle", "Failure", 429, "untestable"],
    ["a fault", "Failure", 500, "untestable"],
  ])("judges %s", (_, code, echoedStatus, outcome) => {
    const fault = { status: 400, code, requestId: undefined, echoedStatus };
    expect(validationOutcome(fault)).toEqual({
      outcome,
      code: code ?? "UnknownError",
      status: echoedStatus,
    });
  });
});

describe("untestableCall", () => {
  const problem = (code: Problem["code"], status?: number, vendorCode?: string) =>
    new Problem(code, {
      summary: "x",
      detail: "x",
      ...(status === undefined ? {} : { status }),
      ...(vendorCode === undefined ? {} : { vendorCode }),
    });

  it.each<[string, Problem, string | null]>([
    ["our timeout", problem("timeout"), "Timeout"],
    ["404", problem("not_found", 404, "JobNotFound"), "JobNotFound"],
    ["405", problem("unexpected_response", 405), "HTTP_405"],
    ["502", problem("unavailable", 502), "HTTP_502"],
    ["a redirect", problem("untrusted", 307), "HTTP_307"],
    ["a missing permission", problem("forbidden", 401), null],
    ["a throttle", problem("throttled", 429), null],
    ["a conflict", problem("conflict", 409), null],
    ["an unreachable Graph", problem("unavailable"), null],
    ["an interruption", problem("cancelled"), null],
  ])("judges %s", (_, caught, code) => {
    expect(untestableCall(caught)).toEqual(
      code === null ? null : { outcome: "untestable", code, status: null },
    );
  });
});
