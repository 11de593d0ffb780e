import type { AttributePath } from "../../core/attribute-path";
import { quotePath, reportBug } from "../bug";
import type { Diagnostics } from "../diagnostics";
import { isObjectValue, isUnknown, type Value, valuesEqual } from "../value";

/**
 * Reports where the result of an apply differs from what was planned: every planned value that is known must be
 * returned as planned ("Provider produced inconsistent result after apply"). A result that comes together with an
 * error may differ, and is not checked.
 */
export function checkResult(planned: Value, result: Value, diagnostics: Diagnostics): void {
  for (const path of differences(planned, result, [])) {
    reportBug(diagnostics, `Apply returned another value for ${quotePath(path)} than was planned.`, path);
  }
}

/** Where what is known of `expected` is not in `actual`. */
function differences(expected: Value, actual: Value, path: AttributePath): readonly AttributePath[] {
  if (isUnknown(expected)) return [];
  if (isObjectValue(expected) && isObjectValue(actual)) {
    return Object.keys(expected).flatMap((name) =>
      differences(expected[name] ?? null, actual[name] ?? null, [...path, name]),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    const other: readonly Value[] = actual;
    return expected.flatMap((item: Value, index) =>
      differences(item, other[index] ?? null, [...path, index]),
    );
  }
  return valuesEqual(expected, actual) ? [] : [path];
}
