import { printable } from "./printable";

const MOST = 5;

/** The first few of many names, for a sentence: "A, B, C, D, E and 45 more". */
export function someOf(names: readonly string[]): string {
  const named = names.slice(0, MOST).map(printable).join(", ");
  return names.length > MOST ? `${named} and ${names.length - MOST} more` : named;
}
