import { Secret } from "../core/secret";
import { typedEqual } from "./typed-equal";
import { objectValue, UNKNOWN, Unknown } from "./value";

describe("typedEqual", () => {
  it.each<[string, unknown, unknown, boolean]>([
    ["the same string", "a", "a", true],
    ["another string", "a", "b", false],
    ["a string and a number", "1", 1, false],
    ["null and null", null, null, true],
    ["null and what is missing", null, undefined, true],
    ["null and false", null, false, false],
    ["unknown and itself", UNKNOWN, UNKNOWN, false],
    ["unknown and null", UNKNOWN, null, false],
    ["an object with something unknown", { a: new Unknown() }, { a: new Unknown() }, false],
    ["secrets of one value", new Secret("s"), new Secret("s"), true],
    ["secrets of two values", new Secret("s"), new Secret("t"), false],
    ["a secret and its text", new Secret("s"), "s", false],
    ["a text and its secret", "s", new Secret("s"), false],
    ["a secret and an object", new Secret("s"), {}, false],
    ["objects in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ["objects of other prototypes", { a: 1 }, objectValue([["a", 1]]), true],
    ["a member more", { a: 1 }, { a: 1, b: 2 }, false],
    ["a null member more", { a: 1 }, { a: 1, b: null }, true],
    ["an inherited name", { toString: null }, {}, true],
    ["lists", ["a", "b"], ["a", "b"], true],
    ["lists of other lengths", ["a"], ["a", null], false],
    ["lists in another order", ["a", "b"], ["b", "a"], false],
    ["a list and an object", [], {}, false],
    ["an object and a list", {}, [], false],
    ["deep", { a: [{ s: new Secret("x") }] }, { a: [{ s: new Secret("x") }] }, true],
  ])("%s", (_, a, b, equal) => {
    expect(typedEqual(a, b)).toBe(equal);
  });
});
