// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import { plainLines, plainText } from "./plain-text";

describe("plainText", () => {
  it.each([
    ["ServiceNow → Überprüfung 日本 😀", "ServiceNow → Überprüfung 日本 😀"],
    ['quotes " and ${x} %{if} */ stay', 'quotes " and ${x} %{if} */ stay'],
    ["two\r\n\tlines", "two lines"],
    ["a\u2028b\u2029c\u0085d", "a b c d"],
    ["\u001b[31mred\u001b[0m", "\ufffd[31mred\ufffd[0m"],
    ["\u001b]0;title\u0007x", "\ufffd]0;title\ufffdx"],
    ["\u009b2J\u0000x", "\ufffd2J\ufffdx"],
    ["a\u202egnp.exe", "a\ufffdgnp.exe"],
    ["a\u2066c\u2069", "a\ufffdc\ufffd"],
    ["joined 👩‍💻 letters", "joined 👩‍💻 letters"],
    ["  spaced\t out  ", "spaced out"],
    [" \n", ""],
  ])("%j is %j", (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});

describe("plainLines", () => {
  it.each([
    ["one\n  two\r\n\n three ", "one\n  two\n\n three"],
    ["a\u001b[2J\n\u202eb\rc", "a\ufffd[2J\n\ufffdb c"],
    ["", ""],
  ])("%j is %j", (text, expected) => {
    expect(plainLines(text)).toBe(expected);
  });
});
