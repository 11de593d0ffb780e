/**
 * A text of others, such as a display name, for one line of a terminal, a log or a comment in code. White space and
 * line ends are single spaces; what would steer a terminal or mislead a reader is gone: control characters (which
 * move cursors, change colours and titles), invisible ones (which turn the direction of text), halves of characters.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim();
}

/** The same for a text of several lines, which stay apart and indented as they are. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const [indent = ""] = /^ */.exec(line) ?? [];
      return `${indent}${plainText(line)}`.trimEnd();
    })
    .join("\n");
}
