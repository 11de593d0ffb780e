import { block, bool, defineSchema, nested, nestedList, number, string, stringList } from "./schema";
import { attributeType, schemaType } from "./schema-type";

const options = { mode: "optional", description: "x" } as const;

describe("attributeType", () => {
  it.each([
    ["a string", string(options), "string"],
    ["a number", number(options), "number"],
    ["a bool", bool(options), "bool"],
    ["a list", stringList(options), ["list", "string"]],
    ["an object", nested({ ...options, attributes: { a: bool(options) } }), ["object", { a: "bool" }]],
    [
      "a list of objects",
      nestedList({ ...options, attributes: { a: nested({ ...options, attributes: {} }) } }),
      ["list", ["object", { a: ["object", {}] }]],
    ],
  ])("is the wire type of %s", (_, attribute, type) => {
    expect(JSON.parse(JSON.stringify(attributeType(attribute)))).toEqual(type);
  });
});

describe("schemaType", () => {
  const schema = defineSchema({
    description: "x",
    attributes: { name: string(options) },
    blocks: { outer: block({ description: "x", blocks: { inner: block({ description: "x" }) } }) },
  });

  it("has attributes and blocks side by side", () => {
    expect(JSON.parse(JSON.stringify(schemaType(schema)))).toEqual([
      "object",
      { name: "string", outer: ["object", { inner: ["object", {}] }] },
    ]);
  });

  it("is computed once", () => {
    expect(schemaType(schema)).toBe(schemaType(schema));
  });
});
