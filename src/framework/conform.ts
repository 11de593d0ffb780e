import { shapeProblem } from "./bug";
import { type ConformHandlers, conformType } from "./conform-type";
import type { Shape } from "./shape";
import { visitAttributes } from "./validation/visit-attributes";
import { isUnknown, type ObjectValue, type Value } from "./value";
import { isRecord, type MappedObject, mapShape } from "./walk-shape";

/**
 * `value` as an object of exactly the schema's shape, so that whatever comes after may rely on it: every attribute
 * present, null prototypes, primitives of the declared types. Throws `invalid_input` at the first part that does not
 * fit.
 */
export function conform(shape: Shape, value: Value): ObjectValue {
  return conformWith(shape, value, (unknown) => unknown);
}

/** As {@link conform}, for a configuration: what is computed alone does not fit there. */
export function conformConfig(shape: Shape, value: Value): ObjectValue {
  const config = conform(shape, value);
  visitAttributes(shape, config, (attribute, inner, path) => {
    if (attribute.mode !== "computed" || inner === null) return;
    throw shapeProblem("Terraform sent", "computed and not configured", path);
  });
  return config;
}

/**
 * As {@link conform}, for an object that exists: a part that is unknown does not fit. Null stays null, for one that
 * does not exist.
 */
export function conformState(shape: Shape, value: Value): ObjectValue | null {
  if (value === null) return null;
  return conformWith(shape, value, (_, path) => {
    throw shapeProblem("Terraform sent", "known", path);
  });
}

function conformWith(shape: Shape, value: Value, onUnknown: ConformHandlers["unknown"]): ObjectValue {
  const handlers: ConformHandlers = {
    mismatch: (expected, path) => {
      throw shapeProblem("Terraform sent", expected, path);
    },
    unknown: onUnknown,
  };
  if (!isRecord(value) && !isUnknown(value)) throw shapeProblem("Terraform sent", "an object", []);
  return asValue(
    mapShape<Value>(shape, value, {
      leaf: (attribute, leaf, path) => conformType(attribute.type, leaf, path, handlers),
      ...handlers,
    }),
  );
}

/** An object whose parts were mapped to values is a value. */
export function asValue(mapped: MappedObject<Value>): ObjectValue {
  return mapped as ObjectValue;
}
