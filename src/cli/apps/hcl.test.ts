// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's templates look like that
import { hclArguments, hclBlock, hclString } from "./hcl";

describe("hclString", () => {
  it.each([
    ["plain", '"plain"'],
    ["", '""'],
    ['say "hi"', '"say \\"hi\\""'],
    ["back\\slash", '"back\\\\slash"'],
    ["${var.x}", '"$${var.x}"'],
    ["%{if true}", '"%%{if true}"'],
    ["$${kept}", '"$$${kept}"'],
    ["100% of $5", '"100% of $5"'],
    ["two\nlines\ttab", '"two\\u000alines\\u0009tab"'],
    ["\u2028", '"\\u2028"'],
    ["日本語", '"日本語"'],
  ])("writes %j as %s", (text, expected) => expect(hclString(text)).toBe(expected));
});

describe("hclArguments", () => {
  it("aligns the equals signs", () => {
    expect(hclArguments({ name: '"a"', service_principal_id: "null" })).toEqual([
      'name                 = "a"',
      "service_principal_id = null",
    ]);
  });
});

describe("hclBlock", () => {
  it("indents what is in it, and leaves empty lines empty", () => {
    expect(hclBlock("a", ["b = 1", "", ...hclBlock("c", ["d = 2"])])).toEqual([
      "a {",
      "  b = 1",
      "",
      "  c {",
      "    d = 2",
      "  }",
      "}",
    ]);
  });
});
