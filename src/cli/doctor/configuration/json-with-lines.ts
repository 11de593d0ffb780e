import { HclReader } from "./hcl-reader";

/** A JSON value that knows the line it begins on. */
export interface JsonNode {
  readonly line: number;
  readonly value: string | number | boolean | null | readonly JsonNode[] | JsonObject;
}

/** Members of an object, in order. */
export interface JsonObject {
  readonly members: readonly (readonly [name: string, node: JsonNode])[];
}

/** True for an object. */
export function isObject(value: JsonNode["value"]): value is JsonObject {
  return typeof value === "object" && value !== null && "members" in value;
}

/** Parses JSON, keeping lines. Throws an error without a message for a text that is no JSON. */
export function parseJsonWithLines(text: string): JsonNode {
  const reader = new HclReader(text);
  const node = parseNode(reader);
  reader.take(/\s+/y);
  if (!reader.isAtEnd) throw new SyntaxError();
  return node;
}

function parseNode(reader: HclReader): JsonNode {
  reader.take(/\s+/y);
  const { line } = reader;
  if (reader.peek() === "{") {
    return { line, value: { members: parseItems(reader, "}", parseMember) } };
  }
  if (reader.peek() === "[") return { line, value: parseItems(reader, "]", parseNode) };
  return { line, value: parseScalar(reader) };
}

function parseMember(reader: HclReader): readonly [string, JsonNode] {
  reader.take(/\s+/y);
  const name = parseScalar(reader);
  if (typeof name !== "string" || reader.take(/\s*:/y) === null) throw new SyntaxError();
  return [name, parseNode(reader)];
}

function parseItems<T>(reader: HclReader, closing: string, parse: (reader: HclReader) => T): readonly T[] {
  reader.step();
  reader.take(/\s+/y);
  const items: T[] = [];
  while (reader.peek() !== closing) {
    items.push(parse(reader));
    if (reader.take(/\s*,/y) === null) break;
  }
  if (reader.take(closing === "}" ? /\s*\}/y : /\s*\]/y) === null) throw new SyntaxError();
  return items;
}

function parseScalar(reader: HclReader): string | number | boolean | null {
  const text = reader.take(/"(?:[^"\\\n]|\\.)*"|true|false|null|-?\d[\d.eE+-]*/y);
  if (text === null) throw new SyntaxError();
  try {
    return JSON.parse(text) as string | number | boolean | null;
  } catch {
    throw new SyntaxError();
  }
}
