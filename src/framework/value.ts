/**
 * A value that Terraform does not know yet. `refinement` is what it does know about it (the msgpack bytes of a
 * refined unknown), kept so that a value which only passes through comes out as it came in.
 */
export class Unknown {
  constructor(readonly refinement: Uint8Array | null = null) {}
}

/** The plain unknown value. */
export const UNKNOWN = new Unknown();

/** A number that neither a double nor a bigint holds exactly, as its decimal text. */
export class DecimalNumber {
  constructor(readonly text: string) {}
}

/** A value of Terraform's dynamic pseudo-type: it brings its own type along. */
export class DynamicValue {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** A Terraform number: a double where that is exact, a bigint for whole numbers beyond 2^53, else decimal text. */
export type NumberValue = number | bigint | DecimalNumber;

/** An object or map. Its prototype is null, so that a key such as `__proto__` is a key like any other. */
export interface ObjectValue {
  readonly [key: string]: Value;
}

/**
 * Any Terraform value as the wire holds it, before a schema gives it a TypeScript type. Lists, sets and tuples are
 * arrays.
 */
export type Value =
  | null
  | Unknown
  | DynamicValue
  | string
  | boolean
  | NumberValue
  | readonly Value[]
  | ObjectValue;

/** A Terraform type, in the form in which Terraform writes types as JSON. */
export type Type =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", Type]
  | readonly ["object", { readonly [name: string]: Type }]
  | readonly ["tuple", readonly Type[]];

/** True for unknown values, refined or not. */
export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/** True for objects and maps: what is no null, unknown, number, array or dynamic value. */
export function isObjectValue(value: Value): value is ObjectValue {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof DecimalNumber) &&
    !(value instanceof DynamicValue)
  );
}

/** An {@link ObjectValue} from entries; later keys win. */
export function objectValue(entries: Iterable<readonly [string, Value]>): ObjectValue {
  const object: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** True when nothing inside is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (isUnknown(value)) return false;
  if (value instanceof DynamicValue) return isWhollyKnown(value.value);
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  if (isObjectValue(value)) return Object.values(value).every(isWhollyKnown);
  return true;
}

/**
 * True when both are the same value. Unknown equals nothing, not even another unknown, since both may turn out
 * different. Sets are compared in the order they have.
 */
export function valuesEqual(a: Value, b: Value): boolean {
  return compare(a, b, false);
}

/** As {@link valuesEqual}, but for one plan held against another: an unknown is the same as an unknown. */
export function valuesIdentical(a: Value, b: Value): boolean {
  return compare(a, b, true);
}

function compare(a: Value, b: Value, unknownsEqual: boolean): boolean {
  if (isUnknown(a) || isUnknown(b)) return unknownsEqual && isUnknown(a) && isUnknown(b);
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (a instanceof DecimalNumber || b instanceof DecimalNumber) {
    return a instanceof DecimalNumber && b instanceof DecimalNumber && a.text === b.text;
  }
  if (a instanceof DynamicValue || b instanceof DynamicValue) {
    return (
      a instanceof DynamicValue &&
      b instanceof DynamicValue &&
      JSON.stringify(a.type) === JSON.stringify(b.type) &&
      compare(a.value, b.value, unknownsEqual)
    );
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item: Value, index) => compare(item, b[index] ?? null, unknownsEqual))
    );
  }
  if (isObjectValue(a) && isObjectValue(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && compare(a[key] ?? null, b[key] ?? null, unknownsEqual))
    );
  }
  return false;
}
