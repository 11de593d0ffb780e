import { Problem, type ProblemCode } from "../core/problem";
import { isRefused, isUnusableConnection, reasonOf } from "./refused";

const problem = (code: ProblemCode, path?: readonly string[]) =>
  new Problem(code, { summary: "s", detail: "d\n  e", ...(path === undefined ? {} : { path }) });

it.each([
  ["unauthenticated", true],
  ["forbidden", true],
  ["invalid_input", false],
  ["unavailable", false],
  ["not_found", false],
] as const)("%s is refused: %s", (code, expected) => {
  expect(isRefused(problem(code))).toBe(expected);
});

it.each([
  ["unauthenticated", undefined, true],
  ["invalid_input", ["destination", "connection"], true],
  ["invalid_input", undefined, true],
  ["invalid_input", ["source", "project_id"], false],
  ["timeout", undefined, false],
] as const)("%s at %j makes a connection unusable: %s", (code, path, expected) => {
  expect(isUnusableConnection(problem(code, path))).toBe(expected);
});

it("gives the reason in one line", () => {
  expect(reasonOf(problem("forbidden"))).toBe("s: d e");
});
