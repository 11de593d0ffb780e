import { isObjectValue, isUnknown, type Value } from "../value";

/** Whether a member of an object is set, as far as that can be told. */
export type Presence = "present" | "absent" | "maybe";

/**
 * Whether an attribute or block is set. What is unknown may turn out null. A branch (a block, a nested attribute) is
 * "maybe" when all that is set inside is unknown, since that is what a `dynamic` block with an unknown `for_each`
 * looks like, and when nothing is set inside and the provider is not configured yet, since while Terraform validates
 * every variable is unknown.
 */
export function presenceOf(value: Value, configured: boolean): Presence {
  if (value === null) return "absent";
  if (isUnknown(value)) return "maybe";
  if (!isObjectValue(value)) return "present";
  const leaves = [...leavesOf(value)];
  if (leaves.length === 0) return configured ? "present" : "maybe";
  return leaves.every(isUnknown) ? "maybe" : "present";
}

function* leavesOf(value: Value): Iterable<Value> {
  if (value === null) return;
  if (isObjectValue(value)) for (const inner of Object.values(value)) yield* leavesOf(inner);
  else if (Array.isArray(value) && value.length > 0) for (const item of value) yield* leavesOf(item);
  else yield value;
}
