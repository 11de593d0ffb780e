import { conform } from "../conform";
import { Diagnostics } from "../diagnostics";
import { block, type Constraint, defineSchema, string } from "../schema";
import { type Plain, value } from "../toy-provider.test-support";
import { UNKNOWN } from "../value";
import { checkConstraints } from "./check-constraints";

const leaf = string({ mode: "optional", description: "x" });

function check(constraint: Constraint, config: { readonly [name: string]: Plain }) {
  const schema = defineSchema({
    description: "x",
    constraints: [constraint],
    attributes: { a: leaf, b: leaf, c: leaf },
    blocks: {
      first: block({ description: "x", attributes: { x: leaf, y: leaf } }),
      last: block({ description: "x", attributes: { x: leaf, y: leaf } }),
    },
  });
  const diagnostics = new Diagnostics();
  checkConstraints(schema, conform(schema, value(config)), true, diagnostics);
  return diagnostics.items.map(({ summary, detail, path }) => ({ summary, detail, path }));
}

const abc = ["a", "b", "c"];

describe("constraints", () => {
  it.each<[string, Constraint, { readonly [name: string]: Plain }]>([
    ["exactly one of", { kind: "exactly_one_of", members: abc }, { b: "x" }],
    ["at most one of: one", { kind: "at_most_one_of", members: abc }, { b: "x" }],
    ["at most one of: none", { kind: "at_most_one_of", members: abc }, {}],
    ["at most one of: one and a maybe", { kind: "at_most_one_of", members: abc }, { a: "x", b: UNKNOWN }],
    ["requires: both", { kind: "requires", member: "a", needs: ["b"] }, { a: "x", b: "y" }],
    ["requires: neither", { kind: "requires", member: "a", needs: ["b"] }, {}],
    ["requires: the other alone", { kind: "requires", member: "a", needs: ["b"] }, { b: "y" }],
    [
      "requires: a need that may come",
      { kind: "requires", member: "a", needs: ["b"] },
      { a: "x", b: UNKNOWN },
    ],
    ["requires: a member that may not", { kind: "requires", member: "a", needs: ["b"] }, { a: UNKNOWN }],
  ])("kept: %s", (_, constraint, config) => {
    expect(check(constraint, config)).toEqual([]);
  });

  it.each<[string, Constraint, { readonly [name: string]: Plain }, object]>([
    [
      "three at once",
      { kind: "exactly_one_of", members: abc, hint: "Take b." },
      { a: "x", b: "y", c: "z" },
      {
        summary: 'Only one of "a", "b" and "c" may be set',
        detail: 'Exactly one of "a", "b" and "c" may be set, and "a", "b" and "c" are. Take b.',
        path: ["b"],
      },
    ],
    [
      "two and a maybe",
      { kind: "at_most_one_of", members: abc },
      { a: UNKNOWN, b: "y", c: "z" },
      {
        summary: 'Only one of "a", "b" and "c" may be set',
        detail: 'At most one of "a", "b" and "c" may be set, and "b" and "c" are.',
        path: ["c"],
      },
    ],
    [
      "none",
      { kind: "exactly_one_of", members: ["a", "b"], hint: "Take b." },
      {},
      {
        summary: 'One of "a" and "b" must be set',
        detail: 'Exactly one of "a" and "b" must be set, and none is. Take b.',
        path: undefined,
      },
    ],
    [
      "a companion missing",
      { kind: "requires", member: "a", needs: ["b", "c"] },
      { a: "x" },
      { summary: '"a" requires "b" and "c"', detail: '"a" is set and "b" and "c" are not.', path: ["a"] },
    ],
    [
      "two blocks at the top: at the first thing inside, since Terraform shows a bare block at the wrong line",
      { kind: "exactly_one_of", members: ["first", "last"] },
      { first: { x: "1" }, last: { y: "2" } },
      {
        summary: 'Only one of "first" and "last" may be set',
        detail: 'Exactly one of "first" and "last" may be set, and "first" and "last" are.',
        path: ["last", "y"],
      },
    ],
    [
      "two blocks, the second empty",
      { kind: "at_most_one_of", members: ["first", "last"] },
      { first: {}, last: {} },
      {
        summary: 'Only one of "first" and "last" may be set',
        detail: 'At most one of "first" and "last" may be set, and "first" and "last" are.',
        path: ["last"],
      },
    ],
  ])("broken: %s", (_, constraint, config, diagnostic) => {
    expect(check(constraint, config)).toEqual([diagnostic]);
  });
});
