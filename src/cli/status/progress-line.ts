import type { CliIo } from "../cli-io";

/** Tells how far a look is, on one line of a terminal that is gone afterwards. */
export interface ProgressLine {
  readonly report: (done: number) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = "\r\u001b[2K";
/** So often at most is the line written anew while a look goes on. */
const STEPS = 100;

/** Nothing is told. */
export const noProgress: ProgressLine = { report: () => {}, clear: () => {} };

/** Progress on standard error; nothing where that is no terminal or cannot clear a line. */
export function progressLine({ stderr, env }: Pick<CliIo, "stderr" | "env">, total: number): ProgressLine {
  if (!stderr.isTTY || env.TERM === "dumb") return noProgress;
  const step = Math.max(1, Math.floor(total / STEPS));
  return {
    report: (done) => {
      if (done % step !== 0 && done !== total) return;
      stderr.write(`${CLEAR_LINE}checked ${formatted(done)} of ${formatted(total)}`);
    },
    clear: () => stderr.write(CLEAR_LINE),
  };
}

function formatted(count: number): string {
  return count.toLocaleString("en");
}
