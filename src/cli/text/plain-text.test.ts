// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import { plainLines, plainText } from "./plain-text";

describe("plainText", () => {
  it.each([
    ["ServiceNow → Überprüfung 日本 😀", "ServiceNow → Überprüfung 日本 😀"],
    ['quotes " and ${x} %{if} */ stay', 'quotes " and ${x} %{if} */ stay'],
    ["two\r\n\tlines", "two lines"],
    ["a\u2028b\u2029c\u0085d", "a b c d"],
    ["\u001b[31mred\u001b[0m", "[31mred[0m"],
    ["\u001b]0;title\u0007x", "]0;titlex"],
    ["\u009b2J\u0000x", "2Jx"],
    ["a\u202egnp.exe", "agnp.exe"],
    ["a\u200bb\u2066c\u2069", "abc"],
    ["lone \ud800surrogate", "lone surrogate"],
    ["  spaced\t out  ", "spaced out"],
    ["\u0000", ""],
  ])("%j is %j", (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});

describe("plainLines", () => {
  it.each([
    ["one\n  two\r\n\n three ", "one\n  two\n\n three"],
    ["a\u001b[2J\n\u202eb\rc", "a[2J\nb c"],
    ["", ""],
  ])("%j is %j", (text, expected) => {
    expect(plainLines(text)).toBe(expected);
  });
});
