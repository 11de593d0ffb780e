import { type AttributePath, formatPath } from "../core/attribute-path";
import { Problem } from "../core/problem";
import { Secret } from "../core/secret";
import { shapeProblem } from "./bug";
import { asValue } from "./conform";
import { conformType } from "./conform-type";
import type { Shape } from "./shape";
import { DecimalNumber, isUnknown, type ObjectValue, type Unknown, type Value } from "./value";
import { isRecord, mapShape } from "./walk-shape";

/**
 * A value of the schema's shape (see `conform`) as resource code sees it: strings of secret attributes as
 * {@link Secret}, numbers as JavaScript numbers, unknowns as they are. Throws a `Problem` at a number that a double
 * does not hold exactly. The result is `Config<S>`, `Planned<S>` or `State<S>`, by the moment it is taken at; the
 * caller says which.
 */
export function toTyped<T>(shape: Shape, value: ObjectValue): T {
  return mapShape<unknown>(shape, value, {
    leaf: (attribute, leaf, path) => {
      if (isUnknown(leaf)) return leaf;
      if (attribute.secret && typeof leaf === "string") return new Secret(leaf);
      assertExact(leaf, path);
      return leaf;
    },
    unknown: (unknown) => unknown,
    mismatch: (expected, path) => {
      throw shapeProblem("Terraform sent", expected, path);
    },
  }) as T;
}

function assertExact(value: unknown, path: AttributePath): void {
  if (typeof value === "bigint" || value instanceof DecimalNumber) throw inexactNumber(path);
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      assertExact(item, [...path, index]);
    });
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) assertExact(item, [...path, key]);
  }
}

/** A number that the provider cannot take without changing it. */
export function inexactNumber(path: AttributePath): Problem {
  return new Problem("invalid_input", {
    summary: `Invalid value for "${formatPath(path)}"`,
    detail: `${formatPath(path)} must be a number that a double-precision float holds exactly, such as a whole number up to 9007199254740991.`,
    path,
  });
}

/** What {@link fromTyped} tells of what resource code returned. */
export interface FromTypedOptions {
  /** Whether parts may be unknown: in a plan they may, in a result they may not. */
  readonly unknownAllowed: boolean;
  /** Called for each part that is not what the schema declares; that part is null in the result. */
  readonly onProblem: (problem: Problem) => void;
}

/**
 * What resource code returned, as a value of exactly the schema's shape: secrets as strings again, what it left out
 * null, what the schema does not have dropped. Null when it is no object at all, which is a problem too.
 */
export function fromTyped(shape: Shape, typed: unknown, options: FromTypedOptions): ObjectValue | null {
  const mismatch = (expected: string, path: AttributePath): null => {
    options.onProblem(shapeProblem("the provider returned", expected, path));
    return null;
  };
  const handlers = {
    mismatch,
    unknown: (value: Unknown, path: AttributePath): Value =>
      options.unknownAllowed ? value : mismatch("known", path),
  };
  if (!isRecord(typed)) return mismatch("an object", []);
  return asValue(
    mapShape<Value>(shape, typed, {
      leaf: (attribute, leaf, path) => {
        if (!attribute.secret || isUnknown(leaf)) return conformType(attribute.type, leaf, path, handlers);
        return leaf instanceof Secret ? leaf.reveal() : mismatch("a secret", path);
      },
      ...handlers,
    }),
  );
}
