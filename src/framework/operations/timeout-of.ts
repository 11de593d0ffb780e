import type { Schema, TimeoutDefaults } from "../schema";
import { parseDuration } from "../timeouts";
import { isObjectValue, type ObjectValue } from "../value";

const MINUTE = 60_000;
const DEFAULTS: TimeoutDefaults = {
  create: 5 * MINUTE,
  update: 5 * MINUTE,
  delete: 5 * MINUTE,
  read: 2 * MINUTE,
};

/**
 * How long an operation may take, in milliseconds: what the `timeouts` block of `value` says, else the schema's
 * default, else five minutes, and two for a read. `value` is the configuration, or the state for a delete.
 */
export function timeoutOf(
  operation: keyof TimeoutDefaults,
  schema: Schema,
  value: ObjectValue | null,
): number {
  const block = value?.timeouts ?? null;
  const text = isObjectValue(block) ? block[operation] : null;
  const configured = typeof text === "string" ? parseDuration(text) : null;
  return configured ?? (schema.timeouts ?? DEFAULTS)[operation];
}
