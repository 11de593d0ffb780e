/** A row of a table, and how it may be written. */
export interface Row<T> {
  readonly item: T;
  readonly full: string;
  /** A shorter form for rows that must not be left out; null for those that may. */
  readonly brief: string | null;
}

/** The rows that fit, and what was left out. */
export interface FittedRows<T> {
  readonly rows: readonly string[];
  readonly left: readonly T[];
}

/**
 * The first rows that fit into so many characters. When not all fit, rows that must not be left out get their room
 * first: written in full if that is enough for them all, else in brief. Rows keep their order.
 */
export function fitRows<T>(all: readonly Row<T>[], room: number): FittedRows<T> {
  const needed = all.filter(({ brief }) => brief !== null);
  const isTight = lengthOf(needed.map(({ full }) => full)) > room;
  const rows: string[] = [];
  const left: T[] = [];
  let free = room;
  let isFull = false;
  for (const { item, full, brief } of [...needed, ...all.filter((row) => row.brief === null)]) {
    const text = isTight && brief !== null ? brief : full;
    // Once one is left out all that follow are: a table with holes would seem whole.
    isFull ||= text.length + 1 > free;
    if (isFull) left.push(item);
    else {
      rows.push(text);
      free -= text.length + 1;
    }
  }
  return { rows, left };
}

function lengthOf(rows: readonly string[]): number {
  return rows.reduce((sum, row) => sum + row.length + 1, 0);
}
