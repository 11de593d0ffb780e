import type { AttributeMap, BlockMap } from "./schema";

/** What stands in one pair of braces: the inside of a schema, a block or a nested attribute. */
export interface Shape {
  readonly attributes: AttributeMap;
  readonly blocks: BlockMap;
}

/** The inside of a nested attribute, seen as that of a block: it has attributes alone. */
export function nestedShape(attributes: AttributeMap): Shape {
  return { attributes, blocks: {} };
}
