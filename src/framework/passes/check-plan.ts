import type { AttributePath } from "../../core/attribute-path";
import { quotePath, reportBug } from "../bug";
import type { Diagnostics } from "../diagnostics";
import type { Attribute } from "../schema";
import { nestedShape, type Shape } from "../shape";
import { isObjectValue, type ObjectValue, type Value, valuesIdentical } from "../value";

/** What a plan is held against. */
export interface PlanCheck {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/**
 * Reports where a plan breaks the rules that Terraform holds providers to ("Provider produced invalid plan"), in
 * words for the provider's developer: a configured value is planned as it is, or stays the prior one; what is not
 * computed and not configured is null; blocks and lists are as configured; nothing write-only is planned.
 */
export function checkPlan(
  shape: Shape,
  { config, prior, planned }: PlanCheck,
  diagnostics: Diagnostics,
  path: AttributePath = [],
): void {
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    const values = {
      config: config[name] ?? null,
      prior: prior?.[name] ?? null,
      planned: planned[name] ?? null,
    };
    checkAttribute(attribute, values, diagnostics, [...path, name]);
  }
  for (const [name, block] of Object.entries(shape.blocks)) {
    const values = {
      config: config[name] ?? null,
      prior: prior?.[name] ?? null,
      planned: planned[name] ?? null,
    };
    checkNested(block, values, diagnostics, [...path, name]);
  }
}

interface Values {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

function checkAttribute(
  attribute: Attribute,
  values: Values,
  diagnostics: Diagnostics,
  path: AttributePath,
): void {
  if (attribute.kind === "scalar" && attribute.writeOnly) {
    if (values.planned !== null) bug(diagnostics, path, "is write-only and must not be planned.");
  } else if (values.config === null) {
    const computed = attribute.mode === "computed" || attribute.mode === "optional_computed";
    if (!computed && values.planned !== null) bug(diagnostics, path, "is planned and not configured.");
  } else if (attribute.kind === "nested") {
    checkNested(nestedShape(attribute.attributes), values, diagnostics, path);
  } else if (!asConfigured(values)) {
    bug(diagnostics, path, "is not planned as configured.");
  }
}

function checkNested(inside: Shape, values: Values, diagnostics: Diagnostics, path: AttributePath): void {
  const { config, prior, planned } = values;
  if (isObjectValue(config) && isObjectValue(planned)) {
    const before = isObjectValue(prior) ? prior : null;
    checkPlan(inside, { config, prior: before, planned }, diagnostics, path);
  } else if (isList(config) && isList(planned) && config.length === planned.length) {
    config.forEach((item, index) => {
      const before = isList(prior) ? (prior[index] ?? null) : null;
      const element = { config: item, prior: before, planned: planned[index] ?? null };
      checkNested(inside, element, diagnostics, [...path, index]);
    });
  } else if (!asConfigured(values)) {
    bug(diagnostics, path, "is not planned as configured.");
  }
}

/** Terraform also takes the prior value for a configured one, for spellings that mean the same. */
function asConfigured({ config, prior, planned }: Values): boolean {
  if (valuesIdentical(config, planned)) return true;
  return config !== null && prior !== null && valuesIdentical(prior, planned);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function bug(diagnostics: Diagnostics, path: AttributePath, what: string): void {
  reportBug(diagnostics, `${quotePath(path)} ${what}`, path);
}
