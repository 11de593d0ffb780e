import type { CliIo } from "../cli-io";

/** Progress on one line of a terminal, which is gone afterwards. */
export interface ProgressLine {
  readonly report: (done: number, total: number) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = "\r\u001b[2K";
/** So often at most is the line written anew. */
const STEPS = 100;

/**
 * Tells on standard error how far a command is: `Looking at applications: 1,200 of 1,250`. Nothing where that is no
 * terminal or cannot clear a line, nor with `--verbose`: told requests would be written into the line.
 */
export function progressLine(
  { stderr, env }: Pick<CliIo, "stderr" | "env">,
  what: string,
  { verbose = false }: { readonly verbose?: boolean },
): ProgressLine {
  if (verbose || !stderr.isTTY || env.TERM === "dumb") return { report: () => {}, clear: () => {} };
  return {
    report: (done, total) => {
      if (done % Math.max(1, Math.floor(total / STEPS)) !== 0 && done !== total) return;
      stderr.write(`${CLEAR_LINE}${what}: ${formatted(done)} of ${formatted(total)}`);
    },
    clear: () => stderr.write(CLEAR_LINE),
  };
}

function formatted(count: number): string {
  return count.toLocaleString("en");
}
