import { spawn } from "node:child_process";
import { cancelled } from "../../core/clock";
import type { Environment } from "../../core/environment";
import { Problem } from "../../core/problem";

/** How Terraform is run. */
export interface TerraformRun {
  /** The working directory: the one that `terraform init` was run in. */
  readonly directory: string;
  readonly env: Environment;
  /** Interrupts Terraform, which then ends by itself. */
  readonly signal: AbortSignal;
  /** Exit codes beside 0 that are no failure. */
  readonly accepts?: readonly number[];
}

/** What a run printed. */
export interface TerraformOutput {
  readonly code: number;
  readonly stdout: string;
}

const MOST_LINES = 20;

/**
 * Runs Terraform without colours, prompts and its look for a newer version.
 *
 * Throws `not_found` when the command cannot be started, `conflict` when Terraform failed (with the first lines of what
 * it said, which are its own words for people), `cancelled` on Ctrl-C.
 */
export function runTerraform(
  command: string,
  args: readonly string[],
  run: TerraformRun,
): Promise<TerraformOutput> {
  return new Promise((done, fail) => {
    if (run.signal.aborted) return fail(cancelled());
    const child = spawn(command, args, {
      cwd: run.directory,
      env: { ...run.env, CHECKPOINT_DISABLE: "1", TF_INPUT: "0", TF_CLI_ARGS: "-no-color" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    let stderr = "";
    const interrupt = () => void child.kill("SIGINT");
    run.signal.addEventListener("abort", interrupt, { once: true });
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("error", () => fail(cannotStart(command, run.directory)));
    child.on("close", (code) => {
      run.signal.removeEventListener("abort", interrupt);
      if (run.signal.aborted) return fail(cancelled());
      if (code !== 0 && !run.accepts?.includes(code ?? -1))
        return fail(failed(command, args, run.directory, stderr));
      done({ code: code ?? -1, stdout: Buffer.concat(stdout).toString() });
    });
  });
}

function cannotStart(command: string, directory: string): Problem {
  return new Problem("not_found", {
    summary: `${command} cannot be started`,
    detail: `Check that ${directory} is a directory and that \`${command} version\` works.`,
  });
}

function failed(command: string, args: readonly string[], directory: string, stderr: string): Problem {
  const said = stderr.trim().split("\n").slice(0, MOST_LINES).join("\n");
  return new Problem("conflict", {
    summary: `${command} ${args[0]} failed`,
    detail: `In ${directory}, \`${command} ${args.join(" ")}\` ended with an error:\n\n${said}`,
  });
}
