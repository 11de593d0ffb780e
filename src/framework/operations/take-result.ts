import type { Diagnostics } from "../diagnostics";
import { nullWriteOnly } from "../passes/null-write-only";
import type { Schema } from "../schema";
import { fromTyped } from "../typed-value";
import type { ObjectValue } from "../value";

/**
 * What resource code returned as the value to store: wholly known and without anything write-only. What is not as
 * the schema says is null and reported; null as a whole when it was no object at all.
 */
export function takeResult(schema: Schema, typed: unknown, diagnostics: Diagnostics): ObjectValue | null {
  const value = fromTyped(schema, typed, {
    unknownAllowed: false,
    onProblem: (problem) => diagnostics.problem("error", problem),
  });
  return value === null ? null : nullWriteOnly(schema, value);
}
