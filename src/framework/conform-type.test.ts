import { conformType } from "./conform-type";
import { DecimalNumber, DynamicValue, objectValue, type Type, UNKNOWN, type Value } from "./value";

function conformed(type: Type, value: unknown) {
  const wrong: string[] = [];
  const result = conformType(type, value, ["a"], {
    mismatch: (expected, path) => {
      wrong.push(`${path.join(".")}: ${expected}`);
      return null;
    },
    unknown: (unknown) => unknown,
  });
  return { result, wrong };
}

const object: Type = ["object", { x: "string", y: ["list", "number"] }];
const dynamic = new DynamicValue("string", "x");

describe("conformType", () => {
  it.each<[string, Type, unknown, Value]>([
    ["a string", "string", "x", "x"],
    ["a bool", "bool", false, false],
    ["a number", "number", 1.5, 1.5],
    ["a bigint", "number", 2n ** 60n, 2n ** 60n],
    ["null", "string", null, null],
    ["undefined", "string", undefined, null],
    ["unknown", ["list", "string"], UNKNOWN, UNKNOWN],
    ["a list", ["list", "string"], ["a", null, UNKNOWN], ["a", null, UNKNOWN]],
    ["a set", ["set", "number"], [1, 2], [1, 2]],
    ["a tuple", ["tuple", ["string", "number"]], ["a", 1], ["a", 1]],
    ["a map", ["map", "number"], { a: 1, __proto__: null }, objectValue([["a", 1]])],
    [
      "an object, exactly its members",
      object,
      { x: "a", z: 1 },
      objectValue([
        ["x", "a"],
        ["y", null],
      ]),
    ],
    ["a value with its type", "dynamic", dynamic, dynamic],
  ])("takes %s", (_, type, given, result) => {
    expect(conformed(type, given)).toEqual({ result, wrong: [] });
  });

  it("keeps decimal numbers", () => {
    const decimal = new DecimalNumber("0.1");
    expect(conformed("number", decimal).result).toBe(decimal);
  });

  it.each<[string, Type, unknown, string[]]>([
    ["a number for a string", "string", 1, ["a: a string"]],
    ["a string for a bool", "bool", "true", ["a: a bool"]],
    ["no number", "number", Number.NaN, ["a: a number"]],
    ["a string for a number", "number", "1", ["a: a number"]],
    ["an object for a list", ["list", "string"], {}, ["a: a list"]],
    ["wrong elements", ["list", "string"], ["x", 1, {}], ["a.1: a string", "a.2: a string"]],
    ["a short tuple", ["tuple", ["string"]], [], ["a: a tuple of 1"]],
    ["a list for a map", ["map", "string"], [], ["a: a map"]],
    ["a wrong element of a map", ["map", "string"], { k: 1 }, ["a.k: a string"]],
    ["a list for an object", object, [], ["a: an object"]],
    ["a wrong member", object, { x: 1, y: [true] }, ["a.x: a string", "a.y.0: a number"]],
    ["a bare value for a dynamic one", "dynamic", "x", ["a: a value with its type"]],
    ["a decimal for an object", object, new DecimalNumber("1"), ["a: an object"]],
  ])("refuses %s", (_, type, given, wrong) => {
    expect(conformed(type, given).wrong).toEqual(wrong);
  });
});
