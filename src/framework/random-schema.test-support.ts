import fc from "fast-check";
import {
  type Attribute,
  type AttributeMap,
  type Block,
  type BlockMap,
  block,
  bool,
  defineSchema,
  nested,
  nestedList,
  number,
  type Schema,
  secret,
  string,
  stringList,
} from "./schema";
import { nestedShape, type Shape } from "./shape";
import { isObjectValue, isUnknown, type ObjectValue, objectValue, UNKNOWN, type Value } from "./value";

const NAMES = ["alpha", "beta", "gamma", "delta", "__proto__", "to_string"];
const description = "x";
const mode = fc.constantFrom("required", "optional", "optional_computed", "computed");
const inputMode = fc.constantFrom("required", "optional", "optional_computed");

const scalar: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({ mode, replaces: fc.boolean() }).map((o) => string({ ...o, description })),
  fc.string().map((d) => string({ mode: "optional_computed", default: d, description })),
  mode.map((m) => number({ mode: m, description })),
  fc.integer().map((d) => number({ mode: "optional_computed", default: d, description })),
  fc.boolean().map((d) => bool({ mode: "optional_computed", default: d, description })),
  mode.map((m) => stringList({ mode: m, description })),
  fc.boolean().map((writeOnly) => secret({ mode: "optional", writeOnly, description })),
);

function attribute(depth: number): fc.Arbitrary<Attribute> {
  if (depth === 0) return scalar;
  const inner = fc.record({ mode: inputMode, attributes: attributes(depth - 1) });
  return fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: inner.map((o) => nested({ ...o, description }) as Attribute) },
    { weight: 1, arbitrary: inner.map((o) => nestedList({ ...o, description }) as Attribute) },
  );
}

function attributes(depth: number): fc.Arbitrary<AttributeMap> {
  return members(attribute(depth));
}

function blocks(depth: number): fc.Arbitrary<BlockMap> {
  if (depth === 0) return fc.constant({});
  const one: fc.Arbitrary<Block> = fc
    .record({ attributes: attributes(depth - 1), blocks: blocks(depth - 1), required: fc.boolean() })
    .map((o) => block({ ...o, description }) as Block);
  return members(one).map((map) =>
    Object.fromEntries(Object.entries(map).map(([name, inner]) => [`block_${name}`, inner])),
  );
}

function members<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), arbitrary), { selector: ([name]) => name, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
}

/** Any schema without rules and constraints, three levels deep. */
export const anySchema: fc.Arbitrary<Schema> = fc
  .record({ attributes: attributes(2), blocks: blocks(2) })
  .map((o) => defineSchema({ ...o, description }) as Schema);

/** What of a value may be unknown, and whether what is computed is set. */
interface ValueOptions {
  readonly unknowns: boolean;
  readonly computed: boolean;
}

/** A configuration as Terraform sends it: what is computed is null, what is required is set. */
export function anyConfig(shape: Shape, options: { readonly unknowns: boolean }): fc.Arbitrary<ObjectValue> {
  return anyObject(shape, { ...options, computed: false });
}

/** A stored object: everything may be null. */
export function anyState(shape: Shape): fc.Arbitrary<ObjectValue> {
  return anyObject(shape, { unknowns: false, computed: true });
}

function anyObject(shape: Shape, options: ValueOptions): fc.Arbitrary<ObjectValue> {
  const parts = [
    ...Object.entries(shape.attributes).map(([name, one]) => entry(name, anyAttribute(one, options))),
    ...Object.entries(shape.blocks).map(([name, one]) => {
      const inner = anyObject(one, options);
      return entry(name, one.required && !options.computed ? inner : fc.option(inner));
    }),
  ];
  return fc.tuple(...parts).map((entries) => objectValue(entries));
}

function entry(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<readonly [string, Value]> {
  return value.map((inner) => [name, inner] as const);
}

function anyAttribute(one: Attribute, options: ValueOptions): fc.Arbitrary<Value> {
  if (one.mode === "computed" && !options.computed) return fc.constant(null);
  const known = knownAttribute(one, options);
  const value = options.unknowns ? fc.oneof({ weight: 4, arbitrary: known }, fc.constant(UNKNOWN)) : known;
  if (one.kind === "scalar" && one.writeOnly && options.computed) return fc.constant(null);
  return one.mode === "required" && !options.computed ? value : fc.option(value);
}

function knownAttribute(one: Attribute, options: ValueOptions): fc.Arbitrary<Value> {
  if (one.kind === "nested") {
    const inner = anyObject(nestedShape(one.attributes), options);
    return one.nesting === "single" ? inner : fc.array(inner, { maxLength: 3 });
  }
  if (one.type === "string") return fc.string();
  if (one.type === "number") return fc.integer();
  if (one.type === "bool") return fc.boolean();
  return fc.array(fc.string(), { maxLength: 3 });
}

/** The object that a plan becomes when apply decides everything: what is unknown is null, or `decide` says what. */
export function settled(value: ObjectValue): ObjectValue {
  const settle = (inner: Value): Value => {
    if (isUnknown(inner)) return null;
    if (Array.isArray(inner)) return inner.map(settle);
    if (isObjectValue(inner)) return objectValue(Object.entries(inner).map(([k, v]) => [k, settle(v)]));
    return inner;
  };
  return settle(value) as ObjectValue;
}
