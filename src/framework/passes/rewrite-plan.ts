import type { Attribute } from "../schema";
import { nestedShape, type Shape } from "../shape";
import { isObjectValue, type ObjectValue, objectValue, type Value } from "../value";

/** One attribute as a plan pass sees it. */
export interface PlanPoint {
  readonly config: Value;
  /** Its value in the prior state; null when the object around it did not exist. */
  readonly prior: Value;
  /** What the passes before made of it. */
  readonly planned: Value;
  /** Whether the object around it existed: the resource, the block, the nested object or list element. */
  readonly existed: boolean;
}

/** A step of planning: what is planned for one attribute. It must be pure. */
export type PlanPass = (attribute: Attribute, point: PlanPoint) => Value;

/** The three values that a plan pass looks at side by side; each is of the schema's shape. */
export interface PlanValues {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/**
 * Runs a pass over every attribute of a plan. A nested attribute that the configuration spells out is walked into
 * (elements of lists meet their prior by index, as in Terraform's own proposal); one that it does not is handed to
 * the pass as a whole. A block is planned exactly where the configuration has it: Terraform allows nothing else.
 */
export function rewritePlan(shape: Shape, values: PlanValues, pass: PlanPass): ObjectValue {
  const { config, prior, planned } = values;
  return objectValue([
    ...Object.entries(shape.attributes).map(([name, attribute]) => {
      const point = {
        config: config[name] ?? null,
        prior: prior?.[name] ?? null,
        planned: planned[name] ?? null,
        existed: prior !== null,
      };
      return [name, rewriteAttribute(attribute, point, pass)] as const;
    }),
    ...Object.entries(shape.blocks).map(([name, block]) => {
      const inner = objectsAt(config[name], prior?.[name], planned[name]);
      return [name, inner === null ? null : rewritePlan(block, inner, pass)] as const;
    }),
  ]);
}

function rewriteAttribute(attribute: Attribute, point: PlanPoint, pass: PlanPass): Value {
  if (attribute.kind === "scalar") return pass(attribute, point);
  const inside = nestedShape(attribute.attributes);
  const single = objectsAt(point.config, point.prior, point.planned);
  if (single !== null) return rewritePlan(inside, single, pass);
  if (!Array.isArray(point.config)) return pass(attribute, point);
  return point.config.map((item: Value, index) => {
    const element = objectsAt(item, elementAt(point.prior, index), elementAt(point.planned, index));
    return element === null ? item : rewritePlan(inside, element, pass);
  });
}

/** The three as objects; null where the configuration has no known object there. */
function objectsAt(
  config: Value | undefined,
  prior: Value | undefined,
  planned: Value | undefined,
): PlanValues | null {
  if (config === undefined || !isObjectValue(config)) return null;
  return {
    config,
    prior: prior !== undefined && isObjectValue(prior) ? prior : null,
    planned: planned !== undefined && isObjectValue(planned) ? planned : config,
  };
}

function elementAt(list: Value, index: number): Value {
  return Array.isArray(list) ? ((list as readonly Value[])[index] ?? null) : null;
}
