import { isRedirect, redirectProblem } from "./redirect";

const answer = (status: number, location?: string) => ({
  status,
  headers: new Map(location === undefined ? [] : [["location", location]]),
  body: "",
});

describe("a redirect", () => {
  it.each([
    [200, false],
    [301, true],
    [302, true],
    [304, false],
    [307, true],
    [308, true],
    [404, false],
  ])("%i: %s", (status, expected) => {
    expect(isRedirect(answer(status))).toBe(expected);
  });

  it.each([
    ["https://evil.example/?token=secret", "to https://evil.example."],
    ["/login?token=secret", "elsewhere."],
    ["http://[secret", "elsewhere."],
    [undefined, "elsewhere."],
  ])("to %s is told without path and query", (location, text) => {
    const problem = redirectProblem("https://vault.example.com/api", answer(307, location));
    expect(problem.code).toBe("untrusted");
    expect(problem.status).toBe(307);
    expect(problem.detail).toContain(text);
    expect(problem.message).not.toContain("secret");
  });
});
