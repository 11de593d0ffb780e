import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** The processes that this one has started and that live: of a Terraform, its providers. */
export function childrenOf(pid: number): readonly number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" });
  return table
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, state]) => Number(parent) === pid && !state?.startsWith("Z"))
    .map(([child]) => Number(child));
}

/** True while there is such a process. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until none of the processes is there any more. False when some still is after so many milliseconds. */
export async function haveEnded(pids: readonly number[], withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(25)) {
    if (!pids.some(isAlive)) return true;
  }
  return !pids.some(isAlive);
}
