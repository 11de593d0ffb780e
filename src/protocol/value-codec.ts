import { decode, ExtData, type ExtensionCodecType, encode } from "@msgpack/msgpack";
import { Problem } from "../core/problem";
import {
  DecimalNumber,
  DynamicValue,
  isObjectValue,
  type Type,
  UNKNOWN,
  Unknown,
  type Value,
} from "../framework/value";
import { fromBigInt, fromDecimal, fromDouble, toWireNumber } from "./number-codec";
import { describeType, Position } from "./position";
import { encodeType, typeFromJson } from "./type-json";
import { fitValue, type RawReader } from "./value-fit";
import { wellFormed } from "./well-formed";

/** Extension types of unknown values (`object-wire-format.md` of Terraform). */
const PLAIN_UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

/** More than any position in a value, and what msgpack itself nests. */
const MAX_DEPTH = 500;

/** Every extension is an unknown value; the payload counts for refined ones alone. */
const unknowns: ExtensionCodecType<undefined> = {
  tryToEncode(value) {
    if (!(value instanceof Unknown)) return null;
    return value.refinement === null
      ? new ExtData(PLAIN_UNKNOWN, new Uint8Array(1))
      : new ExtData(REFINED_UNKNOWN, new Uint8Array(value.refinement));
  },
  decode: (payload, type) => (type === REFINED_UNKNOWN ? new Unknown(payload.slice()) : UNKNOWN),
};

/**
 * Map keys are read with a mark in front: the library refuses the key `__proto__`, which Terraform allows, and sets
 * keys on plain objects.
 */
const KEY_MARK = ".";
const markedKeys = {
  canBeCached: () => true,
  decode: (bytes: Uint8Array, offset: number, length: number) =>
    KEY_MARK + Buffer.from(bytes.buffer, bytes.byteOffset + offset, length).toString("utf8"),
};

/** The library lets numbers be keys, too. */
function textualKey(key: unknown): string {
  if (typeof key === "string") return key;
  throw new TypeError("a key that is no text");
}

const reader: RawReader = {
  number(raw) {
    if (typeof raw === "number") return fromDouble(raw);
    if (typeof raw === "bigint") return fromBigInt(raw);
    return typeof raw === "string" ? fromDecimal(raw) : undefined;
  },
  entries(raw) {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw) || raw instanceof Uint8Array) return;
    return Object.entries(raw).map(([key, item]) => [key.slice(KEY_MARK.length), item]);
  },
  dynamic(raw) {
    if (!Array.isArray(raw) || raw.length !== 2 || !(raw[0] instanceof Uint8Array)) return;
    const type = parseType(raw[0]);
    return type === undefined ? undefined : { type, raw: raw[1] };
  },
};

/**
 * Msgpack as Terraform writes it, as a value of `type`. Unknown values keep their refinement, numbers every digit.
 * Throws `invalid_input`, without quoting anything, for bytes that are no msgpack or do not fit the type.
 */
export function decodeValue(bytes: Uint8Array, type: Type): Value {
  return fitValue(decodeMsgpack(bytes), type, reader);
}

function decodeMsgpack(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, {
      extensionCodec: unknowns,
      keyDecoder: markedKeys,
      mapKeyConverter: textualKey,
      useBigInt64: true,
      // A header must not make the decoder reserve more elements than bytes could follow.
      maxArrayLength: bytes.length,
      maxMapLength: bytes.length,
    });
  } catch {
    throw new Problem("invalid_input", {
      summary: "Terraform sent a value that cannot be read",
      detail: "The bytes of a value are not one msgpack value.",
    });
  }
}

function parseType(json: Uint8Array): Type | undefined {
  try {
    return typeFromJson(JSON.parse(Buffer.from(json).toString("utf8")));
  } catch {
    return undefined;
  }
}

/**
 * A value of `type` as msgpack. Throws `internal`, naming the place and never the value, when it does not fit its
 * type, which is a bug of the provider's.
 */
export function encodeValue(value: Value, type: Type): Uint8Array {
  try {
    const options = { extensionCodec: unknowns, useBigInt64: true, maxDepth: MAX_DEPTH };
    return encode(toWire(value, type, Position.root), options);
  } catch (caught) {
    const problem = Problem.from(caught);
    throw new Problem("internal", {
      summary: "The provider made a value that it may not",
      detail: problem.detail,
    });
  }
}

function toWire(value: Value, type: Type, at: Position): unknown {
  if (value === null || value instanceof Unknown) return value;
  if (typeof type === "string") return primitiveToWire(value, type, at);
  switch (type[0]) {
    case "list":
    case "set":
      return arrayOf(value, at).map((item, index) => toWire(item, type[1], at.down(index)));
    case "tuple": {
      const items = arrayOf(value, at);
      if (items.length !== type[1].length) throw at.misfit(`${type[1].length} elements`);
      return type[1].map((element, index) => toWire(items[index] ?? null, element, at.down(index)));
    }
    case "map": {
      const entries = Object.entries(objectOf(value, type, at));
      return bare(entries.map(([key, item]) => [key, toWire(item, type[1], at.down(key))]));
    }
    case "object":
      return objectToWire(value, type, at);
  }
}

function primitiveToWire(value: NonNullable<Value>, type: Type & string, at: Position): unknown {
  if (type === "dynamic") {
    if (!(value instanceof DynamicValue)) throw at.misfit("a value with its type");
    return [encodeType(value.type), toWire(value.value, value.type, at.down())];
  }
  if (type === "string" && typeof value === "string") return wellFormed(value);
  if (type === "bool" && typeof value === "boolean") return value;
  if (type === "number") {
    if (typeof value === "bigint" || value instanceof DecimalNumber) return toWireNumber(value);
    if (typeof value === "number" && Number.isFinite(value)) return toWireNumber(value);
  }
  throw at.misfit(describeType(type));
}

function objectToWire(
  value: Value,
  type: Extract<Type, readonly ["object", unknown]>,
  at: Position,
): unknown {
  const object = objectOf(value, type, at);
  for (const name of Object.keys(object)) {
    if (!Object.hasOwn(type[1], name)) throw at.down(name).misfit("left out: there is no such attribute");
  }
  return bare(
    Object.entries(type[1]).map(([name, attribute]) => {
      const item = object[name];
      if (item === undefined) throw at.down(name).misfit("there, if only as null");
      return [name, toWire(item, attribute, at.down(name))];
    }),
  );
}

function arrayOf(value: Value, at: Position): readonly Value[] {
  if (!Array.isArray(value)) throw at.misfit("an array");
  return value;
}

function objectOf(value: Value, type: Type, at: Position): Readonly<Record<string, Value>> {
  if (!isObjectValue(value)) throw at.misfit(describeType(type));
  return value;
}

/** Without a prototype, so that a key such as `__proto__` is a key like any other. */
function bare(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, item] of entries) object[key] = item;
  return object;
}
