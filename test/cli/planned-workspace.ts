import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformWorkspace } from "../support/terraform-workspace";

/** The environment that `report` itself may need: what Terraform is run with. */
export const environmentOf = (terraform: TerraformWorkspace) => ({
  ...terraform.environment,
  HOME: join(terraform.root, "home"),
  TMPDIR: terraform.temporary,
  TF_CLI_CONFIG_FILE: join(terraform.root, "terraform.rc"),
});

/** Plans as a pipeline does: a plan file, its JSON, and the log of the plan. */
export async function planned(
  terraform: TerraformWorkspace,
): Promise<{ readonly plan: string; readonly json: string; readonly log: string }> {
  const file = (name: string) => join(terraform.directory, name);
  writeFileSync(file("plan.log"), (await terraform.run(["plan", "-json", "-out=plan.tfplan"])).stdout);
  writeFileSync(file("plan.json"), (await terraform.run(["show", "-json", "plan.tfplan"])).stdout);
  return { plan: file("plan.tfplan"), json: file("plan.json"), log: file("plan.log") };
}
