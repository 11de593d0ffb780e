import { conform } from "../conform";
import { Diagnostics } from "../diagnostics";
import { block, defineSchema, nested, nestedList, secret, string, stringList } from "../schema";
import { type Plain, value } from "../toy-provider.test-support";
import { UNKNOWN } from "../value";
import { checkPlan } from "./check-plan";

const o = string({ mode: "optional", description: "x" });
const oc = string({ mode: "optional_computed", description: "x" });
const schema = defineSchema({
  description: "x",
  attributes: {
    o,
    oc,
    tags: stringList({ mode: "optional", description: "x" }),
    token: secret({ mode: "optional", writeOnly: true, description: "x" }),
    one: nested({ mode: "optional", description: "x", attributes: { o, oc } }),
    many: nestedList({ mode: "optional", description: "x", attributes: { o, oc } }),
  },
  blocks: { inner: block({ description: "x", attributes: { o, oc } }) },
});

type Members = { readonly [name: string]: Plain };

function check(config: Members, planned: Members, prior: Members | null = null) {
  const diagnostics = new Diagnostics();
  const object = (members: Members) => conform(schema, value(members));
  checkPlan(
    schema,
    { config: object(config), planned: object(planned), prior: prior === null ? null : object(prior) },
    diagnostics,
  );
  return diagnostics.items.map((item) => item.path);
}

describe("a plan that Terraform takes", () => {
  it.each<[string, Members, Members]>([
    ["as configured", { o: "a", oc: "b", tags: ["c"] }, { o: "a", oc: "b", tags: ["c"] }],
    [
      "unknown as configured",
      { o: UNKNOWN, tags: [UNKNOWN], one: UNKNOWN },
      { o: UNKNOWN, tags: [UNKNOWN], one: UNKNOWN },
    ],
    ["computed where nothing is configured", {}, { oc: UNKNOWN }],
    [
      "computed inside what is configured",
      { one: {}, many: [{}], inner: {} },
      { one: { oc: "x" }, many: [{ oc: UNKNOWN }], inner: { oc: "y" } },
    ],
    ["the write-only value gone", { token: "s3cr3t" }, {}],
  ])("%s", (_, config, planned) => {
    expect(check(config, planned)).toEqual([]);
  });

  it("the prior value for another spelling", () => {
    expect(check({ o: "A" }, { o: "a" }, { o: "a" })).toEqual([]);
  });
});

describe("a plan that Terraform refuses", () => {
  it.each<[string, Members, Members, (string | number)[]]>([
    ["another value", { o: "a" }, { o: "b" }, ["o"]],
    ["another computed value", { oc: "a" }, { oc: "b" }, ["oc"]],
    ["null for a value", { oc: "a" }, {}, ["oc"]],
    ["a value where nothing is configured", {}, { o: "a" }, ["o"]],
    ["unknown where nothing is configured", {}, { o: UNKNOWN }, ["o"]],
    ["unknown for a value", { o: "a" }, { o: UNKNOWN }, ["o"]],
    ["a value for an unknown", { o: UNKNOWN }, { o: "a" }, ["o"]],
    ["an element changed", { tags: ["a"] }, { tags: ["b"] }, ["tags"]],
    ["a nested value", { one: { o: "a" } }, { one: { o: "b" } }, ["one", "o"]],
    ["a nested object gone", { one: {} }, {}, ["one"]],
    ["a nested object known", { one: UNKNOWN }, { one: {} }, ["one"]],
    ["an object of a list", { many: [{}, { o: "a" }] }, { many: [{}, { o: "b" }] }, ["many", 1, "o"]],
    ["a longer list", { many: [{}] }, { many: [{}, {}] }, ["many"]],
    ["a block gone", { inner: {} }, {}, ["inner"]],
    ["a block added", {}, { inner: {} }, ["inner"]],
    ["a value in a block", { inner: {} }, { inner: { o: "a" } }, ["inner", "o"]],
    ["a write-only value", { token: "s3cr3t" }, { token: "s3cr3t" }, ["token"]],
  ])("%s", (_, config, planned, path) => {
    expect(check(config, planned)).toEqual([path]);
  });
});
