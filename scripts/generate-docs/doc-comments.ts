import { readFileSync } from "node:fs";
import * as ts from "typescript";

/** A doc comment. */
export interface Doc {
  /** Its text in one paragraph per blank-line-separated part; links are code. */
  readonly text: string;
  /** What `@default` says. */
  readonly default: string | undefined;
  readonly internal: boolean;
}

/** The syntax of a source file. */
export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** The doc comment of a declaration. Throws for one that has none. */
export function docOf(node: ts.Node): Doc {
  const doc = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  if (doc === undefined) {
    throw new Error(`${node.getSourceFile().fileName}: no doc comment on ${node.getText().split("\n")[0]}`);
  }
  const tags = ts.getJSDocTags(node);
  const value = tags.find((tag) => tag.tagName.text === "default")?.comment;
  return {
    text: plain(doc.comment),
    default: value === undefined ? undefined : plain(value).replace(/^- /, ""),
    internal: tags.some((tag) => tag.tagName.text === "internal"),
  };
}

function plain(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  const text =
    typeof comment === "string"
      ? comment
      : (comment ?? []).map((part) => (ts.isJSDocLink(part) ? linked(part) : part.text)).join("");
  return text
    .split(/\n\s*\n/)
    .map(paragraph)
    .join("\n\n");
}

/** One line, but for lists. */
function paragraph(text: string): string {
  const isList = text.startsWith("- ");
  return isList ? text.replace(/\n(?!- )\s*/g, " ") : text.replace(/\n\s*/g, " ");
}

function linked(link: ts.JSDocLink): string {
  return `\`${link.name?.getText() ?? ""}\``;
}
