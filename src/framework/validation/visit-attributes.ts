import type { AttributePath } from "../../core/attribute-path";
import type { Attribute } from "../schema";
import { nestedShape, type Shape } from "../shape";
import { isObjectValue, type ObjectValue, type Value } from "../value";

/** Called with each attribute, its value and where it stands; nested attributes first, then what is inside. */
export type AttributeVisit = (attribute: Attribute, value: Value, path: AttributePath) => void;

/** Visits every attribute of a value of the schema's shape, on all levels that are there and known. */
export function visitAttributes(
  shape: Shape,
  value: ObjectValue,
  visit: AttributeVisit,
  path: AttributePath = [],
): void {
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    const at = [...path, name];
    const inner = value[name] ?? null;
    visit(attribute, inner, at);
    if (attribute.kind === "nested") visitNested(nestedShape(attribute.attributes), inner, visit, at);
  }
  for (const [name, block] of Object.entries(shape.blocks)) {
    const inner = value[name] ?? null;
    if (isObjectValue(inner)) visitAttributes(block, inner, visit, [...path, name]);
  }
}

function visitNested(inside: Shape, value: Value, visit: AttributeVisit, path: AttributePath): void {
  if (isObjectValue(value)) visitAttributes(inside, value, visit, path);
  else if (Array.isArray(value)) {
    value.forEach((item: Value, index) => {
      visitNested(inside, item, visit, [...path, index]);
    });
  }
}
