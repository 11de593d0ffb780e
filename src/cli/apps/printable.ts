/**
 * A text that others chose, such as a display name, on one line and without what a terminal, a comment or a reader
 * would be misled by: control characters, line separators, and marks that turn the direction of writing.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
