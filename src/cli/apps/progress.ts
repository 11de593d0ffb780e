import type { Progress } from "../../clients/find-applications";
import type { CliIo, CliOutput } from "../cli-io";

/** Progress on one line of a terminal, which is cleared at the end; nothing elsewhere, or where a line cannot be cleared. */
export interface ProgressLine {
  readonly report: Progress;
  clear(): void;
}

const CLEAR_LINE = "\r\u001b[2K";
const STEPS = 50;

/** Counts what has been looked at, on `output`. */
export function progressLine(output: CliOutput, env: CliIo["env"]): ProgressLine {
  if (!output.isTTY || env.TERM === "dumb") return { report: () => {}, clear: () => {} };
  return {
    report(done, total) {
      if (done % Math.ceil(Math.max(total, 1) / STEPS) !== 0 && done !== total) return;
      output.write(`${CLEAR_LINE}Looking up provisioning jobs: ${done} of ${total} applications`);
    },
    clear: () => output.write(CLEAR_LINE),
  };
}
