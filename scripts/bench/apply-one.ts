import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TerraformWorkspace } from "../../test/support/terraform-workspace";
import { connection, startWorld, sync } from "../../test/support/world";
import { interleave, type Subject } from "./measure";
import type { Row } from "./row";

/** What differs between providers: the environment that makes Terraform use one. */
type ProviderEnvironment = Readonly<Record<string, string>>;

/** `terraform apply` of a connection and one sync, from an empty state, against the provider started naively. */
export async function applyOne(
  ours: ProviderEnvironment,
  naive: ProviderEnvironment,
): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const apply = async (provider: ProviderEnvironment): Promise<Subject> => {
      const workspace = await world.workspace(connection() + sync("servicenow"), provider);
      return () => timedApply(workspace);
    };
    const medians = await interleave({ ours: await apply(ours), naive: await apply(naive) }, 7);
    const [own, other] = [medians.ours.time ?? Number.NaN, medians.naive.time ?? Number.NaN];
    return [
      {
        what: "terraform apply of one sync ÷ started the ordinary way",
        value: own / other,
        budget: 0.4,
        unit: "×",
        detail: `${own.toFixed(0)} ms ÷ ${other.toFixed(0)} ms`,
      },
    ];
  } finally {
    await world.close();
  }
}

async function timedApply(workspace: TerraformWorkspace): Promise<{ time: number }> {
  await rm(join(workspace.directory, "terraform.tfstate"), { force: true });
  const begin = performance.now();
  await workspace.apply();
  return { time: performance.now() - begin };
}
