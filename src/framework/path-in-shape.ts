import type { AttributePath } from "../core/attribute-path";
import type { Shape } from "./shape";

/**
 * A path as far as Terraform can point along it: through the shape's blocks to one of their attributes, or null when
 * the shape does not even have the first step. It ends at a nested attribute, since Terraform looks for what is inside
 * among blocks, and would show the block around it. Elements of a list of scalars are found, and stay.
 */
export function pathInShape(shape: Shape, path: AttributePath): AttributePath | null {
  const length = steps(shape, path);
  return length === 0 ? null : path.slice(0, length);
}

function steps(shape: Shape, [name, ...rest]: AttributePath): number {
  if (typeof name !== "string") return 0;
  const block = member(shape.blocks, name);
  if (block !== undefined) return 1 + steps(block, rest);
  const attribute = member(shape.attributes, name);
  if (attribute === undefined) return 0;
  return attribute.kind === "scalar" ? 1 + rest.length : 1;
}

function member<T>(members: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
