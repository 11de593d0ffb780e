import { Problem } from "../../core/problem";
import {
  at,
  errorBody,
  type FakeAnswer,
  fakeInfisical,
  problemOf,
  wireSecret,
} from "./testing/fake-infisical";

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => wireSecret(`KEY_${i}`, `value-${i}`, i + 1));

describe("a transient fault", () => {
  const once = (answer: FakeAnswer | Problem) => {
    let first = true;
    return fakeInfisical({ "/scim": many(1) }, ({ what }) => {
      if (!what.startsWith("list") || !first) return undefined;
      first = false;
      if (answer instanceof Problem) throw answer;
      return answer;
    });
  };

  it.each<[string, FakeAnswer | Problem, number]>([
    ["503", [503, ""], 500],
    ["a reset", new Problem("unavailable", { summary: "s", detail: "d" }), 500],
    ["a timeout", new Problem("timeout", { summary: "s", detail: "d" }), 500],
    ["429 with Retry-After", [429, errorBody("RateLimitExceeded"), { "retry-after": "7" }], 7000],
    ["503 with the X-RateLimit-Reset that every answer has", [503, "", { "x-ratelimit-reset": "58" }], 500],
    ["429 with X-RateLimit-Reset", [429, errorBody("RateLimitExceeded"), { "x-ratelimit-reset": "9" }], 9000],
    [
      "429 with its message",
      [429, errorBody("RateLimitExceeded", "Rate limit exceeded. Please try again in 11 seconds")],
      11_000,
    ],
    ["429 alone", [429, ""], 500],
  ])("%s is waited for", async (_, answer, wait) => {
    const { source, call, clock, whats } = once(answer);
    expect(await source.describe(at("KEY_0"), call)).not.toBeNull();
    expect(clock.waits).toEqual([wait]);
    expect(whats()).toEqual(["login", "list /scim", "list /scim"]);
  });

  it("that would outlast the operation fails now and says so", async () => {
    const { source, call, clock } = once([429, "", { "retry-after": "600" }]);
    const problem = await problemOf(source.describe(at("KEY_0"), call));
    expect(problem.code).toBe("throttled");
    expect(problem.detail).toContain("600 s");
    expect(clock.waits).toEqual([]);
  });

  it("that lasts ends with the fault, after as many tries as are set", async () => {
    const { source, call, whats } = fakeInfisical(
      {},
      ({ what }) => (what === "login" ? undefined : [500, ""]),
      { maxRetries: 2 },
    );
    expect((await problemOf(source.describe(at("KEY_0"), call))).code).toBe("unavailable");
    expect(whats()).toEqual(["login", "list /scim", "list /scim", "list /scim"]);
  });
});
