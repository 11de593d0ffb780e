import { Secret } from "../core/secret";
import { isUnknown } from "./value";
import { isRecord } from "./walk-shape";

/**
 * True when two typed values (parts of a config, plan or state as resource code sees them) are the same value.
 * Secrets are compared without being revealed, objects member by member (a member that is missing is null), lists in
 * order. An unknown equals nothing, not even itself: both may turn out different.
 */
export function typedEqual(a: unknown, b: unknown): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  if (a instanceof Secret) return b instanceof Secret && a.equals(b);
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item: unknown, index) => typedEqual(item, b[index]))
    );
  }
  if (isRecord(a) && isRecord(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => typedEqual(own(a, name), own(b, name)));
  }
  return a === b;
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : null;
}
