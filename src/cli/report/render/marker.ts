import { Problem } from "../../../core/problem";

/** The line by which a comment with this report is found again, whatever the report says. */
export function marker(name: string): string {
  return `<!-- entrascim report: ${name} -->`;
}

/**
 * Checks a report's name, which stands in an HTML comment. Throws `invalid_input` for other characters than letters,
 * digits, dots, slashes, underscores and single hyphens, and for more than 100 of them.
 */
export function parseName(name: string): string {
  if (/^[A-Za-z0-9._/]+(?:-[A-Za-z0-9._/]+)*$/.test(name) && name.length <= 100) return name;
  throw new Problem("invalid_input", {
    summary: "The name of the report cannot be used",
    detail:
      "--name takes up to 100 letters, digits, dots, slashes, underscores and single hyphens, such as prod or eu/prod.",
  });
}
