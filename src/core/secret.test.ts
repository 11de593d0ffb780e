import { inspect } from "node:util";
import { Secret } from "./secret";

describe("Secret", () => {
  const secret = new Secret("t0p-s3cr3t");

  it.each([
    ["String()", () => String(secret)],
    ["a template", () => `${secret}`],
    ["JSON", () => JSON.stringify({ secret })],
    ["inspect", () => inspect({ secret }, { showHidden: true, depth: 9 })],
    ["console formatting", () => inspect(secret, { customInspect: false, showHidden: true })],
    ["an error's message", () => new Error(`no ${secret}`).message],
    ["object spread", () => JSON.stringify({ ...secret })],
    ["entries", () => JSON.stringify(Object.entries(secret))],
    ["a structured clone", () => inspect(structuredClone(secret))],
  ])("does not show in %s", (_name, print) => {
    expect(print()).not.toContain("t0p-s3cr3t");
  });

  it("opens with reveal alone", () => {
    expect(secret.reveal()).toBe("t0p-s3cr3t");
  });

  it.each([
    ["the same value", "t0p-s3cr3t", true],
    ["another value", "other", false],
  ])("compares with %s without revealing", (_name, value, equal) => {
    expect(secret.equals(new Secret(value))).toBe(equal);
  });
});
