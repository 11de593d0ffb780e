import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The command as `npm run build` leaves it. */
export const entrascim = resolve(__dirname, "../../dist/cli/entrascim.cjs");

/** What a run came to. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command with this environment and nothing else but a PATH. */
export function runEntrascim(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return new Promise((done, fail) => {
    const child = spawn(entrascim, args, { env: { PATH: process.env.PATH ?? "", ...env }, stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}
