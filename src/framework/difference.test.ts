import { Secret } from "../core/secret";
import { difference } from "./difference";
import { UNKNOWN, Unknown } from "./value";

describe("difference", () => {
  it.each([
    ["the same string", "a", "a", "no"],
    ["another string", "a", "b", "yes"],
    ["null and a missing member", { a: null }, {}, "no"],
    ["a value and null", "a", null, "yes"],
    ["an object and null", { a: 1 }, null, "yes"],
    ["the same object in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, "no"],
    ["a deep change", { a: { b: [1, 2] } }, { a: { b: [1, 3] } }, "yes"],
    ["a longer list", [1], [1, 2], "yes"],
    ["a list and an object", [], {}, "yes"],
    ["something unknown", "a", UNKNOWN, "maybe"],
    ["a refined unknown", "a", new Unknown(new Uint8Array([1])), "maybe"],
    ["two unknowns", UNKNOWN, UNKNOWN, "maybe"],
    ["an unknown beside what is the same", { a: 1, b: 2 }, { a: UNKNOWN, b: 2 }, "maybe"],
    ["an unknown beside what differs", { a: 1, b: 2 }, { a: UNKNOWN, b: 3 }, "yes"],
    ["equal secrets", new Secret("x"), new Secret("x"), "no"],
    ["other secrets", new Secret("x"), new Secret("y"), "yes"],
    ["a secret and a string", new Secret("x"), "x", "yes"],
    ["a key named __proto__", JSON.parse('{"__proto__":1}'), {}, "yes"],
  ] as const)("tells %s", (_name, stored, planned, expected) => {
    expect(difference(stored, planned)).toBe(expected);
  });
});
