import {
  DynamicValue,
  type NumberValue,
  objectValue,
  type Type,
  Unknown,
  type Value,
} from "../framework/value";
import { describeType, Position } from "./position";

/** What an encoding (msgpack, JSON) calls the things that values are made of. Undefined: it is not such a thing. */
export interface RawReader {
  number(raw: unknown): NumberValue | undefined;
  entries(raw: unknown): [key: string, raw: unknown][] | undefined;
  dynamic(raw: unknown): { readonly type: Type; readonly raw: unknown } | undefined;
}

/**
 * What a decoder read, as a value of `type`. The type decides: an object has exactly its attributes, a tuple exactly
 * its elements. Throws `invalid_input`, naming the place and never the value, for what does not fit.
 */
export function fitValue(raw: unknown, type: Type, reader: RawReader, at = Position.root): Value {
  if (raw === null || raw instanceof Unknown) return raw;
  if (typeof type === "string") return fitPrimitive(raw, type, reader, at);
  switch (type[0]) {
    case "list":
    case "set":
      return fitElements(raw, () => type[1], reader, at);
    case "tuple":
      if (!Array.isArray(raw) || raw.length !== type[1].length) throw at.misfit(`${type[1].length} elements`);
      return fitElements(raw, (index) => type[1][index], reader, at);
    case "map":
      return objectValue(
        entriesOf(raw, type, reader, at).map(([key, item]) => [
          key,
          fitValue(item, type[1], reader, at.down(key)),
        ]),
      );
    case "object":
      return fitObject(raw, type, reader, at);
  }
}

function fitPrimitive(raw: unknown, type: Type & string, reader: RawReader, at: Position): Value {
  if (type === "dynamic") {
    const dynamic = reader.dynamic(raw);
    if (dynamic === undefined) throw at.misfit("a value with its type");
    return new DynamicValue(dynamic.type, fitValue(dynamic.raw, dynamic.type, reader, at.down()));
  }
  if (type === "number") {
    const number = reader.number(raw);
    if (number !== undefined) return number;
  }
  if (type === "string" && typeof raw === "string") return raw;
  if (type === "bool" && typeof raw === "boolean") return raw;
  throw at.misfit(describeType(type));
}

function fitElements(
  raw: unknown,
  typeOf: (index: number) => Type | undefined,
  reader: RawReader,
  at: Position,
): Value[] {
  if (!Array.isArray(raw)) throw at.misfit("an array");
  return raw.map((item: unknown, index) => {
    const type = typeOf(index);
    if (type === undefined) throw at.misfit("an array without further elements");
    return fitValue(item, type, reader, at.down(index));
  });
}

function fitObject(
  raw: unknown,
  type: Extract<Type, readonly ["object", unknown]>,
  reader: RawReader,
  at: Position,
): Value {
  const attributes = type[1];
  const fitted = entriesOf(raw, type, reader, at).map(([name, item]) => {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute === undefined) throw at.down(name).misfit("left out: there is no such attribute");
    return [name, fitValue(item, attribute, reader, at.down(name))] as const;
  });
  const object = objectValue(fitted);
  for (const name of Object.keys(attributes)) {
    if (!Object.hasOwn(object, name)) throw at.down(name).misfit("there, if only as null");
  }
  return object;
}

function entriesOf(raw: unknown, type: Type, reader: RawReader, at: Position): [string, unknown][] {
  const entries = reader.entries(raw);
  if (entries === undefined) throw at.misfit(describeType(type));
  return entries;
}
