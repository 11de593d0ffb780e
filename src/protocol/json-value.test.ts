import { Problem } from "../core/problem";
import { DecimalNumber, DynamicValue, objectValue, type Type, type Value } from "../framework/value";
import { decodeJsonValue, parseJson } from "./json-value";

const parse = (text: string) => parseJson(Buffer.from(text));

describe("parseJson", () => {
  it.each([
    ["null", "null", null],
    ["words", "[true,false]", [true, false]],
    ["a string", '"n1"', "n1"],
    ["escapes", String.raw`"a\"b\\\u0041\n"`, 'a"b\\A\n'],
    ["a string that looks like JSON", String.raw`"{\"a\": 1}"`, '{"a": 1}'],
    ["a string that ends in a backslash", String.raw`["\\", 1]`, ["\\", 1]],
    ["whole numbers", "[0, -5, 9007199254740991]", [0, -5, 9007199254740991]],
    ["a number beyond 2^53", "9007199254740993", 9007199254740993n],
    ["fractions", "[0.5, 0.1, 1e2]", [0.5, new DecimalNumber("0.1"), 100]],
    ["an object", '{"a":{"b":[]},"1":2}', { a: { b: [] }, 1: 2 }],
    ["white space", ' { "a" : [ 1 , 2 ] } \n', { a: [1, 2] }],
  ])("reads %s", (_, text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it("keeps a key named __proto__", () => {
    expect(Object.entries(parse('{"__proto__":{"x":1}}') as object)).toEqual([["__proto__", { x: 1 }]]);
  });

  it("reads a string of ten megabytes", () => {
    const text = `${"x".repeat(5_000_000)}\\n${"é".repeat(2_500_000)}`;
    expect(parse(`["${text}"]`)).toEqual([text.replace("\\n", "\n")]);
  });

  it("reads a string of millions of escapes", () => {
    expect(parse(`["${'\\"'.repeat(4_000_000)}"]`)).toEqual(['"'.repeat(4_000_000)]);
  });

  it("refuses at once what looks like the beginning of a hundred thousand strings", () => {
    expect(() => parse(`"${'\\"'.repeat(100_000)}`)).toThrow(Problem);
  });

  it.each([
    ["nothing", ""],
    ["a word", "hunter2"],
    ["half an object", '{"hunter2":'],
    ["a number with leading zeros", "01"],
    ["a negative one", "-01"],
    ["two numbers", "1 2"],
    ["glued numbers", "1-2"],
    ["a fraction without digits", "1."],
    ["a plus sign", "+1"],
    ["a number as a key", "{1:2}"],
    ["a line break in a string", '"hunter2\n"'],
    ["a wrong escape", String.raw`"hunter2\x"`],
    ["a number of too many digits", "1".repeat(10_001)],
    ["too deep an array", "[".repeat(300) + "]".repeat(300)],
    ["a very deep array", "[".repeat(200_000) + "]".repeat(200_000)],
  ])("refuses %s, and does not quote it", (_, text) => {
    const run = () => parse(text);
    expect(run).toThrow(Problem);
    expect(run).toThrow(/^(?!.*hunter2)/s);
  });
});

describe("decodeJsonValue", () => {
  it.each<[string, Type, string, Value]>([
    ["null", "string", "null", null],
    ["a number", "number", "18446744073709551616", 2n ** 64n],
    ["a set", ["set", "string"], '["a"]', ["a"]],
    ["a map", ["map", "number"], '{"a":0.1}', objectValue([["a", new DecimalNumber("0.1")]])],
    ["an object", ["object", { a: "bool" }], '{"a":true}', objectValue([["a", true]])],
    [
      "a dynamic value",
      "dynamic",
      '{"type":["list","number"],"value":[1]}',
      new DynamicValue(["list", "number"], [1]),
    ],
  ])("reads %s", (_, type, text, value) => {
    expect(decodeJsonValue(Buffer.from(text), type)).toEqual(value);
  });

  it.each<[string, Type, string]>([
    ["a string for a number", "number", '"1"'],
    ["a number for a string", "string", "1"],
    ["an inexact number for an object", ["object", {}], "0.1"],
    ["an attribute too many", ["object", {}], '{"a":1}'],
    ["a dynamic without a type", "dynamic", '{"value":1}'],
    ["a dynamic without a value", "dynamic", '{"type":"string"}'],
    ["a dynamic of a wrong type", "dynamic", '{"type":"text","value":1}'],
  ])("refuses %s", (_, type, text) => {
    expect(() => decodeJsonValue(Buffer.from(text), type)).toThrow(Problem);
  });
});
