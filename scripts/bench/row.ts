/** One line of the table. */
export interface Row {
  /** What was measured. */
  readonly what: string;
  readonly value: number;
  /** The most that it may be. */
  readonly budget: number;
  /** `×` for ratios, else the unit. */
  readonly unit: string;
  /** How the value came about: absolute figures, what they were compared with. */
  readonly detail: string;
}

/** The rows as a table for people, with a mark where a budget is exceeded. */
export function renderRows(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.value > row.budget ? "over" : "ok",
    row.what,
    `${format(row.value)} ${row.unit}`,
    `≤ ${format(row.budget)} ${row.unit}`,
    row.detail,
  ]);
  const all = [["", "what", "measured", "budget", "how"], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
