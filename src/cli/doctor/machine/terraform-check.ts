import { findTerraform } from "../../terraform/find-terraform";
import type { Check } from "../check";
import { ok } from "../finding";

/** A Terraform or OpenTofu that knows write-only arguments. */
export const terraformCheck: Check = {
  id: "terraform",
  group: "Machine",
  title: "Terraform or OpenTofu",
  run({ env }) {
    const { product, version, command } = findTerraform(env);
    return [ok(`${product} ${version} (${command}).`)];
  },
};
