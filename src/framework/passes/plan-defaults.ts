import type { PlanPass } from "./rewrite-plan";

/**
 * Plans the default wherever the *configuration* is null. Terraform proposes the prior value there, so that an
 * option taken out of the configuration would keep what it was last set to.
 */
export const planDefaults: PlanPass = (attribute, { config, planned }) => {
  if (attribute.kind !== "scalar" || attribute.default === undefined) return planned;
  return config === null ? attribute.default : planned;
};
