/** A number with its noun: `1 sync`, `1250 syncs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
