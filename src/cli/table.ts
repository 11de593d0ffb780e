import type { CliIo, CliOutput } from "./cli-io";

/**
 * Rows as a table for people: with lines between the columns on a terminal, with columns two spaces apart and no
 * colours when piped. Cells may hold colours and several lines; the table library is loaded when this is called.
 */
export async function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  output: CliOutput,
  env: CliIo["env"],
): Promise<string> {
  const [{ default: Table }, { colorsFor }] = await Promise.all([import("cli-table3"), import("./colors")]);
  const { bold, dim, isColorSupported } = colorsFor(output, env);
  const table = new Table({
    head: head.map((name) => bold(name)),
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
    chars: {
      ...NO_LINES,
      ...(output.isTTY ? { mid: "", middle: isColorSupported ? dim(" │ ") : " │ " } : { middle: "  " }),
    },
  });
  table.push(...rows.map((row) => [...row]));
  return `${table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")}\n`;
}

const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
};
