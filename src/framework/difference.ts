import { Secret } from "../core/secret";
import { isUnknown } from "./value";

/** Whether a planned value differs from a stored one: `maybe` when that hangs on something unknown. */
export type Difference = "yes" | "no" | "maybe";

/**
 * Compares a stored and a planned value, member by member. A known difference anywhere is `yes`, whatever else is
 * unknown. Null and a missing member are the same.
 */
export function difference(stored: unknown, planned: unknown): Difference {
  if (isUnknown(planned) || isUnknown(stored)) return "maybe";
  if (stored instanceof Secret && planned instanceof Secret) return stored.equals(planned) ? "no" : "yes";
  if (!isMembers(stored) || !isMembers(planned)) return (stored ?? null) === (planned ?? null) ? "no" : "yes";
  if (Array.isArray(stored) !== Array.isArray(planned)) return "yes";
  let result: Difference = "no";
  for (const name of new Set([...Object.keys(stored), ...Object.keys(planned)])) {
    const member = difference(stored[name], planned[name]);
    if (member === "yes") return "yes";
    if (member === "maybe") result = "maybe";
  }
  return result;
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(value instanceof Secret);
}
