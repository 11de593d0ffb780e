import { Problem } from "../core/problem";
import { DecimalNumber, type NumberValue, type Type, type Value } from "../framework/value";
import { fromDecimal } from "./number-codec";
import { typeFromJson } from "./type-json";
import { fitValue, type RawReader } from "./value-fit";

/** Nested deeper than this is refused. */
const MAX_DEPTH = 200;

/** What has to be seen of JSON to know its strings and its numbers. Each is short, whatever the JSON holds. */
const TOKEN = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parsed JSON. Its numbers are exact ({@link NumberValue}), and its objects have no prototype. */
export type Json = null | boolean | string | NumberValue | readonly Json[] | { readonly [key: string]: Json };

/**
 * Parses JSON without rounding a number. `JSON.parse` does the work: every string is marked with an `s` and every
 * number becomes a string marked with an `n` before, which also makes a key like `__proto__` harmless. What is no JSON
 * is refused before anything is marked.
 *
 * Throws `invalid_input`, without quoting anything, for what is no JSON, is nested too deep or has a number of more
 * than ten thousand digits.
 */
export function parseJson(bytes: Uint8Array): Json {
  const text = Buffer.from(bytes).toString("utf8");
  parseText(text);
  return unmark(parseText(mark(text)), 0);
}

function mark(json: string): string {
  let inString = false;
  return json.replace(TOKEN, (token) => {
    if (token === '"') {
      inString = !inString;
      return inString ? '"s' : token;
    }
    return inString ? token : `"n${token}"`;
  });
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function unmark(marked: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw notJson();
  if (typeof marked === "string") return marked.startsWith("s") ? marked.slice(1) : numberOf(marked.slice(1));
  if (typeof marked !== "object" || marked === null) return typeof marked === "boolean" ? marked : null;
  if (Array.isArray(marked)) return marked.map((item) => unmark(item, depth + 1));
  const object: Record<string, Json> = Object.create(null);
  for (const [key, item] of Object.entries(marked)) {
    if (!key.startsWith("s")) throw notJson();
    object[key.slice(1)] = unmark(item, depth + 1);
  }
  return object;
}

function numberOf(literal: string): NumberValue {
  const number = /^-?0\d/.test(literal) ? undefined : fromDecimal(literal);
  if (number === undefined) throw notJson();
  return number;
}

const reader: RawReader = {
  number: (raw) =>
    typeof raw === "number" || typeof raw === "bigint" || raw instanceof DecimalNumber ? raw : undefined,
  entries: (raw) => (isObject(raw) ? Object.entries(raw) : undefined),
  dynamic(raw) {
    if (!isObject(raw)) return;
    const type = typeFromJson(raw.type);
    return type === undefined || !Object.hasOwn(raw, "value") ? undefined : { type, raw: raw.value };
  },
};

/** A value of `type` in JSON, Terraform's second encoding. Throws `invalid_input` as {@link parseJson} and for misfits. */
export function decodeJsonValue(bytes: Uint8Array, type: Type): Value {
  return fitValue(parseJson(bytes), type, reader);
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) && !(raw instanceof DecimalNumber);
}

function notJson(): Problem {
  return new Problem("invalid_input", {
    summary: "Terraform sent JSON that cannot be read",
    detail:
      "The stored value is no JSON, or is nested too deep. The state may be damaged: restore an earlier one.",
  });
}
