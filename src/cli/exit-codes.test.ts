import { exitCodeOf, exitCodes } from "./exit-codes";

describe("exit codes", () => {
  it("gives each meaning a number of its own", () => {
    const numbers = Object.values(exitCodes);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each([
    ["invalid_input", 2],
    ["unauthenticated", 3],
    ["forbidden", 3],
    ["throttled", 4],
    ["timeout", 4],
    ["not_found", 1],
    ["rejected", 1],
    ["cancelled", 130],
    ["internal", 70],
  ] as const)("ends with %s as %i", (code, expected) => {
    expect(exitCodeOf(code)).toBe(expected);
  });

  it("ends with no problem as success", () => {
    expect(exitCodeOf("internal")).not.toBe(exitCodes.ok);
    expect(exitCodeOf("untrusted")).not.toBe(exitCodes.ok);
  });
});
