import {
  block,
  bool,
  defineSchema,
  nested,
  nestedList,
  secret,
  string,
  stringList,
} from "../framework/schema";
import {
  Schema_NestedBlock_NestingMode as BlockNesting,
  Schema_Object_NestingMode as Nesting,
} from "./gen/tfplugin6";
import { encodeSchema } from "./schema-codec";

const description = "Says *what*.";
const optional = { mode: "optional", description } as const;

const encoded = encodeSchema(
  defineSchema({
    version: 3,
    description,
    attributes: {
      required: string({ mode: "required", description }),
      optional: bool(optional),
      computed: stringList({ mode: "computed", description }),
      both: string({ mode: "optional_computed", description, default: "x" }),
      secret: secret({ ...optional, writeOnly: true }),
      old: string({ ...optional, deprecated: "Do not." }),
      one: nested({ ...optional, attributes: { inner: secret(optional) } }),
      many: nestedList({ mode: "computed", description, attributes: {} }),
    },
    blocks: {
      must: block({ description, required: true, blocks: { may: block({ description }) } }),
    },
  }),
);
const attribute = (name: string) => encoded.block?.attributes.find((candidate) => candidate.name === name);

describe("encodeSchema", () => {
  it("has the version of the declaration", () => {
    expect([encoded.version, encoded.block?.version]).toEqual([3, 3]);
  });

  it.each([
    ["required", { required: true, optional: false, computed: false }],
    ["optional", { required: false, optional: true, computed: false }],
    ["computed", { required: false, optional: false, computed: true }],
    ["both", { required: false, optional: true, computed: true }],
  ])("says who may set %s", (name, flags) => {
    expect(attribute(name)).toMatchObject({ ...flags, description, descriptionKind: 1 });
  });

  it.each([
    ["required", '"string"'],
    ["optional", '"bool"'],
    ["computed", '["list","string"]'],
  ])("writes the type of %s as JSON", (name, type) => {
    expect(Buffer.from(attribute(name)?.type ?? []).toString()).toBe(type);
  });

  it.each([
    ["secret", { sensitive: true, writeOnly: true, deprecated: false }],
    ["old", { sensitive: false, writeOnly: false, deprecated: true }],
  ])("flags %s", (name, flags) => {
    expect(attribute(name)).toMatchObject(flags);
  });

  it("gives nested attributes a nested type and no other", () => {
    expect(attribute("one")).toMatchObject({
      type: new Uint8Array(),
      nestedType: { nesting: Nesting.SINGLE },
    });
    expect(attribute("one")?.nestedType?.attributes).toMatchObject([{ name: "inner", sensitive: true }]);
    expect(attribute("many")?.nestedType).toEqual({ nesting: Nesting.LIST, attributes: [] });
  });

  it("bounds a single block by equal numbers", () => {
    const [must] = encoded.block?.blockTypes ?? [];
    expect(must).toMatchObject({ typeName: "must", nesting: BlockNesting.SINGLE, minItems: 1, maxItems: 1 });
    expect(must?.block?.blockTypes).toMatchObject([{ typeName: "may", minItems: 0, maxItems: 0 }]);
  });
});
