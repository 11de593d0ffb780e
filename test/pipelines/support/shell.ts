import { spawn } from "node:child_process";

/** What a script came to. */
export interface ShellResult {
  readonly code: number;
  /** Both streams, as a pipeline's log shows them. */
  readonly log: string;
}

/** Runs a script as a pipeline's runner does: with bash, in a directory, with this environment and no other. */
export function runScript(
  script: string,
  directory: string,
  env: Readonly<Record<string, string>>,
  options: readonly string[] = ["-e"],
): Promise<ShellResult> {
  return new Promise((done, fail) => {
    const child = spawn("bash", ["--noprofile", "--norc", ...options, "-c", script], {
      cwd: directory,
      env: { ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    const keep = (chunk: Buffer) => {
      log += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? -1, log }));
  });
}
