import { plainText } from "./plain-text";

describe("plainText", () => {
  it.each([
    ["ServiceNow → Überprüfung 日本", "ServiceNow → Überprüfung 日本"],
    ["two\r\n\tlines", "two lines"],
    ["\u001b[31mred\u001b[0m", "[31mred[0m"],
    ["\u001b]0;title\u0007x", "]0;titlex"],
    ["\u009b2J\u0000x", "2Jx"],
    ["a\u202egnp.exe", "agnp.exe"],
    ["a\u200bb\u2066c\u2069", "abc"],
    ["  x\u2028y  ", "x y"],
  ])("%j is %j", (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});
