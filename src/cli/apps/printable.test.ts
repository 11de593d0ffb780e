// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import { printable } from "./printable";

describe("printable", () => {
  it.each([
    ["ServiceNow", "ServiceNow"],
    ["Zürich – Personal 日本語 😀", "Zürich – Personal 日本語 😀"],
    ['quotes " and ${x} %{if} */ stay', 'quotes " and ${x} %{if} */ stay'],
    ["two\r\nlines", "two lines"],
    ["two\u2028lines", "two lines"],
    ["a\u0085b", "a b"],
    ["\u001b[31mred\u001b[0m", "[31mred [0m"],
    ["right\u202eto left", "right to left"],
    ["  spaced\t out  ", "spaced out"],
    ["lone \ud800 surrogate", "lone surrogate"],
    ["\u0000", ""],
  ])("%j is %j", (text, expected) => expect(printable(text)).toBe(expected));
});
