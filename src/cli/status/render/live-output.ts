import type { CliOutput } from "../../cli-io";

/** Where the same text is shown again and again. */
export interface LiveOutput {
  /** Shows a text, in place of the last one where that can be. */
  show(text: string): void;
  /** Something else was written: the next text goes below it. */
  interrupted(): void;
}

/**
 * In place, on a terminal, each text is written over the last one, line by line and in one piece, so that nothing
 * flickers and what was on the screen before stays; what does not fit into the terminal's height is left out, and said
 * so. Else texts follow each other, with an empty line between them.
 */
export function liveOutput(output: CliOutput, inPlace: boolean): LiveOutput {
  if (!inPlace) return appending(output);
  let drawn = 0;
  return {
    show: (text) => {
      const lines = fitted(text.replace(/\n$/, "").split("\n"), output.rows ?? DEFAULT_ROWS);
      const up = drawn === 0 ? "" : `\u001b[${drawn}A\r`;
      const drawing = lines.map((line) => `${CLEAR_LINE}${line}\n`).join("");
      output.write(`${up}${CUT_LINES}${drawing}${CLEAR_BELOW}${WRAP_LINES}`);
      drawn = lines.length;
    },
    interrupted: () => {
      drawn = 0;
    },
  };
}

const DEFAULT_ROWS = 24;
/** A line that is wider than the terminal would take two rows, and the count of rows would be wrong. */
const CUT_LINES = "\u001b[?7l";
const WRAP_LINES = "\u001b[?7h";
/** Before the line: after one that fills the terminal the cursor stands on its last character, which would go. */
const CLEAR_LINE = "\u001b[K";
const CLEAR_BELOW = "\u001b[J";

/** The cursor stands below the text, so one row is not there to be used. */
function fitted(lines: readonly string[], rows: number): readonly string[] {
  const room = Math.max(2, rows - 1);
  if (lines.length <= room) return lines;
  const left = lines.length - (room - 1);
  return [...lines.slice(0, room - 1), `… ${left} more lines: make the terminal higher, or pipe the output`];
}

function appending(output: CliOutput): LiveOutput {
  let isFirst = true;
  return {
    show: (text) => {
      output.write(isFirst ? text : `\n${text}`);
      isFirst = false;
    },
    interrupted: () => {},
  };
}
