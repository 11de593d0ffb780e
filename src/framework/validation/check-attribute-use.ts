import { formatPath } from "../../core/attribute-path";
import type { Diagnostics } from "../diagnostics";
import type { Shape } from "../shape";
import type { ObjectValue } from "../value";
import { visitAttributes } from "./visit-attributes";

/** Refuses write-only arguments that are set, for a client that would store them. */
export function refuseWriteOnly(shape: Shape, config: ObjectValue, diagnostics: Diagnostics): void {
  visitAttributes(shape, config, (attribute, value, path) => {
    if (attribute.kind !== "scalar" || !attribute.writeOnly || value === null) return;
    diagnostics.error(
      `"${formatPath(path)}" needs Terraform 1.11`,
      `${formatPath(path)} is a write-only argument: its value is never stored. The Terraform that runs here does not know write-only arguments and would store it in state and plan. Use Terraform 1.11 or newer, or leave the argument out.`,
      path,
    );
  });
}

/** Warns of deprecated arguments that are set. */
export function warnDeprecated(shape: Shape, config: ObjectValue, diagnostics: Diagnostics): void {
  visitAttributes(shape, config, (attribute, value, path) => {
    if (attribute.kind !== "scalar" || attribute.deprecated === undefined || value === null) return;
    diagnostics.warning(`"${formatPath(path)}" is deprecated`, attribute.deprecated, path);
  });
}
