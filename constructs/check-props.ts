import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { ConstructError } from "./construct-error";
import { type Check, RULES } from "./gen/rules";

/** One prop to check: the attribute whose rule holds, the prop as its user wrote it, and its value. */
export type CheckedProp = readonly [attribute: string, prop: string, value: string | number | undefined];

/**
 * Checks props by the provider's own rules. What is undefined or not known before deploy (a token) is left to the
 * provider.
 *
 * Throws {@link ConstructError} for the first value that breaks its rule; the value itself is not printed.
 * Throws a TypeError for an attribute without a rule, which would otherwise go unchecked after a rename.
 */
export function checkProps(scope: IConstruct, type: string, props: readonly CheckedProp[]): void {
  for (const [attribute, prop, value] of props) {
    const checks = RULES[type]?.[attribute];
    if (checks === undefined) throw new TypeError(`${type} has no rule for ${attribute}`);
    if (value === undefined || Token.isUnresolved(value)) continue;
    const broken = checks.find((check) => !meets(value, check));
    if (broken) throw new ConstructError(scope, `${prop} ${broken.message}`);
  }
}

function meets(value: string | number, check: Check): boolean {
  return typeof value === "string" ? textMeets(value, check) : numberMeets(value, check);
}

function textMeets(value: string, check: Check): boolean {
  if (check.enum) return check.enum.includes(value);
  if (check.pattern) return expression(check.pattern).test(value);
  return (
    value.length >= (check.minLength ?? 0) && value.length <= (check.maxLength ?? Number.POSITIVE_INFINITY)
  );
}

function numberMeets(value: number, check: Check): boolean {
  if (check.integer) return Number.isInteger(value);
  return (
    value >= (check.minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (check.maximum ?? Number.POSITIVE_INFINITY)
  );
}

const expressions = new Map<string, RegExp>();

/** Compiled once: a stack may hold a thousand syncs. */
function expression(pattern: string): RegExp {
  let compiled = expressions.get(pattern);
  if (!compiled) {
    compiled = new RegExp(pattern);
    expressions.set(pattern, compiled);
  }
  return compiled;
}
