import { dirname, resolve } from "node:path";
import { Problem } from "../../../core/problem";
import type { CliIo } from "../../cli-io";
import { readTextFile } from "../../read-text-file";
import { findTerraform } from "../../terraform/find-terraform";
import { openInput } from "../../terraform/open-input";
import { showJson } from "../../terraform/show-json";
import { stackDirectory } from "../../terraform/stack-directory";
import { type OpenedPlan, planDirectory } from "./plan-directory";
import { type PlanLog, readPlanLog } from "./plan-log";

/** Where a plan comes from, beside its name. */
export interface PlanOrigin {
  /** File with the output of `terraform plan -json`. */
  readonly log?: string;
  /** Directory that a plan file belongs to, when it is not its own. */
  readonly chdir?: string;
}

/**
 * Opens a plan: JSON from a file or standard input as it is, a plan file through `terraform show -json`, and a
 * directory (a CDKTF project too) by planning there, which changes nothing and takes no lock.
 *
 * Throws what `openInput`, `readTextFile`, `findTerraform`, `stackDirectory`, `planDirectory` and `readPlanLog` throw, and
 * `invalid_input` for options that do not go with the kind of plan.
 */
export async function openPlan(target: string, origin: PlanOrigin, io: CliIo): Promise<OpenedPlan> {
  const input = await openInput(target, io);
  if (origin.chdir !== undefined && input.kind !== "plan-file") throw misplaced("--chdir", "a plan file");
  switch (input.kind) {
    case "json":
      return { json: input.value, log: await logIn(origin.log) };
    case "plan-file":
      return { json: await showPlan(input.file, origin.chdir, io), log: await logIn(origin.log) };
    case "directory": {
      if (origin.log !== undefined)
        throw misplaced("--log", "JSON or a plan file; planning in a directory keeps its own");
      return await planDirectory(await stackDirectory(input.directory), io);
    }
  }
}

async function showPlan(file: string, chdir: string | undefined, io: CliIo): Promise<unknown> {
  const { command } = findTerraform(io.env);
  const directory = chdir === undefined ? dirname(file) : await stackDirectory(resolve(chdir));
  const run = { directory, env: io.env, signal: io.signal };
  return showJson(command, run, file).catch((caught: unknown) => {
    const problem = Problem.from(caught);
    throw problem.code === "conflict" ? problem.withDetail(`${problem.detail}\n\n${WHERE}`) : problem;
  });
}

const WHERE =
  "A plan file can only be read where it was made, after `terraform init`. --chdir names that directory when the file lies elsewhere.";

async function logIn(file: string | undefined): Promise<PlanLog | null> {
  return file === undefined ? null : readPlanLog(await readTextFile(file));
}

function misplaced(option: string, kind: string): Problem {
  return new Problem("invalid_input", {
    summary: `${option} does not go with this`,
    detail: `${option} goes with ${kind}.`,
  });
}
