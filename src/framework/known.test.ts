import { Secret } from "../core/secret";
import { known, unknownPaths } from "./known";
import { UNKNOWN } from "./value";

describe("known", () => {
  it.each([
    ["a string", "a"],
    ["null", null],
    ["a secret", new Secret("x")],
    ["an object", { a: { b: [1, null] } }],
  ])("hands on %s", (_name, value) => {
    expect(known(value)).toBe(value);
  });

  it.each([
    ["an unknown", UNKNOWN],
    ["an object that holds one", { a: { b: [1, UNKNOWN] } }],
  ])("is undefined for %s", (_name, value) => {
    expect(known(value)).toBeUndefined();
  });

  it("says where they stand", () => {
    expect(unknownPaths({ auth: { key: UNKNOWN, list: [1, UNKNOWN] }, name: "x" })).toEqual([
      "auth.key",
      "auth.list[1]",
    ]);
  });
});
