/** The text with each half of a surrogate pair replaced, which has no UTF-8: by what every encoder puts in its place. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
