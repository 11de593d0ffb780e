import { CALLS, type Call } from "./calls";
import { expectationOf } from "./expectations";
import { FAULTS, type Fault } from "./faults";

/** A call, and what strikes it. */
export interface Cell {
  /** `scenario.call/fault`. */
  readonly id: string;
  readonly call: Call;
  readonly fault: Fault;
}

/** All cells, those that are not applicable included. */
export const ALL_CELLS: readonly Cell[] = CALLS.flatMap((call) =>
  FAULTS.map((fault) => ({ id: `${call.id}/${fault.id}`, call, fault })),
);

/** The cells that can be run. */
export const CELLS: readonly Cell[] = ALL_CELLS.filter(
  ({ call, fault }) => !("notApplicable" in expectationOf(call, fault)),
);

/** About so many cells, always the same for a seed: every call and every fault is among them. */
export function sampleOf(seed: number, size: number): readonly Cell[] {
  const shuffled = shuffle(CELLS, randomOf(seed));
  const seen = new Set<string>();
  const needed = shuffled.filter(({ call, fault }) => {
    const isNew = !seen.has(call.id) || !seen.has(fault.id);
    seen.add(call.id).add(fault.id);
    return isNew;
  });
  const further = shuffled.filter((cell) => !needed.includes(cell));
  const chosen = new Set([...needed, ...further].slice(0, Math.max(size, needed.length)));
  // In the table's order, since a scenario is set up once.
  return CELLS.filter((cell) => chosen.has(cell));
}

/** Cells whose id fits: `update.put/503`, with `*` for anything; a part stands for all that begin with it. */
export function cellsLike(patterns: readonly string[]): readonly Cell[] {
  const expressions = patterns.map((pattern) => {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    return new RegExp(pattern.includes("/") ? `^${escaped}$` : `^${escaped}(?:[./]|$)`);
  });
  return ALL_CELLS.filter(({ id }) => expressions.some((expression) => expression.test(id)));
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** Mulberry32: https://github.com/cprosche/mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
