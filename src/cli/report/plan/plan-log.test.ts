import { readPlanLog } from "./plan-log";

const line = (diagnostic?: object) =>
  JSON.stringify({ "@level": "warn", "@module": "terraform.ui", type: "diagnostic", diagnostic });
const said = (address: string | undefined, more: object = {}) =>
  line({ severity: "warning", summary: "Summary", detail: "Detail.", address, ...more });

describe("readPlanLog", () => {
  it.each<[string, string | null]>([
    ["entrascim_sync.a", "entrascim_sync.a"],
    ["entrascim_connection.a-b_c[0]", "entrascim_connection.a-b_c[0]"],
    ['module.m["x.y"].entrascim_sync.a["k \\" ]"]', 'module.m["x.y"].entrascim_sync.a["k \\" ]"]'],
    ["data.entrascim_secret.a", "data.entrascim_secret.a"],
    ['provider["registry.terraform.io/entrascim/entrascim"]', null],
    ['provider["registry.opentofu.org/entrascim/entrascim"].alias', null],
  ])("takes what is said at %s", (address, expected) => {
    const { diagnostics, others } = readPlanLog(said(address));
    expect(diagnostics).toEqual([
      { severity: "warning", summary: "Summary", detail: "Detail.", address: expected },
    ]);
    expect(others).toEqual({ errors: 0, warnings: 0 });
  });

  it.each<[string, string]>([
    ["no address", said(undefined)],
    ["another type", said("aws_secret.entrascim_sync")],
    ["a key that looks like ours", said('aws_secret.a["entrascim_sync.a"]')],
    ["a type that ends like ours", said("my_entrascim_sync.a")],
    ["another provider", said('provider["registry.terraform.io/hashicorp/aws"]')],
    [
      "a value of the configuration",
      said("entrascim_sync.a", { snippet: { values: [{ traversal: "var.a", statement: "is x" }] } }),
    ],
    [
      "a function of the configuration",
      said("entrascim_sync.a", { snippet: { values: [], function_call: { name: "file" } } }),
    ],
    [
      "a condition of the configuration",
      said("entrascim_sync.a", { summary: "Resource precondition failed" }),
    ],
  ])("only counts what has %s", (_, text) => {
    expect(readPlanLog(text)).toEqual({ diagnostics: [], others: { errors: 0, warnings: 1 } });
  });

  it("counts errors apart, and skips other messages and lines", () => {
    const text = [
      "$ terraform plan",
      "",
      line(),
      said("a.b", { severity: "error" }),
      "null",
      '{"diagnostic": 1}',
      "{",
    ].join("\n");
    expect(readPlanLog(text)).toEqual({ diagnostics: [], others: { errors: 1, warnings: 0 } });
  });

  it("is empty for an empty log", () => {
    expect(readPlanLog("\n").diagnostics).toEqual([]);
  });

  it("refuses a text that is no log", () => {
    expect(() => readPlanLog("Plan: 1 to add\n{}\n")).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });
});
