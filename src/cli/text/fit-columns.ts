import { cutToWidth, textWidth } from "./text-width";

/** No column is made narrower by cutting its cells. */
const NARROWEST = 8;

/**
 * Cuts cells so that a table fits into `width` columns of a terminal, with `gap` columns between its own: always the
 * widest of them gives way, but for those that are `whole`. Where even the narrowest would not fit, the table stays as
 * narrow as it can be made.
 */
export function fitColumns(
  rows: readonly (readonly string[])[],
  width: number,
  gap: number,
  whole: readonly number[] = [],
): readonly (readonly string[])[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, textWidth(cell));
    });
  }
  let excess = widths.reduce((sum, each) => sum + each, 0) + gap * Math.max(0, widths.length - 1) - width;
  while (excess > 0) {
    const widest = Math.max(0, ...widths.filter((_, column) => !whole.includes(column)));
    if (widest <= NARROWEST) break;
    widths[widths.findIndex((width, column) => width === widest && !whole.includes(column))] = widest - 1;
    excess--;
  }
  return rows.map((row) => row.map((cell, column) => cutToWidth(cell, widths[column] ?? 0)));
}
