import { stripVTControlCharacters } from "node:util";
import type { CliIo, CliOutput } from "../cli-io";
import { colorsFor } from "./colors";
import { textWidth } from "./text-width";

/** What stands between two columns on a terminal. */
export const COLUMN_LINE = " │ ";
const PIPED_GAP = "  ";

/**
 * Rows as a table for people: with lines between the columns on a terminal, with columns two spaces apart and no
 * colours when piped. Cells may hold colours; each is one line.
 */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  output: CliOutput,
  env: CliIo["env"],
): string {
  const { bold, dim } = colorsFor(output, env);
  const gap = output.isTTY ? dim(COLUMN_LINE) : PIPED_GAP;
  const lines = [head.map((name) => bold(name)), ...rows].map(cellsOf);
  const widths = head.map((_, column) =>
    lines.reduce((widest, cells) => Math.max(widest, cells[column]?.width ?? 0), 0),
  );
  return lines
    .map((cells) => {
      const padded = cells.map(({ text, width }, column) => text + " ".repeat((widths[column] ?? 0) - width));
      return `${padded.join(gap).trimEnd()}\n`;
    })
    .join("");
}

function cellsOf(row: readonly string[]): readonly { readonly text: string; readonly width: number }[] {
  return row.map((text) => ({ text, width: textWidth(stripVTControlCharacters(text)) }));
}
