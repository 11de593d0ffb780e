import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../../core/problem";
import type { CliIo } from "../../cli-io";
import { findTerraform } from "../../terraform/find-terraform";
import { runTerraform } from "../../terraform/run-terraform";
import { showJson } from "../../terraform/show-json";
import { errorSummaries, type PlanLog, readPlanLog } from "./plan-log";

/** A plan as JSON, and what the provider said while it was made. */
export interface OpenedPlan {
  /** The JSON of `terraform show -json PLAN`, unchecked. */
  readonly json: unknown;
  /** Null where nobody kept it. */
  readonly log: PlanLog | null;
}

/**
 * Plans in an initialised directory, and gives the plan as JSON. No lock is taken: a plan that is thrown away need not
 * wait for an apply, nor hold one up. The plan lies in a folder that only this user can read, and is removed with it,
 * after Ctrl-C too.
 *
 * Throws `conflict` when Terraform could not even begin to plan, with the titles of its errors; a plan that ended
 * with errors is a plan all the same. `cancelled` on Ctrl-C.
 */
export async function planDirectory(directory: string, io: CliIo): Promise<OpenedPlan> {
  const { command, product } = findTerraform(io.env);
  const run = { directory, env: io.env, signal: io.signal };
  const folder = await mkdtemp(join(tmpdir(), "entrascim-report-"));
  try {
    const file = join(folder, "plan.tfplan");
    // Terraform keeps the mode of a file that is there.
    await writeFile(file, "", { mode: 0o600 });
    io.stderr.write(`${product} plans in ${directory} …\n`);
    const planned = await runTerraform(
      command,
      ["plan", "-json", "-lock=false", "-input=false", `-out=${file}`],
      { ...run, accepts: [1, 2] },
    );
    if ((await stat(file)).size === 0) throw cannotPlan(product, directory, planned.stdout);
    return { json: await showJson(command, run, file), log: readPlanLog(planned.stdout) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Titles of Terraform's errors in a directory that has yet to be initialised, or to be so again. */
const NOT_INITIALISED = /initiali[sz]ation required|not installed|dependency lock file|backend .*changed/i;

function cannotPlan(product: string, directory: string, log: string): Problem {
  const errors = errorSummaries(log);
  const command = product === "OpenTofu" ? "tofu" : "terraform";
  return new Problem("conflict", {
    summary: `${product} made no plan`,
    detail: [
      `In ${directory}, it ended with ${errors.length === 0 ? "an error" : "these errors"}:`,
      ...errors.map((summary) => `  ${summary}`),
      errors.some((summary) => NOT_INITIALISED.test(summary))
        ? `Run \`${command} init\` there first. (\`cdktf diff\` and \`cdktf deploy\` do, after each synth.)`
        : `Run \`${command} plan\` there to read them in full.`,
    ].join("\n"),
  });
}
