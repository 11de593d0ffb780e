import {
  DecimalNumber,
  DynamicValue,
  isObjectValue,
  isWhollyKnown,
  objectValue,
  UNKNOWN,
  Unknown,
  type Value,
  valuesEqual,
  valuesIdentical,
} from "./value";

const object = (members: { readonly [name: string]: Value }) => objectValue(Object.entries(members));

describe("values", () => {
  it.each<[string, Value, Value, boolean]>([
    ["strings", "a", "a", true],
    ["a string and a number", "1", 1, false],
    ["null and null", null, null, true],
    ["null and an empty object", null, object({}), false],
    ["bigints", 2n ** 60n, 2n ** 60n, true],
    ["decimals", new DecimalNumber("0.1"), new DecimalNumber("0.1"), true],
    ["other decimals", new DecimalNumber("0.1"), new DecimalNumber("0.2"), false],
    ["a decimal and a number", new DecimalNumber("0.1"), 0.1, false],
    ["objects", object({ a: 1, b: [2] }), object({ b: [2], a: 1 }), true],
    ["objects of other members", object({ a: null }), object({ b: null }), false],
    ["lists", ["a", object({})], ["a", object({})], true],
    ["lists of other lengths", ["a"], ["a", null], false],
    ["a list and an object", [], object({}), false],
    ["dynamic values", new DynamicValue("string", "a"), new DynamicValue("string", "a"), true],
    [
      "dynamic values of other types",
      new DynamicValue("string", null),
      new DynamicValue("bool", null),
      false,
    ],
  ])("known ones are equal and identical, or neither: %s", (_, a, b, same) => {
    expect([valuesEqual(a, b), valuesIdentical(a, b), valuesEqual(b, a)]).toEqual([same, same, same]);
  });

  it.each<[string, Value, Value, boolean]>([
    ["two unknowns", UNKNOWN, new Unknown(new Uint8Array([1])), true],
    ["unknowns inside", object({ a: [UNKNOWN] }), object({ a: [UNKNOWN] }), true],
    ["unknown and null", UNKNOWN, null, false],
    ["unknown and a value", "x", UNKNOWN, false],
  ])("unknown ones are never equal, and identical only to another: %s", (_, a, b, identical) => {
    expect([valuesEqual(a, b), valuesIdentical(a, b)]).toEqual([false, identical]);
  });

  it.each<[string, Value, boolean]>([
    ["a value", "x", true],
    ["null", null, true],
    ["unknown", UNKNOWN, false],
    ["a deep unknown", object({ a: [object({ b: UNKNOWN })] }), false],
    ["an unknown with its type", new DynamicValue("string", UNKNOWN), false],
  ])("are wholly known or not: %s", (_, value, known) => {
    expect(isWhollyKnown(value)).toBe(known);
  });

  it("are objects only when they have members", () => {
    expect(
      [object({}), [], null, UNKNOWN, new DecimalNumber("1"), new DynamicValue("bool", true), "x"].map(
        isObjectValue,
      ),
    ).toEqual([true, false, false, false, false, false, false]);
  });

  it("have no prototype, whatever their keys are", () => {
    const value = object(JSON.parse('{"__proto__": "x", "toString": "y"}') as { [name: string]: Value });
    expect(Object.keys(value)).toEqual(["__proto__", "toString"]);
    expect(Object.getPrototypeOf(value)).toBeNull();
  });
});
