// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is read here

import { argumentOf, blocksOf } from "./body";
import { parseHcl } from "./parse-hcl";

/** What one expression is seen to be. */
function seen(expression: string) {
  return argumentOf(parseHcl(`a = ${expression}\nb = var.next\n`), "a")?.expression;
}

describe("parseHcl", () => {
  it("finds blocks with their labels, arguments and lines", () => {
    const body = parseHcl(`
# provider "entrascim" { in = "a comment" }
provider "entrascim" {
  /* or
     in = "another" */
  alias = "x" // here too
  infisical {
    auth { token = var.t }
  }
}
locals { }
resource "entrascim_sync" servicenow {}
`);
    expect(body.blocks.map(({ type, labels, line }) => [type, ...labels, line])).toEqual([
      ["provider", "entrascim", 3],
      ["locals", 11],
      ["resource", "entrascim_sync", "servicenow", 12],
    ]);
    const [provider] = blocksOf(body, "provider", "entrascim");
    expect(provider?.body.arguments.map(({ name, line }) => [name, line])).toEqual([["alias", 6]]);
    const [auth] = blocksOf(provider?.body.blocks[0]?.body ?? { arguments: [], blocks: [] }, "auth");
    expect(argumentOf(auth?.body ?? body, "token")).toMatchObject({
      line: 8,
      expression: { references: ["var.t"] },
    });
  });

  it.each([
    ["a string", '"s3cret"', []],
    ["an empty string", '""', []],
    ["a reference", "var.token", ["var.token"]],
    ["spaces around a dot", "var . token", ["var.token"]],
    ["an index", 'var.tokens["a"].value', ["var.tokens"]],
    ["a splat", "local.all[*].id", ["local.all"]],
    ["a template", '"a${var.b}c${local.d}"', ["var.b", "local.d"]],
    ["an escaped template", '"$${var.b} %%{if var.c}"', []],
    ["a directive", '"%{if var.a}x%{else}${local.b}%{endif}"', ["var.a", "local.b"]],
    ["a template in a template", '"${"${var.a}"}"', ["var.a"]],
    ["a quoted brace and quote", '"}\\"${var.a}"', ["var.a"]],
    ["a function", 'file("secret.txt")', []],
    ["a function of a reference", "trimspace(var.a)", ["var.a"]],
    ["a provider's function", "provider::x::y(var.a)", ["var.a"]],
    ["a condition", "var.a == null ? local.b : data.c.d.e", ["var.a", "local.b", "data.c.d.e"]],
    ["several lines in brackets", "coalesce(\n  var.a, # why\n  local.b,\n)", ["var.a", "local.b"]],
    ["an object", '{\n  a = var.a\n  "b" : local.b\n}', ["var.a", "local.b"]],
    ["a for", "[for x in var.list : x.y]", ["var.list", "x.y"]],
    ["a heredoc", "<<EOT\nvar.no ${var.yes}\nEOT", ["var.yes"]],
    ["an indented heredoc", "<<-EOT\n    ${var.a}\n      EOTS\n    EOT", ["var.a"]],
    ["a comparison", "var.a >= 3", ["var.a"]],
  ])("sees in %s what it refers to", (_, expression, references) => {
    expect(seen(expression)).toEqual({ isNull: false, isTrue: false, references });
  });

  it.each([
    ["null", { isNull: true, isTrue: false, references: [] }],
    ["true", { isNull: false, isTrue: true, references: [] }],
    ["! true", { isNull: false, isTrue: false, references: [] }],
    ['"true"', { isNull: false, isTrue: false, references: [] }],
    ["true # yes", { isNull: false, isTrue: true, references: [] }],
  ])("knows %s", (expression, expected) => {
    expect(seen(expression)).toEqual(expected);
  });

  it("keeps no value", () => {
    expect(JSON.stringify(parseHcl('a = "s3cret"\nb { c = <<X\ns3cret\nX\n}\n'))).not.toContain("s3cret");
  });

  it.each([
    ["an open block", 'provider "x" {'],
    ["a block too far closed", "a = 1\n}"],
    ["an open string", 'a = "s3cret\n'],
    ["an open template", 'a = "${var.x"\n'],
    ["an open bracket", "a = foo(1,\n"],
    ["brackets that do not match", "a = (1]\n"],
    ["an open heredoc", "a = <<EOT\ns3cret\n"],
    ["no block and no argument", "s3cret\n"],
    ["JSON", '{"a": "s3cret"}'],
  ])("refuses %s without quoting it", (_, text) => {
    let message = "";
    expect(() => {
      try {
        parseHcl(text);
      } catch (caught) {
        message = (caught as Error).message;
        throw caught;
      }
    }).toThrow(SyntaxError);
    expect(message).toBe("");
  });
});
