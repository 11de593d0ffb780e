/** Something to measure, by name: one run gives one or more figures. */
export type Subject = () => Promise<Readonly<Record<string, number>>>;

/**
 * Runs all subjects in turn, `rounds` times, each time in another order, and gives the median of each figure:
 * `medians.node.total`. What the machine does meanwhile hits all of them alike.
 */
export async function interleave<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  rounds: number,
): Promise<Record<Name, Record<string, number>>> {
  const names = Object.keys(subjects) as Name[];
  const runs = new Map<Name, Record<string, number>[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length] as Name;
      runs.get(name)?.push(await subjects[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, mediansOf(runs.get(name) ?? [])])) as Record<
    Name,
    Record<string, number>
  >;
}

function mediansOf(runs: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const figures = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    figures.map((figure) => [figure, median(runs.map((run) => run[figure] ?? Number.NaN))]),
  );
}

/** The middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}
