import { Secret } from "../core/secret";
import { block, defineSchema, nested, nestedList, string } from "./schema";
import { DecimalNumber, DynamicValue, objectValue, UNKNOWN } from "./value";
import { isRecord, mapShape } from "./walk-shape";

const leaf = string({ mode: "optional", description: "x" });
const schema = defineSchema({
  description: "x",
  attributes: {
    a: leaf,
    one: nested({ mode: "optional", description: "x", attributes: { b: leaf } }),
    many: nestedList({ mode: "optional", description: "x", attributes: { c: leaf } }),
  },
  blocks: { inner: block({ description: "x", attributes: { d: leaf } }) },
});

/** Each part as where it stands and what it was taken for. */
const walk = (source: unknown) =>
  mapShape<string>(schema, source, {
    leaf: (_, value, path) => `${path.join(".")}=${value === UNKNOWN ? "?" : String(value)}`,
    unknown: (_, path) => `${path.join(".")}=?`,
    mismatch: (expected, path) => `${path.join(".")} is not ${expected}`,
  });

describe("mapShape", () => {
  it.each<[string, unknown, object]>([
    [
      "all parts",
      { a: 1, one: { b: 2 }, many: [{ c: 3 }, { c: 4 }], inner: { d: 5 } },
      {
        a: "a=1",
        one: { b: "one.b=2" },
        many: [{ c: "many.0.c=3" }, { c: "many.1.c=4" }],
        inner: { d: "inner.d=5" },
      },
    ],
    ["nothing", {}, { a: null, one: null, many: null, inner: null }],
    ["undefined and null", { a: undefined, one: null }, { a: null, one: null, many: null, inner: null }],
    [
      "what it does not know",
      { z: 1, one: { z: 1 } },
      { a: null, one: { b: null }, many: null, inner: null },
    ],
    [
      "unknowns",
      { a: UNKNOWN, one: UNKNOWN, many: [UNKNOWN, null], inner: UNKNOWN },
      { a: "a=?", one: "one=?", many: ["many.0=?", null], inner: { d: "inner.d=?" } },
    ],
    [
      "what does not fit",
      { one: [], many: {}, inner: "x" },
      {
        a: null,
        one: "one is not an object",
        many: "many is not a list of objects",
        inner: "inner is not an object",
      },
    ],
    [
      "elements that do not fit",
      { many: ["x"] },
      { a: null, one: null, many: ["many.0 is not an object"], inner: null },
    ],
    ["inherited members", Object.create({ a: 1 }), { a: null, one: null, many: null, inner: null }],
    ["no object at all", 5, { a: null, one: null, many: null, inner: null }],
  ])("maps %s", (_, source, mapped) => {
    expect(walk(source)).toEqual(mapped);
  });

  it("gives null prototypes", () => {
    const mapped = walk({ one: {}, inner: {} });
    expect([mapped, mapped.one, mapped.inner].map((part) => Object.getPrototypeOf(part))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("isRecord", () => {
  it.each<[string, unknown, boolean]>([
    ["an object", {}, true],
    ["one without a prototype", objectValue([]), true],
    ["null", null, false],
    ["a list", [], false],
    ["a secret", new Secret("s"), false],
    ["unknown", UNKNOWN, false],
    ["a decimal", new DecimalNumber("1"), false],
    ["a dynamic value", new DynamicValue("bool", true), false],
    ["a function", () => {}, false],
  ])("%s", (_, value, record) => {
    expect(isRecord(value)).toBe(record);
  });
});
