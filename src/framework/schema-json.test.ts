import type { ProviderSchemas } from "./provider-server";
import { block, bool, defineSchema, nested, nestedList, number, secret, string, stringList } from "./schema";
import { type ProviderSchemaJson, providersSchemaJson } from "./schema-json";

const ADDRESS = "registry.terraform.io/acme/shop";
const empty = defineSchema({ description: "Nothing." });

function jsonOf(schemas: Partial<ProviderSchemas>): ProviderSchemaJson {
  const all = { provider: empty, resources: new Map(), dataSources: new Map(), ...schemas };
  const provider = providersSchemaJson(ADDRESS, all).provider_schemas[ADDRESS];
  if (!provider) throw new Error("the provider is missing");
  return provider;
}

describe("providersSchemaJson", () => {
  it("has the frame that Terraform prints", () => {
    const schemas = { provider: empty, resources: new Map(), dataSources: new Map() };
    expect(providersSchemaJson(ADDRESS, schemas)).toEqual({
      format_version: "1.0",
      provider_schemas: {
        [ADDRESS]: {
          provider: { version: 0, block: { description: "Nothing.", description_kind: "markdown" } },
          resource_schemas: {},
          data_source_schemas: {},
        },
      },
    });
  });

  const described = { description: "It.", description_kind: "markdown" };

  it.each([
    [
      "required",
      string({ mode: "required", description: "It." }),
      { ...described, type: "string", required: true },
    ],
    [
      "optional",
      number({ mode: "optional", description: "It." }),
      { ...described, type: "number", optional: true },
    ],
    [
      "computed",
      stringList({ mode: "computed", description: "It." }),
      { ...described, type: ["list", "string"], computed: true },
    ],
    [
      "optional and computed",
      bool({ mode: "optional_computed", default: true, description: "It." }),
      { ...described, type: "bool", optional: true, computed: true },
    ],
    [
      "sensitive and write-only",
      secret({ mode: "optional", writeOnly: true, description: "It." }),
      { ...described, type: "string", optional: true, sensitive: true, write_only: true },
    ],
    [
      "deprecated",
      string({ mode: "optional", deprecated: "Use that.", description: "It." }),
      { ...described, type: "string", optional: true, deprecated: true },
    ],
    [
      "nested",
      nested({
        mode: "required",
        nullable: true,
        description: "It.",
        attributes: { id: string({ mode: "required", description: "Id." }) },
      }),
      {
        ...described,
        required: true,
        nested_type: {
          nesting_mode: "single",
          attributes: {
            id: { type: "string", description: "Id.", description_kind: "markdown", required: true },
          },
        },
      },
    ],
    [
      "a nested list",
      nestedList({ mode: "computed", description: "It.", attributes: {} }),
      { ...described, computed: true, nested_type: { nesting_mode: "list" } },
    ],
  ])("writes an attribute that is %s", (_, attribute, expected) => {
    const schema = defineSchema({ description: "A thing.", attributes: { it: attribute } });
    const json = jsonOf({ resources: new Map([["shop_thing", schema]]) });
    expect(json.resource_schemas.shop_thing?.block.attributes).toEqual({ it: expected });
  });

  it("writes blocks: once where required, else without counts", () => {
    const schema = defineSchema({
      version: 3,
      description: "A thing.",
      blocks: {
        to: block({
          required: true,
          description: "To.",
          attributes: { id: string({ mode: "required", description: "Id." }) },
        }),
        by: block({ description: "By.", blocks: { cli: block({ description: "Cli." }) } }),
      },
    });
    const json = jsonOf({ dataSources: new Map([["shop_thing", schema]]) });
    expect(json.data_source_schemas.shop_thing).toEqual({
      version: 3,
      block: {
        description: "A thing.",
        description_kind: "markdown",
        block_types: {
          by: {
            nesting_mode: "single",
            block: {
              description: "By.",
              description_kind: "markdown",
              block_types: {
                cli: {
                  nesting_mode: "single",
                  block: { description: "Cli.", description_kind: "markdown" },
                },
              },
            },
          },
          to: {
            nesting_mode: "single",
            min_items: 1,
            max_items: 1,
            block: {
              description: "To.",
              description_kind: "markdown",
              attributes: {
                id: { type: "string", description: "Id.", description_kind: "markdown", required: true },
              },
            },
          },
        },
      },
    });
  });

  it("sorts names, whatever the order of declaration", () => {
    const schema = defineSchema({
      description: "A thing.",
      attributes: {
        b: string({ mode: "optional", description: "B." }),
        a: string({ mode: "optional", description: "A." }),
      },
    });
    const json = jsonOf({
      resources: new Map([
        ["shop_b", schema],
        ["shop_a", schema],
      ]),
    });
    expect(Object.keys(json.resource_schemas)).toEqual(["shop_a", "shop_b"]);
    expect(Object.keys(json.resource_schemas.shop_a?.block.attributes ?? {})).toEqual(["a", "b"]);
  });
});
