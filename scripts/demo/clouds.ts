import { createInterface } from "node:readline";
import type { EmulatorSummary } from "../../src/cli/emulator/emulator-report";
import { type Control, connectControl } from "./control";
import { DemoFailure } from "./demo-failure";
import type { Command, Processes } from "./processes";

/** The emulated clouds, running. */
export interface Clouds {
  readonly summary: EmulatorSummary;
  readonly control: Control;
}

/** Starts `entrascim emulator` on a free port, and waits until it serves. */
export async function startClouds(
  processes: Processes,
  cli: Pick<Command, "directory" | "env"> & { readonly script: string },
  caFile: string,
): Promise<Clouds> {
  const child = processes.start({
    ...cli,
    file: process.execPath,
    args: [cli.script, "emulator", "--json", "--ca-file", caFile],
  });
  const summary = await new Promise<EmulatorSummary>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new DemoFailure("The emulator ended before it served.")));
    if (child.stdout === null) return;
    createInterface(child.stdout).once("line", (line) => resolve(JSON.parse(line) as EmulatorSummary));
  });
  return { summary, control: connectControl(summary.control, caFile) };
}
