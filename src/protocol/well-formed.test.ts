import { wellFormed } from "./well-formed";

describe("wellFormed", () => {
  it.each([
    ["plain", "plain"],
    ["a pair \u{1f511}", "a pair \u{1f511}"],
    ["a first half \ud83d", "a first half \ufffd"],
    ["\udd11 a second half", "\ufffd a second half"],
  ])("%j is %j", (text, expected) => {
    expect(wellFormed(text)).toBe(expected);
  });
});
