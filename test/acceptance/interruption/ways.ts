import { setTimeout as sleep } from "node:timers/promises";
import type { RunningCommand } from "../../support/terraform-workspace";

/** How a command is broken off; each resolves once that has begun. */
export const WAYS = {
  "Ctrl-C": (running: RunningCommand) => interrupt(running, "Interrupt received."),
  "Ctrl-C twice": async (running: RunningCommand) => {
    await interrupt(running, "Interrupt received.");
    await interrupt(running, "Two interrupts received.");
  },
  "kill -9 of Terraform": async ({ pid }: RunningCommand) => {
    process.kill(pid, "SIGKILL");
  },
  "kill -9 of the provider": async (_: RunningCommand, providers: readonly number[]) => {
    for (const provider of providers) process.kill(provider, "SIGKILL");
  },
} as const;

/** What a way is called. */
export type Way = keyof typeof WAYS;

/** As a terminal does it: Terraform and provider, which are one process group, both get the signal. */
async function interrupt(running: RunningCommand, notice: string): Promise<void> {
  let ended = false;
  void running.result.then(() => {
    ended = true;
  });
  try {
    process.kill(-running.pid, "SIGINT");
  } catch {
    // It came to an end by itself, after the first of two.
    return;
  }
  while (!ended && !running.printed().includes(notice)) await sleep(10);
}
