import { shapeProblem } from "./bug";

describe("shapeProblem", () => {
  it("blames the provider for what the provider returned", () => {
    const problem = shapeProblem("the provider returned", "a string", ["source", "secret_key"]);
    expect(problem).toMatchObject({ code: "internal", path: ["source", "secret_key"] });
    expect(problem.detail).toContain("This is a bug");
  });

  it("blames nobody's code for what Terraform sent", () => {
    const problem = shapeProblem("Terraform sent", "an object", []);
    expect(problem).toMatchObject({ code: "invalid_input", path: undefined });
    expect(problem.message).not.toContain("bug");
  });
});
