import fc from "fast-check";
import { changeJson, hostileDocument, type JsonChange, jsonChange, jsonText } from "./hostile-json";
import { hostileText } from "./hostile-text";
import { type BytesChange, bytesChange, changeBytes } from "./mutate-bytes";
import { changeRaw, type RawChange, rawChange } from "./mutate-raw";
import { RawMap, toBytes, toRaw, Verbatim } from "./raw-value";

/** What happens to one field of a request. Which part counts depends on what the field is. */
export interface FieldChange {
  readonly field: number;
  readonly fate: "change" | "leave out";
  readonly value: ValueChange;
  readonly text: string;
  readonly number: number;
  readonly bytes: BytesChange;
}

/** What happens to a value: its tree is changed, then its bytes; or it comes as JSON; or as both. */
interface ValueChange {
  readonly as: "msgpack" | "json" | "both" | "neither";
  readonly tree: readonly RawChange[];
  readonly bytes: BytesChange;
  readonly json: readonly JsonChange[];
  readonly document: string | null;
}

const none: BytesChange = { kind: "none" };

const valueChange: fc.Arbitrary<ValueChange> = fc.record({
  as: fc.oneof(
    { weight: 20, arbitrary: fc.constant("msgpack" as const) },
    { weight: 4, arbitrary: fc.constant("json" as const) },
    { weight: 1, arbitrary: fc.constantFrom("both", "neither") },
  ),
  tree: fc.array(rawChange, { minLength: 1, maxLength: 3 }),
  bytes: fc.oneof({ weight: 12, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: bytesChange }),
  json: fc.array(jsonChange, { minLength: 1, maxLength: 3 }),
  document: fc.option(hostileDocument, { freq: 4, nil: null }),
});

/** Changes of fields. */
export const fieldChange: fc.Arbitrary<FieldChange> = fc.record({
  field: fc.nat(60),
  fate: fc.oneof(
    { weight: 20, arbitrary: fc.constant("change" as const) },
    { weight: 1, arbitrary: fc.constant("leave out" as const) },
  ),
  value: valueChange,
  text: hostileText,
  number: fc.constantFrom(0, 1, -1, 2, 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1),
  bytes: bytesChange,
});

/** A value on the wire, or the JSON of a stored state. */
interface WireValue {
  readonly json: Uint8Array;
  readonly msgpack?: Uint8Array;
  readonly flatmap?: object;
}

/** The message with the changes made. Values are most of what is changed. */
export function changeMessage(
  message: Readonly<Record<string, unknown>>,
  changes: readonly FieldChange[],
): Record<string, unknown> {
  const changed = { ...message };
  const names = Object.keys(message).flatMap((name) =>
    isWireValue(message[name]) ? Array(4).fill(name) : [name],
  );
  for (const change of changes) {
    const name: string | undefined = names[change.field % names.length];
    if (name !== undefined) changed[name] = changeField(message[name], change);
  }
  return changed;
}

function changeField(field: unknown, change: FieldChange): unknown {
  if (typeof field === "string") return change.text;
  if (typeof field === "number") return change.number;
  if (field instanceof Uint8Array) return changeBytes(field, change.bytes);
  if (Array.isArray(field)) return field.map((item) => changeField(item, change));
  if (isWireValue(field)) return change.fate === "leave out" ? undefined : changeValue(field, change.value);
  return undefined;
}

function changeValue(value: WireValue, { as, tree, bytes, json, document }: ValueChange): WireValue {
  const text = () => Buffer.from(document ?? jsonText(changeJson(toJson(value), json)));
  if (value.msgpack === undefined) return { ...value, json: changeBytes(text(), bytes) };
  const packed = () => changeBytes(toBytes(changeRaw(toRaw(value.msgpack ?? new Uint8Array()), tree)), bytes);
  return {
    msgpack: as === "msgpack" || as === "both" ? packed() : new Uint8Array(),
    json: as === "json" || as === "both" ? text() : new Uint8Array(),
  };
}

function toJson({ json, msgpack }: WireValue): unknown {
  if (msgpack !== undefined) return rawToJson(toRaw(msgpack));
  return json.length === 0 ? {} : JSON.parse(Buffer.from(json).toString("utf8"));
}

function rawToJson(raw: ReturnType<typeof toRaw>): unknown {
  if (Array.isArray(raw)) return raw.map(rawToJson);
  if (raw instanceof Verbatim) return null;
  if (!(raw instanceof RawMap)) return raw;
  return Object.fromEntries(raw.entries.map(([key, value]) => [String(key), rawToJson(value)]));
}

function isWireValue(field: unknown): field is WireValue {
  return typeof field === "object" && field !== null && "json" in field;
}
