import type { Attribute, AttributeMap, BlockMap, Schema } from "./schema";
import type { Type } from "./value";

const cache = new WeakMap<Schema, Type>();

/** The wire type of a schema's values: an object of its attributes and blocks. Computed once per schema. */
export function schemaType(schema: Schema): Type {
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const type = shapeType(schema);
  cache.set(schema, type);
  return type;
}

/** The wire type of one attribute; a nested one is an object, or a list of objects. */
export function attributeType(attribute: Attribute): Type {
  if (attribute.kind === "scalar") return attribute.type;
  const object = shapeType({ attributes: attribute.attributes, blocks: {} });
  return attribute.nesting === "list" ? ["list", object] : object;
}

/** The wire type of what has attributes and blocks; a block is an object, and null where it is left out. */
export function shapeType(shape: { readonly attributes: AttributeMap; readonly blocks: BlockMap }): Type {
  const members: Record<string, Type> = Object.create(null);
  for (const [name, attribute] of Object.entries(shape.attributes)) members[name] = attributeType(attribute);
  for (const [name, block] of Object.entries(shape.blocks)) members[name] = shapeType(block);
  return ["object", members];
}
