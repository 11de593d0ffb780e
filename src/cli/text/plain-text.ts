import { oneLine } from "../../core/one-line";

/**
 * A text of others, such as a display name, for one line of a terminal, a log or a comment in code: white space and
 * line ends are single spaces, and of the rest {@link oneLine} leaves what neither steers nor misleads.
 */
export function plainText(text: string): string {
  return oneLine(text.replace(/[\s\u0085]+/gu, " ").trim());
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
