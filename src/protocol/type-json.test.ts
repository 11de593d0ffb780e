import type { Type } from "../framework/value";
import { encodeType, typeFromJson } from "./type-json";

describe("typeFromJson", () => {
  it.each<[string, Type]>([
    ["a string", "string"],
    ["a dynamic", "dynamic"],
    ["a list", ["list", "string"]],
    ["a set of maps", ["set", ["map", "bool"]]],
    ["a tuple", ["tuple", ["string", ["list", "number"]]]],
    ["an empty tuple", ["tuple", []]],
    ["an object", ["object", { a: "string", b: ["object", {}] }]],
  ])("reads %s as it is written", (_, type) => {
    expect(typeFromJson(JSON.parse(Buffer.from(encodeType(type)).toString()))).toEqual(type);
  });

  it("has no trouble with an attribute named __proto__", () => {
    const type = typeFromJson(JSON.parse('["object",{"__proto__":"bool"}]'));
    expect(type?.[0]).toBe("object");
    expect(Object.entries(type?.[1] ?? {})).toEqual([["__proto__", "bool"]]);
  });

  it.each([
    ["another word", "text"],
    ["null", null],
    ["a number", 5],
    ["an empty array", []],
    ["a list of nothing", ["list"]],
    ["a list of two", ["list", "string", "string"]],
    ["a list of no type", ["list", "strings"]],
    ["a tuple of no array", ["tuple", "string"]],
    ["a tuple with no type", ["tuple", ["string", 1]]],
    ["an object of an array", ["object", ["string"]]],
    ["an object of null", ["object", null]],
    ["an object with no type", ["object", { a: {} }]],
    ["another kind", ["capsule", "string"]],
    ["too deep a type", JSON.parse(`${'["list",'.repeat(70)}"string"${"]".repeat(70)}`)],
  ])("refuses %s", (_, json) => {
    expect(typeFromJson(json)).toBeUndefined();
  });
});
