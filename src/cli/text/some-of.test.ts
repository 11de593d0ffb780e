import { someOf } from "./some-of";

describe("someOf", () => {
  it.each([
    [[], ""],
    [["A"], "A"],
    [["A", "B", "C", "D", "E"], "A, B, C, D, E"],
    [["A", "B", "C", "D", "E", "F", "G"], "A, B, C, D, E and 2 more"],
    [["two\nlines"], "two lines"],
  ])("%j is %j", (names, text) => expect(someOf(names)).toBe(text));
});
