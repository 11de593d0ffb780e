import { badRequest } from "./graph-error";

/**
 * Parses `$search` on service principals: one or several `"displayName:words"` in double quotes, joined by `AND` or
 * `OR`. A name matches a clause when each of its words is the beginning of one of the name's words.
 *
 * @see https://learn.microsoft.com/graph/search-query-parameter
 */
export function parseSearch(text: string): (displayName: string) => boolean {
  const clauses = text.split(/\s+(AND|OR)\s+/);
  const first = clause(clauses[0] ?? "");
  let matches = first;
  for (let index = 1; index < clauses.length; index += 2) {
    const left = matches;
    const right = clause(clauses[index + 1] ?? "");
    matches =
      clauses[index] === "AND" ? (name) => left(name) && right(name) : (name) => left(name) || right(name);
  }
  return matches;
}

function clause(text: string): (displayName: string) => boolean {
  const match = /^"([A-Za-z]+):((?:[^"\\]|\\["\\])+)"$/.exec(text.trim());
  if (match === null) {
    throw badRequest(
      `Syntax error: '${text}' is not a search clause. Each stands in double quotes: "displayName:value".`,
    );
  }
  if (match[1] !== "displayName") {
    throw badRequest(`Unsupported property '${match[1]}' in $search: the emulator searches displayName.`);
  }
  const wanted = wordsOf((match[2] ?? "").replace(/\\(["\\])/g, "$1"));
  return (displayName) => {
    const words = wordsOf(displayName);
    return wanted.every((prefix) => words.some((word) => word.startsWith(prefix)));
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
