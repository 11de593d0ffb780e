import { describeForeign, Problem } from "./problem";

describe("Problem.from", () => {
  it("passes a problem on as it is", () => {
    const problem = new Problem("timeout", { summary: "s", detail: "d" });
    expect(Problem.from(problem)).toBe(problem);
  });

  it.each([
    ["a foreign error", new SyntaxError('Unexpected token in "s3cr3t"')],
    ["an error with a cause", new Error("s3cr3t", { cause: "s3cr3t" })],
    ["a thrown string", "s3cr3t"],
    ["a thrown object", { token: "s3cr3t" }],
    ["undefined", undefined],
    ["null", null],
  ])("hides the message of %s", (_name, thrown) => {
    const problem = Problem.from(thrown);
    expect(problem.code).toBe("internal");
    expect(problem.message + problem.stack + JSON.stringify(problem)).not.toContain("s3cr3t");
    expect("cause" in problem && problem.cause).toBeFalsy();
  });

  it.each(["secret", "\n    at secret (file.js:1:1)", "<html>\n at secret\n</html>"])(
    "keeps nothing of the message %j",
    (message) => {
      const described = describeForeign(new RangeError(message));
      expect(described).not.toContain("secret");
      expect(described).toMatch(/^RangeError\n\s+at /);
    },
  );

  it("keeps class and frames of a foreign error", () => {
    expect(describeForeign(new RangeError("x"))).toMatch(/^RangeError\n\s+at /);
  });
});

describe("Problem", () => {
  const problem = new Problem("throttled", {
    summary: "Too many",
    detail: "Wait.",
    status: 429,
    vendorCode: "TooManyRequests",
    requestId: "r-1",
    retryAfterMs: 1000,
  });

  it("keeps its facts when a path is added", () => {
    const placed = problem.at(["source"]);
    expect(placed).toMatchObject({
      code: "throttled",
      path: ["source"],
      status: 429,
      vendorCode: "TooManyRequests",
      requestId: "r-1",
      retryAfterMs: 1000,
    });
  });

  it("keeps a path that is there", () => {
    expect(problem.at(["a"]).at(["b"]).path).toEqual(["a"]);
  });

  it.each([
    [undefined, ["destination", "connection"]],
    [["client_id"], ["destination", "connection", "client_id"]],
  ])("continues the path %j below a prefix", (path, expected) => {
    const placed = path === undefined ? problem : problem.at(path);
    expect(placed.under(["destination", "connection"])).toMatchObject({ path: expected, status: 429 });
  });

  it("keeps its facts when the detail changes", () => {
    expect(problem.withDetail("Other.")).toMatchObject({ detail: "Other.", status: 429, retryAfterMs: 1000 });
  });
});
