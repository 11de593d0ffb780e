import type { AttributePath } from "../core/attribute-path";
import type { Attribute } from "./schema";
import { nestedShape, type Shape } from "./shape";

/**
 * A path as far as the shape has it: all of it, its first steps, or null when the shape does not even have the first.
 * Terraform is not to be sent looking for attributes that a schema does not have. What stands inside a scalar (the
 * elements of a list) is not looked at.
 */
export function pathInShape(shape: Shape, path: AttributePath): AttributePath | null {
  const length = stepsInShape(shape, path);
  return length === 0 ? null : path.slice(0, length);
}

function stepsInShape(shape: Shape, [name, ...rest]: AttributePath): number {
  if (typeof name !== "string") return 0;
  const block = member(shape.blocks, name);
  if (block !== undefined) return 1 + stepsInShape(block, rest);
  const attribute = member(shape.attributes, name);
  return attribute === undefined ? 0 : 1 + stepsInAttribute(attribute, rest);
}

function stepsInAttribute(attribute: Attribute, rest: AttributePath): number {
  if (attribute.kind === "scalar") return rest.length;
  const inside = nestedShape(attribute.attributes);
  if (attribute.nesting === "single") return stepsInShape(inside, rest);
  return typeof rest[0] === "number" ? 1 + stepsInShape(inside, rest.slice(1)) : 0;
}

function member<T>(members: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
