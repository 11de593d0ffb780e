import { Problem } from "../../core/problem";
import { runTerraform, type TerraformRun } from "./run-terraform";

/**
 * What `terraform show -json` prints: the state of a directory, or the plan in a file.
 *
 * Throws as {@link runTerraform}, and `unexpected_response` for what is no JSON.
 */
export async function showJson(command: string, run: TerraformRun, planFile?: string): Promise<unknown> {
  const args = ["show", "-json", ...(planFile === undefined ? [] : [planFile])];
  const { stdout } = await runTerraform(command, args, run);
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Problem("unexpected_response", {
      summary: `${command} show -json printed no JSON`,
      detail: `Run \`${command} ${args.join(" ")}\` in ${run.directory} to see what it says.`,
    });
  }
}
