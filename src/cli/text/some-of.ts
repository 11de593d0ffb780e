import { plainText } from "./plain-text";

/** The first `most` of many names, for a sentence: "A, B, C, D, E and 45 more". */
export function someOf(names: readonly string[], most = 5): string {
  const named = names.slice(0, most).map(plainText).join(", ");
  return names.length > most ? `${named} and ${names.length - most} more` : named;
}
