/**
 * A text of others for one line of a terminal: control characters (which move cursors, change colours and titles),
 * line ends and the invisible characters that turn the direction of text are spaces or gone.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .trim();
}
