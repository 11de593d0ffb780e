import type { Argument, Block, Body } from "./body";
import { readExpression } from "./hcl-expression";
import { HclReader } from "./hcl-reader";

const NAME = /[A-Za-z_][\w-]*/y;
const QUOTED = /"(?:[^"\\\n]|\\.)*"/y;

/**
 * The structure of a file in HCL's native syntax: blocks, arguments, and what each argument refers to. Values are not
 * kept. Throws an error without a message for a text that is no HCL.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseHcl(text: string): Body {
  const reader = new HclReader(text);
  const body = parseBody(reader);
  if (!reader.isAtEnd) throw new SyntaxError();
  return body;
}

function parseBody(reader: HclReader): Body {
  const found: { arguments: Argument[]; blocks: Block[] } = { arguments: [], blocks: [] };
  for (;;) {
    reader.skipSpace(true);
    if (reader.isAtEnd || reader.peek() === "}") return found;
    const { line } = reader;
    const name = reader.take(NAME) ?? reader.take(QUOTED)?.slice(1, -1);
    if (name === undefined) throw new SyntaxError();
    reader.skipSpace(false);
    if (reader.take(/=(?!=)/y) !== null) {
      found.arguments.push({ name, line, expression: readExpression(reader) });
    } else {
      found.blocks.push(parseBlock(reader, name, line));
    }
  }
}

function parseBlock(reader: HclReader, type: string, line: number): Block {
  const labels: string[] = [];
  for (;;) {
    reader.skipSpace(false);
    const label = reader.take(QUOTED)?.slice(1, -1) ?? reader.take(NAME);
    if (label === null) break;
    labels.push(label);
  }
  if (reader.peek() !== "{") throw new SyntaxError();
  reader.step();
  const body = parseBody(reader);
  if (reader.peek() !== "}") throw new SyntaxError();
  reader.step();
  return { type, labels, line, body };
}
