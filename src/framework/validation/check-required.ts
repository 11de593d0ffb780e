import { type AttributePath, formatPath } from "../../core/attribute-path";
import type { Diagnostics } from "../diagnostics";
import type { Shape } from "../shape";
import { isObjectValue, type ObjectValue } from "../value";
import { visitAttributes } from "./visit-attributes";

/**
 * Refuses null for what is required, on all levels. Terraform refuses what is left out, and takes an explicit null
 * (and a variable that is null) for a value.
 */
export function checkRequired(shape: Shape, config: ObjectValue, diagnostics: Diagnostics): void {
  visitAttributes(shape, config, (attribute, value, path) => {
    if (value !== null || attribute.mode !== "required" || attribute.nullable) return;
    diagnostics.error(
      `Missing value for "${formatPath(path)}"`,
      `${formatPath(path)} is required, and null is not a value for it.`,
      path,
    );
  });
  checkRequiredBlocks(shape, config, diagnostics, []);
}

function checkRequiredBlocks(
  shape: Shape,
  config: ObjectValue,
  diagnostics: Diagnostics,
  path: AttributePath,
): void {
  for (const [name, block] of Object.entries(shape.blocks)) {
    const at = [...path, name];
    const value = config[name] ?? null;
    if (isObjectValue(value)) checkRequiredBlocks(block, value, diagnostics, at);
    else if (value === null && block.required) {
      diagnostics.error(
        `Missing block "${formatPath(at)}"`,
        `A block ${formatPath(at)} is required.`,
        path.length === 0 ? undefined : path,
      );
    }
  }
}
