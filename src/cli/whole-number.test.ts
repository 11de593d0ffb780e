import { wholeNumber } from "./whole-number";

describe("wholeNumber", () => {
  it.each([
    ["1", 1],
    ["007", 7],
    ["100", 100],
  ])("reads %s", (text, value) => {
    expect(wholeNumber(1, 100)(text)).toBe(value);
  });

  it.each(["", " 1", "0", "101", "-1", "1.5", "1e1", "0x10", "ten", "Infinity"])("refuses %j", (text) => {
    expect(() => wholeNumber(1, 100)(text)).toThrow("It has to be a whole number from 1 to 100.");
  });
});
