import type { AttributePath } from "../core/attribute-path";
import { Secret } from "../core/secret";
import type { Attribute, ScalarAttribute } from "./schema";
import { nestedShape, type Shape } from "./shape";
import { DecimalNumber, DynamicValue, isUnknown, UNKNOWN, type Unknown } from "./value";

/** What {@link mapShape} makes of the parts of a value. Each result takes the part's place. */
export interface ShapeVisitor<R> {
  /** A scalar attribute that is not null; it may be unknown. */
  leaf(attribute: ScalarAttribute, value: unknown, path: AttributePath): R;
  /** A nested attribute that is unknown as a whole. */
  unknown(value: Unknown, path: AttributePath): R;
  /** Something else where the schema has an object or a list of objects. */
  mismatch(expected: "an object" | "a list of objects", path: AttributePath): R;
}

/** An object of mapped parts, nested as the schema nests them. */
export type Mapped<R> = R | null | readonly Mapped<R>[] | MappedObject<R>;

/** One object of mapped parts. */
export interface MappedObject<R> {
  readonly [name: string]: Mapped<R>;
}

/**
 * Walks `source` by its shape and returns an object of exactly that shape: every attribute and block present, with
 * a null prototype. What `source` lacks (or has as undefined) is null, what the schema does not have is dropped. A
 * block that is unknown as a whole is a block whose attributes are all unknown. The depth of the walk is that of
 * the schema, however deep the value is.
 */
export function mapShape<R>(
  shape: Shape,
  source: unknown,
  visitor: ShapeVisitor<R>,
  path: AttributePath = [],
): MappedObject<R> {
  const result: Record<string, Mapped<R>> = Object.create(null);
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    result[name] = mapAttribute(attribute, member(source, name), visitor, [...path, name]);
  }
  for (const [name, block] of Object.entries(shape.blocks)) {
    const value = member(source, name);
    const at = [...path, name];
    if (value === null) result[name] = null;
    else if (isUnknown(value) || isRecord(value)) result[name] = mapShape(block, value, visitor, at);
    else result[name] = visitor.mismatch("an object", at);
  }
  return result;
}

function mapAttribute<R>(
  attribute: Attribute,
  value: unknown,
  visitor: ShapeVisitor<R>,
  path: AttributePath,
): Mapped<R> {
  if (value === null) return null;
  if (attribute.kind === "scalar") return visitor.leaf(attribute, value, path);
  if (isUnknown(value)) return visitor.unknown(value, path);
  const inside = nestedShape(attribute.attributes);
  if (attribute.nesting === "single") {
    return isRecord(value) ? mapShape(inside, value, visitor, path) : visitor.mismatch("an object", path);
  }
  if (!Array.isArray(value)) return visitor.mismatch("a list of objects", path);
  return value.map((item: unknown, index): Mapped<R> => {
    const at = [...path, index];
    if (item === null) return null;
    if (isUnknown(item)) return visitor.unknown(item, at);
    return isRecord(item) ? mapShape(inside, item, visitor, at) : visitor.mismatch("an object", at);
  });
}

function member(source: unknown, name: string): unknown {
  if (isUnknown(source)) return UNKNOWN;
  if (!isRecord(source) || !Object.hasOwn(source, name)) return null;
  return source[name] ?? null;
}

/** True for a plain object: no array, and none of the classes that stand for one value. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !isUnknown(value) &&
    !(value instanceof Secret) &&
    !(value instanceof DecimalNumber) &&
    !(value instanceof DynamicValue)
  );
}
