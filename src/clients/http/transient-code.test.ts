import { Problem, type ProblemCode } from "../../core/problem";
import { isTransient } from "../../core/retry";
import { transientCode } from "./transient-code";

describe("transientCode", () => {
  it.each<[number, ProblemCode]>([
    [408, "timeout"],
    [409, "conflict"],
    [423, "conflict"],
    [424, "conflict"],
    [429, "throttled"],
    [500, "unavailable"],
    [503, "unavailable"],
    [599, "unavailable"],
  ])("%i is %s, which is tried again", (status, code) => {
    expect(transientCode(status)).toBe(code);
    expect(isTransient(new Problem(code, { summary: "s", detail: "d", status }))).toBe(true);
  });

  it.each([200, 204, 302, 400, 401, 403, 404, 405, 410, 422, 499])("%i does not pass by itself", (status) => {
    expect(transientCode(status)).toBeNull();
  });
});
