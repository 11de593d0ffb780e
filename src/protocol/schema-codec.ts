import type { Attribute, AttributeMap, BlockMap, Schema } from "../framework/schema";
import { attributeType } from "../framework/schema-type";
import * as wire from "./gen/tfplugin6";
import { encodeType } from "./type-json";

/** A schema as Terraform wants it. */
export function encodeSchema(schema: Schema): wire.Schema {
  return { version: schema.version, block: encodeBlock(schema, schema.version) };
}

interface Shape {
  readonly description: string;
  readonly attributes: AttributeMap;
  readonly blocks: BlockMap;
}

function encodeBlock(shape: Shape, version: number): wire.Schema_Block {
  return {
    version,
    attributes: encodeAttributes(shape.attributes),
    blockTypes: Object.entries(shape.blocks).map(([typeName, block]) => {
      // Terraform demands that a single block's minimum and maximum are equal.
      const items = block.required ? 1 : 0;
      return {
        typeName,
        block: encodeBlock(block, 0),
        nesting: wire.Schema_NestedBlock_NestingMode.SINGLE,
        minItems: items,
        maxItems: items,
      };
    }),
    description: shape.description,
    descriptionKind: wire.StringKind.MARKDOWN,
    deprecated: false,
  };
}

function encodeAttributes(attributes: AttributeMap): wire.Schema_Attribute[] {
  return Object.entries(attributes).map(([name, attribute]) => encodeAttribute(name, attribute));
}

function encodeAttribute(name: string, attribute: Attribute): wire.Schema_Attribute {
  const common = {
    name,
    description: attribute.description,
    descriptionKind: wire.StringKind.MARKDOWN,
    required: attribute.mode === "required",
    optional: attribute.mode === "optional" || attribute.mode === "optional_computed",
    computed: attribute.mode === "computed" || attribute.mode === "optional_computed",
  };
  if (attribute.kind === "nested") {
    const nesting =
      attribute.nesting === "list"
        ? wire.Schema_Object_NestingMode.LIST
        : wire.Schema_Object_NestingMode.SINGLE;
    const nestedType = { attributes: encodeAttributes(attribute.attributes), nesting };
    return {
      ...common,
      type: new Uint8Array(),
      nestedType,
      sensitive: false,
      deprecated: false,
      writeOnly: false,
    };
  }
  return {
    ...common,
    type: encodeType(attributeType(attribute)),
    sensitive: attribute.sensitive,
    deprecated: attribute.deprecated !== undefined,
    writeOnly: attribute.writeOnly,
  };
}
