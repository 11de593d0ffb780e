import { UNKNOWN } from "../value";
import type { PlanPass } from "./rewrite-plan";

/**
 * Plans what the provider decides. Where the object around it did not exist (a create; a block that an update adds;
 * the block of an imported resource) it is unknown, else it stays as it was: an update that changes nothing plans
 * exactly the prior state, and resource code says what a change makes unknown.
 */
export const planComputed: PlanPass = (attribute, { config, prior, planned, existed }) => {
  if (attribute.mode !== "computed" && attribute.mode !== "optional_computed") return planned;
  if (config !== null || hasDefault(attribute)) return planned;
  return existed ? prior : UNKNOWN;
};

function hasDefault(attribute: Parameters<PlanPass>[0]): boolean {
  return attribute.kind === "scalar" && attribute.default !== undefined;
}
