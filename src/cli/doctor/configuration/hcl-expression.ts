import type { Expression } from "./body";
import type { HclReader } from "./hcl-reader";

const TRAVERSAL = /[A-Za-z_][\w-]*(?:\s*\.\s*[A-Za-z_*\d][\w-]*)*/y;
const OPEN = "([{";
const CLOSE = ")]}";

/**
 * Reads an argument's expression up to the end of its line, or to the brace that closes its block. Only what it refers
 * to is kept. Throws an error without a message where a string, a template or a bracket is not closed.
 */
export function readExpression(reader: HclReader): Expression {
  const seen = new Seen();
  readParts(reader, seen, false);
  return {
    isNull: seen.words === "null" && !seen.other,
    isTrue: seen.words === "true" && !seen.other,
    references: [...seen.references],
  };
}

/** References in a template without quotes around it, as JSON syntax has them. Throws as {@link readExpression}. */
export function readTemplate(reader: HclReader): readonly string[] {
  const seen = new Seen();
  while (!reader.isAtEnd) readTemplatePart(reader, seen);
  return [...seen.references];
}

class Seen {
  readonly references = new Set<string>();
  /** Bare words that are neither references nor function names. */
  words = "";
  /** True once there is anything beside words. */
  other = false;
}

/** Within brackets line breaks mean nothing, and the closing one ends it; otherwise the line's end does. */
function readParts(reader: HclReader, seen: Seen, inBrackets: boolean): void {
  for (;;) {
    reader.skipSpace(inBrackets);
    const next = reader.peek();
    if (next === "") {
      if (inBrackets) throw new SyntaxError();
      return;
    }
    if (next === "\n" || CLOSE.includes(next)) return;
    if (next === '"') readString(reader, seen);
    else if (reader.startsWith("<<")) readHeredoc(reader, seen);
    else if (OPEN.includes(next)) readBrackets(reader, seen);
    else readWord(reader, seen);
  }
}

function readBrackets(reader: HclReader, seen: Seen): void {
  const closing = CLOSE[OPEN.indexOf(reader.peek())];
  seen.other = true;
  reader.step();
  readParts(reader, seen, true);
  if (reader.peek() !== closing) throw new SyntaxError();
  reader.step();
}

function readWord(reader: HclReader, seen: Seen): void {
  const word = reader.take(TRAVERSAL)?.replace(/\s/g, "");
  if (word === undefined) {
    seen.other = true;
    reader.step();
  } else if (word.includes(".")) {
    seen.references.add(word);
    seen.other = true;
  } else {
    seen.words += word;
  }
}

function readString(reader: HclReader, seen: Seen): void {
  seen.other = true;
  reader.step();
  while (reader.peek() !== '"') {
    if (reader.peek() === "" || reader.peek() === "\n") throw new SyntaxError();
    if (reader.take(/\\./y) === null) readTemplatePart(reader, seen);
  }
  reader.step();
}

function readHeredoc(reader: HclReader, seen: Seen): void {
  seen.other = true;
  const opening = reader.take(/<<-?[A-Za-z_][\w-]*[^\S\n]*\n/y);
  if (opening === null) throw new SyntaxError();
  const end = new RegExp(`[^\\S\\n]*${opening.replace(/^<<-?/, "").trim()}[^\\S\\n]*(?=\\n|$)`, "y");
  for (let atLineStart = true; ; ) {
    if (atLineStart && reader.take(end) !== null) return;
    if (reader.isAtEnd) throw new SyntaxError();
    atLineStart = reader.peek() === "\n";
    readTemplatePart(reader, seen);
  }
}

/** One character of a template, or one `${…}` or `%{…}` in it. */
function readTemplatePart(reader: HclReader, seen: Seen): void {
  if (reader.take(/[$%]{2}\{/y) !== null) return;
  if (!reader.startsWith("${") && !reader.startsWith("%{")) {
    reader.step();
    return;
  }
  reader.step();
  readBrackets(reader, seen);
}
