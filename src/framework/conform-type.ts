import type { AttributePath } from "../core/attribute-path";
import {
  DecimalNumber,
  DynamicValue,
  isUnknown,
  objectValue,
  type Type,
  type Unknown,
  type Value,
} from "./value";
import { isRecord } from "./walk-shape";

/** What becomes of the parts that are no known value of their type. Each result takes the part's place. */
export interface ConformHandlers {
  /** The part has another type than `expected`. */
  mismatch(expected: string, path: AttributePath): Value;
  /** The part is unknown. */
  unknown(value: Unknown, path: AttributePath): Value;
}

/**
 * `value` as a value of `type`: itself where it is one, with the parts that are not replaced by what the handlers
 * say. Null (and undefined, as null) is a value of every type. A value of the dynamic type is passed on unseen.
 */
export function conformType(type: Type, value: unknown, path: AttributePath, on: ConformHandlers): Value {
  if (value === null || value === undefined) return null;
  if (isUnknown(value)) return on.unknown(value, path);
  if (typeof type === "string") return conformPrimitive(type, value, path, on);
  switch (type[0]) {
    case "list":
    case "set":
      return conformList(type[1], value, path, on);
    case "tuple":
      return conformTuple(type[1], value, path, on);
    case "map":
      return conformMap(type[1], value, path, on);
    case "object":
      return conformObject(type[1], value, path, on);
  }
}

function conformPrimitive(
  type: "string" | "number" | "bool" | "dynamic",
  value: unknown,
  path: AttributePath,
  on: ConformHandlers,
): Value {
  switch (type) {
    case "string":
      return typeof value === "string" ? value : on.mismatch("a string", path);
    case "bool":
      return typeof value === "boolean" ? value : on.mismatch("a bool", path);
    case "number":
      if (typeof value === "bigint" || value instanceof DecimalNumber) return value;
      return typeof value === "number" && Number.isFinite(value) ? value : on.mismatch("a number", path);
    case "dynamic":
      return value instanceof DynamicValue ? value : on.mismatch("a value with its type", path);
  }
}

function conformList(element: Type, value: unknown, path: AttributePath, on: ConformHandlers): Value {
  if (!Array.isArray(value)) return on.mismatch("a list", path);
  return value.map((item: unknown, index) => conformType(element, item, [...path, index], on));
}

function conformTuple(
  elements: readonly Type[],
  value: unknown,
  path: AttributePath,
  on: ConformHandlers,
): Value {
  if (!Array.isArray(value) || value.length !== elements.length) {
    return on.mismatch(`a tuple of ${elements.length}`, path);
  }
  return elements.map((element, index) => conformType(element, value[index], [...path, index], on));
}

function conformMap(element: Type, value: unknown, path: AttributePath, on: ConformHandlers): Value {
  if (!isRecord(value)) return on.mismatch("a map", path);
  return objectValue(
    Object.entries(value).map(([key, item]) => [key, conformType(element, item, [...path, key], on)]),
  );
}

function conformObject(
  members: Readonly<Record<string, Type>>,
  value: unknown,
  path: AttributePath,
  on: ConformHandlers,
): Value {
  if (!isRecord(value)) return on.mismatch("an object", path);
  return objectValue(
    Object.entries(members).map(([key, type]) => {
      const item = Object.hasOwn(value, key) ? value[key] : null;
      return [key, conformType(type, item, [...path, key], on)];
    }),
  );
}
