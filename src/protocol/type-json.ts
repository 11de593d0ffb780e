import type { Type } from "../framework/value";

/** Types nested deeper than this are refused. */
const MAX_DEPTH = 64;

const PRIMITIVES: ReadonlySet<unknown> = new Set(["string", "number", "bool", "dynamic"]);
const COLLECTIONS: ReadonlySet<unknown> = new Set(["list", "set", "map"]);

/** A type as Terraform writes it: `["list","string"]` as UTF-8. */
export function encodeType(type: Type): Uint8Array {
  return Buffer.from(JSON.stringify(type), "utf8");
}

/** A type out of parsed JSON; undefined when it is none, or nested too deep. */
export function typeFromJson(json: unknown, depth = 0): Type | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (PRIMITIVES.has(json)) return json as Type;
  if (!Array.isArray(json) || json.length !== 2) return undefined;
  const [kind, argument]: unknown[] = json;
  if (COLLECTIONS.has(kind)) {
    const element = typeFromJson(argument, depth + 1);
    return element === undefined ? undefined : [kind as "list" | "set" | "map", element];
  }
  if (kind === "tuple" && Array.isArray(argument)) {
    const elements = argument.map((element) => typeFromJson(element, depth + 1));
    return elements.every((element) => element !== undefined) ? ["tuple", elements] : undefined;
  }
  if (kind === "object" && typeof argument === "object" && argument !== null && !Array.isArray(argument)) {
    return objectType(Object.entries(argument), depth);
  }
  return undefined;
}

function objectType(attributes: readonly [string, unknown][], depth: number): Type | undefined {
  const types: Record<string, Type> = Object.create(null);
  for (const [name, json] of attributes) {
    const type = typeFromJson(json, depth + 1);
    if (type === undefined) return undefined;
    types[name] = type;
  }
  return ["object", types];
}
