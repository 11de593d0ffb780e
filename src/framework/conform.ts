import type { AttributePath } from "../core/attribute-path";
import { shapeProblem } from "./bug";
import { conformType } from "./conform-type";
import type { Shape } from "./shape";
import { isUnknown, type ObjectValue, type Unknown, type Value } from "./value";
import { isRecord, type MappedObject, mapShape } from "./walk-shape";

/**
 * `value` as an object of exactly the schema's shape, so that whatever comes after may rely on it: every attribute
 * present, null prototypes, primitives of the declared types. Throws a `Problem` at the first part that does not
 * fit; the wire's decoder rules that out, so it is a bug of one of the two.
 */
export function conform(shape: Shape, value: Value): ObjectValue {
  const handlers = {
    mismatch: (expected: string, path: AttributePath): never => {
      throw shapeProblem("Terraform sent", expected, path);
    },
    unknown: (unknown: Unknown): Value => unknown,
  };
  if (!isRecord(value) && !isUnknown(value)) return handlers.mismatch("an object", []);
  return asValue(
    mapShape<Value>(shape, value, {
      leaf: (attribute, leaf, path) => conformType(attribute.type, leaf, path, handlers),
      ...handlers,
    }),
  );
}

/** As {@link conform}; null stays null, for objects that do not exist. */
export function conformOrNull(shape: Shape, value: Value): ObjectValue | null {
  return value === null ? null : conform(shape, value);
}

/** An object whose parts were mapped to values is a value. */
export function asValue(mapped: MappedObject<Value>): ObjectValue {
  return mapped as ObjectValue;
}
