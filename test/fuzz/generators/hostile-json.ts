import fc from "fast-check";
import { BODY_MARK } from "../clouds/planted";
import { hostileKey, hostileText } from "./hostile-text";

/** JSON as it is written, in place of a value that `JSON.stringify` would not write. */
class Literal {
  constructor(readonly text: string) {}

  /** A mark that {@link jsonText} puts the literal in place of. */
  toJSON(): string {
    return `\u0001${this.text}\u0001`;
  }

  toString(): string {
    return this.text.slice(0, 40);
  }
}

/** One change somewhere in JSON. `at` counts its values from the root on, and goes round. */
export interface JsonChange {
  readonly at: number;
  readonly change:
    | { readonly kind: "replace"; readonly by: unknown }
    | { readonly kind: "remove" | "wrap" | "repeat" }
    | { readonly kind: "add"; readonly key: string; readonly value: unknown };
}

const literals = [
  "1e400",
  "-0",
  "1".repeat(500),
  "1.0000000000000000000000001",
  '"\\ud800"',
  '{"a":1,"a":2}',
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  `[${"null,".repeat(50_000)}null]`,
].map((text) => new Literal(text));

/** Any JSON value. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 30, arbitrary: hostileText },
    { weight: 8, arbitrary: fc.constant(BODY_MARK) },
    { weight: 10, arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e300) },
    { weight: 8, arbitrary: fc.constantFrom<unknown>(...literals) },
    { weight: 5, arbitrary: fc.array(tie("json"), { maxLength: 3 }) },
    {
      weight: 5,
      arbitrary: fc
        .array(fc.tuple(hostileKey, tie("json")), { maxLength: 3 })
        .map((entries) => Object.fromEntries(entries)),
    },
  ),
})).json;

/** Changes of JSON. */
export const jsonChange: fc.Arbitrary<JsonChange> = fc.record({
  at: fc.nat(200),
  change: fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("replace" as const), by: hostileJson }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("remove", "wrap", "repeat") }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("add" as const), key: hostileKey, value: hostileJson }),
    },
  ),
});

/** Texts that are no JSON, or hardly. */
export const hostileDocument: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "null",
    "[]",
    "{}",
    '"text"',
    "\ufeff{}",
    "{",
    '{"a":',
    "[1,]",
    "{'a':1}",
    "NaN",
    "undefined",
    "\u0000",
    `<html><body>${BODY_MARK}</body></html>`,
    `${"[".repeat(200_000)}`,
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    `"${'\\"'.repeat(50_000)}`,
    `"${'\\"'.repeat(50_000)}"`,
    `${'"'.repeat(50_001)}`,
    "1".repeat(100_000),
    `[${"1,".repeat(200_000)}1]`,
  ),
  hostileJson.map(jsonText),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** The text of JSON, its literals as they are. */
export function jsonText(json: unknown): string {
  return (JSON.stringify(json) ?? "").replace(
    /"\\u0001((?:[^\\]|\\(?!u0001))*)\\u0001"/g,
    (_, text: string) => JSON.parse(`"${text}"`),
  );
}

/** JSON with the changes made, one after the other. */
export function changeJson(json: unknown, changes: readonly JsonChange[]): unknown {
  return changes.reduce((tree, { at, change }) => changeAt(tree, at % sizeOf(tree), change), json);
}

function isTree(json: unknown): json is object {
  return typeof json === "object" && json !== null && !(json instanceof Literal);
}

function sizeOf(json: unknown): number {
  if (!isTree(json)) return 1;
  return Object.values(json).reduce<number>((sum, item) => sum + sizeOf(item), 1);
}

function changeAt(json: unknown, at: number, change: JsonChange["change"]): unknown {
  if (at === 0 || !isTree(json)) return changeValue(json, change);
  let left = at - 1;
  const entries = Object.entries(json).flatMap(([key, item]): [string, unknown][] => {
    const size = sizeOf(item);
    const here = left >= 0 && left < size;
    const inside = left;
    left -= size;
    if (!here) return [[key, item]];
    if (inside === 0 && change.kind === "remove") return [];
    return [[key, changeAt(item, inside, change)]];
  });
  return Array.isArray(json) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function changeValue(json: unknown, change: JsonChange["change"]): unknown {
  switch (change.kind) {
    case "replace":
      return change.by;
    case "add":
      if (!isTree(json) || Array.isArray(json)) return [json, change.value];
      return Object.fromEntries([...Object.entries(json), [change.key, change.value]]);
    case "wrap":
      return [json];
    case "repeat":
      return Array.isArray(json) ? Array.from({ length: 50 }, () => json).flat() : [json, json];
    default:
      return null;
  }
}
