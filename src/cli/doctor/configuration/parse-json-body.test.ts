// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is read here

import { argumentOf, blocksOf } from "./body";
import { parseJsonBody } from "./parse-json-body";

describe("parseJsonBody", () => {
  it("gives providers the form that HCL's have, one or several", () => {
    const body = parseJsonBody(`{
  "provider": {
    "azuread": [{}],
    "entrascim": [
      { "alias": "a", "infisical": { "auth": [{ "token": "s3cret" }] } },
      { "alias": "b",
        "azure": {
          "client_secret": "\${var.secret}x\${local.other}" } }
    ]
  }
}`);
    const providers = blocksOf(body, "provider", "entrascim");
    expect(providers.map(({ line }) => line)).toEqual([5, 6]);
    const [azure] = blocksOf(providers[1]?.body ?? body, "azure");
    expect(argumentOf(azure?.body ?? body, "client_secret")).toEqual({
      name: "client_secret",
      line: 8,
      expression: { isNull: false, isTrue: false, references: ["var.secret", "local.other"] },
    });
    expect(JSON.stringify(body)).not.toContain("s3cret");
  });

  it("knows null, true, and what arrays refer to", () => {
    const body = parseJsonBody('{"a": null, "b": true, "c": ["${var.x}", ["${var.y}"]], "d": 1.5e3}');
    expect(body.arguments.map(({ name, expression }) => [name, expression])).toEqual([
      ["a", { isNull: true, isTrue: false, references: [] }],
      ["b", { isNull: false, isTrue: true, references: [] }],
      ["c", { isNull: false, isTrue: false, references: ["var.x", "var.y"] }],
      ["d", { isNull: false, isTrue: false, references: [] }],
    ]);
  });

  it.each([
    ["variables", '{"variable": {"x": {"ephemeral": true}}}', ["variable", "x"]],
    ["locals", '{"locals": {"x": 1}}', ["locals"]],
    ["resources", '{"resource": {"entrascim_sync": {"x": {}}}}', ["resource", "entrascim_sync", "x"]],
  ])("knows the labels of %s", (_, text, expected) => {
    expect(parseJsonBody(text).blocks.map(({ type, labels }) => [type, ...labels])).toEqual([expected]);
  });

  it.each([
    ["nothing", ""],
    ["an array", "[]"],
    ["a string", '"s3cret"'],
    ["an open object", '{"a": {'],
    ["an open string", '{"a": "s3cret'],
    ["a member without a name", "{1: 2}"],
    ["a bare word", '{"a": s3cret}'],
    ["a comma too many", '{"a": 1,, "b": 2}'],
    ["more after the end", "{} {}"],
    ["a bad escape", '{"a": "\\x"}'],
    ["an open template", '{"a": "${var.x"}'],
  ])("refuses %s", (_, text) => {
    expect(() => parseJsonBody(text)).toThrow(new SyntaxError());
  });
});
