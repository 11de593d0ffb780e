import { conform } from "../conform";
import { block, defineSchema, nested, nestedList, string, stringList } from "../schema";
import { type Plain, value } from "../toy-provider.test-support";
import { UNKNOWN } from "../value";
import { findReplaces } from "./find-replaces";

const leaf = string({ mode: "optional", replaces: true, description: "x" });
const schema = defineSchema({
  description: "x",
  attributes: {
    a: leaf,
    free: string({ mode: "optional", description: "x" }),
    tags: stringList({ mode: "optional", replaces: true, description: "x" }),
    whole: nested({ mode: "optional", replaces: true, description: "x", attributes: { b: leaf } }),
    part: nested({ mode: "optional", description: "x", attributes: { b: leaf } }),
    many: nestedList({ mode: "optional", description: "x", attributes: { b: leaf } }),
  },
  blocks: {
    inner: block({
      description: "x",
      attributes: { b: leaf },
      blocks: { deep: block({ description: "x", attributes: { c: leaf } }) },
    }),
  },
});

describe("what replaces", () => {
  it.each<[string, { readonly [k: string]: Plain }, { readonly [k: string]: Plain }, (string | number)[][]]>([
    ["a change", { a: "1" }, { a: "2" }, [["a"]]],
    ["a removal", { a: "1" }, {}, [["a"]]],
    ["an unknown", { a: "1" }, { a: UNKNOWN }, [["a"]]],
    ["a null prior", {}, { a: "2" }, []],
    ["an equal value", { a: "1" }, { a: "1" }, []],
    ["what is not declared", { free: "1" }, { free: "2" }, []],
    ["a list", { tags: ["a"] }, { tags: ["a", "b"] }, [["tags"]]],
    ["an unknown element", { tags: ["a"] }, { tags: [UNKNOWN] }, [["tags"]]],
    ["an equal list", { tags: ["a"] }, { tags: ["a"] }, []],
    ["a nested attribute as a whole", { whole: { b: "1" } }, { whole: { b: "2" } }, [["whole"]]],
    [
      "a member of one that is not declared itself",
      { part: { b: "1" } },
      { part: { b: "2" } },
      [["part", "b"]],
    ],
    ["one that is removed and not declared itself", { part: { b: "1" } }, {}, []],
    [
      "an element",
      { many: [{ b: "1" }, { b: "1" }] },
      { many: [{ b: "1" }, { b: "2" }] },
      [["many", 1, "b"]],
    ],
    ["an element more or less", { many: [{ b: "1" }] }, { many: [] }, []],
    ["an argument of a block", { inner: { b: "1" } }, { inner: { b: "2" } }, [["inner", "b"]]],
    [
      "a block that is removed",
      { inner: { b: "1", deep: { c: "1" } } },
      {},
      [
        ["inner", "b"],
        ["inner", "deep", "c"],
      ],
    ],
    ["a block that is added", {}, { inner: { b: "1" } }, []],
  ])("%s", (_, prior, planned, paths) => {
    expect(findReplaces(schema, conform(schema, value(prior)), conform(schema, value(planned)))).toEqual(
      paths,
    );
  });
});
