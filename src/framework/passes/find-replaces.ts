import type { AttributePath } from "../../core/attribute-path";
import type { Attribute } from "../schema";
import { nestedShape, type Shape } from "../shape";
import { isObjectValue, type ObjectValue, type Value, valuesEqual } from "../value";

/**
 * The attributes declared with `replaces` whose change makes Terraform replace the object. A prior null never does:
 * an import knows little, and filling it in is an update.
 *
 * A planned value that is still *unknown* replaces, although it may turn out to be the prior one: Terraform decides
 * between update and replacement now, and an update that finds another value at apply ends in "Provider produced
 * inconsistent final plan", after a part of the run was applied. A replacement of what turns out unchanged is
 * needless and shown in the plan; a run that breaks in the middle is neither. It is also what Terraform itself does
 * with a path that a provider names.
 */
export function findReplaces(
  shape: Shape,
  prior: ObjectValue,
  planned: ObjectValue | null,
  path: AttributePath = [],
): readonly AttributePath[] {
  const found: AttributePath[] = [];
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    const at = [...path, name];
    found.push(...replacesOf(attribute, prior[name] ?? null, planned?.[name] ?? null, at));
  }
  for (const [name, block] of Object.entries(shape.blocks)) {
    const before = prior[name] ?? null;
    const after = planned?.[name] ?? null;
    if (isObjectValue(before)) {
      found.push(...findReplaces(block, before, isObjectValue(after) ? after : null, [...path, name]));
    }
  }
  return found;
}

function replacesOf(
  attribute: Attribute,
  prior: Value,
  planned: Value,
  path: AttributePath,
): readonly AttributePath[] {
  if (prior === null || valuesEqual(prior, planned)) return [];
  if (attribute.replaces) return [path];
  if (attribute.kind === "scalar") return [];
  const inside = nestedShape(attribute.attributes);
  if (isObjectValue(prior) && isObjectValue(planned)) return findReplaces(inside, prior, planned, path);
  if (!Array.isArray(prior) || !Array.isArray(planned)) return [];
  return prior.flatMap((before: Value, index) => {
    const after: Value = (planned as readonly Value[])[index] ?? null;
    return isObjectValue(before) && isObjectValue(after)
      ? findReplaces(inside, before, after, [...path, index])
      : [];
  });
}
