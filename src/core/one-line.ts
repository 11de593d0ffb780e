/** Control characters, separators of lines and paragraphs, and marks that turn the direction of writing. */
const MISLEADING = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text that somebody else chose (a name in a directory, an id on a command line), for one line of a terminal: what
 * would move the cursor, begin another line or change the order of letters is replaced by U+FFFD. Terraform prints
 * values and diagnostics as they are, and a plan is read for what it says.
 */
export function oneLine(text: string): string {
  return text.replace(MISLEADING, "\ufffd");
}
