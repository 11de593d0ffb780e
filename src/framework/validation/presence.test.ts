import { objectValue, UNKNOWN, type Value } from "../value";
import { type Presence, presenceOf } from "./presence";

const object = (members: { readonly [name: string]: Value }) => objectValue(Object.entries(members));

describe("presence", () => {
  it.each<[string, Value, Presence, Presence]>([
    ["null", null, "absent", "absent"],
    ["a value", "x", "present", "present"],
    ["an empty text", "", "present", "present"],
    ["false", false, "present", "present"],
    ["unknown", UNKNOWN, "maybe", "maybe"],
    ["a list", [UNKNOWN], "present", "present"],
    ["an empty branch", object({}), "maybe", "present"],
    ["a branch of nulls", object({ a: null, b: object({ c: null }) }), "maybe", "present"],
    ["a branch of unknowns", object({ a: UNKNOWN, b: null, c: object({ d: UNKNOWN }) }), "maybe", "maybe"],
    ["a branch with one known leaf", object({ a: UNKNOWN, b: object({ c: 1 }) }), "present", "present"],
    ["a branch with an empty list", object({ a: UNKNOWN, b: [] }), "present", "present"],
    ["a branch with a list of unknowns", object({ a: [UNKNOWN] }), "maybe", "maybe"],
  ])("%s", (_, value, validating, planning) => {
    expect([presenceOf(value, false), presenceOf(value, true)]).toEqual([validating, planning]);
  });
});
