import { HIDDEN, hiddenTexts, hide, redactor } from "./hidden-values";

describe("hide", () => {
  it.each<[string, unknown, unknown, unknown]>([
    ["nothing", { a: 1 }, {}, { a: 1 }],
    ["nothing where the mask is false", { a: 1 }, false, { a: 1 }],
    ["nothing where the mask is absent", { a: [1] }, undefined, { a: [1] }],
    ["a member", { a: "x", b: "y" }, { a: true }, { a: HIDDEN, b: "y" }],
    ["a branch", { a: { b: "x" } }, { a: true }, { a: HIDDEN }],
    ["everything", { a: "x" }, true, HIDDEN],
    ["an item", ["x", "y"], [false, true], ["x", HIDDEN]],
    ["deep down", { a: [{ b: "x", c: "y" }] }, { a: [{ b: true }] }, { a: [{ b: HIDDEN, c: "y" }] }],
    ["no null", { a: null }, { a: true }, { a: null }],
    ["a number", { a: 1 }, { a: true }, { a: HIDDEN }],
    ["nothing where there is nothing", null, true, null],
  ])("hides %s", (_, value, mask, expected) => {
    expect(hide(value, mask)).toEqual(expected);
  });
});

describe("hiddenTexts", () => {
  it("is what hide hides", () => {
    const value = { a: "one", b: { c: "two", d: 33, e: true }, f: ["three", "free"], g: null, h: "free" };
    expect(hiddenTexts(value, { a: true, b: true, f: [true], g: true })).toEqual([
      "one",
      "two",
      "33",
      "three",
    ]);
    expect(hiddenTexts("x", undefined)).toEqual([]);
  });
});

describe("redactor", () => {
  it("replaces the longest first, everywhere, and no short ones", () => {
    const redact = redactor(["secret", "secret-path", "/", "abc"]);
    expect(redact("/secret-path and secret, secret; abc")).toBe(`/${HIDDEN} and ${HIDDEN}, ${HIDDEN}; abc`);
  });
});
