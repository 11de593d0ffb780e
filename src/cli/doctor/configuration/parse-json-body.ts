import type { Argument, Block, Body, Expression } from "./body";
import { readTemplate } from "./hcl-expression";
import { HclReader } from "./hcl-reader";
import { isObject, type JsonNode, parseJsonWithLines } from "./json-with-lines";

/** How many labels the blocks of a configuration's top level have; those below have none. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ["data", 2],
  ["ephemeral", 2],
  ["module", 1],
  ["output", 1],
  ["provider", 1],
  ["resource", 2],
  ["variable", 1],
]);

/**
 * The structure of a file in HCL's JSON syntax (`*.tf.json`, which CDKTF writes), as `parseHcl` gives it. Every object
 * is taken for a block, since JSON does not tell them from arguments. Throws an error without a message for a text
 * that is no JSON object.
 *
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function parseJsonBody(text: string): Body {
  const { value } = parseJsonWithLines(text);
  if (!isObject(value)) throw new SyntaxError();
  return bodyOf(value.members, LABELS);
}

function bodyOf(
  members: readonly (readonly [string, JsonNode])[],
  labels: ReadonlyMap<string, number>,
): Body {
  const found: { arguments: Argument[]; blocks: Block[] } = { arguments: [], blocks: [] };
  for (const [name, node] of members) {
    const blocks = blocksIn(name, [], node, labels.get(name) ?? 0);
    if (blocks.length > 0) found.blocks.push(...blocks);
    else found.arguments.push({ name, line: node.line, expression: expressionOf(node) });
  }
  return found;
}

/** The blocks that a member stands for: one, several in an array, or those below its labels. */
function blocksIn(
  type: string,
  labels: readonly string[],
  node: JsonNode,
  further: number,
): readonly Block[] {
  const { value, line } = node;
  if (Array.isArray(value)) {
    const nodes: readonly JsonNode[] = value;
    return nodes.flatMap((each) => blocksIn(type, labels, each, further));
  }
  if (!isObject(value)) return [];
  if (further === 0) return [{ type, labels, line, body: bodyOf(value.members, new Map()) }];
  return value.members.flatMap(([label, each]) => blocksIn(type, [...labels, label], each, further - 1));
}

function expressionOf({ value }: JsonNode): Expression {
  return { isNull: value === null, isTrue: value === true, references: referencesIn(value) };
}

function referencesIn(value: JsonNode["value"]): readonly string[] {
  if (typeof value === "string") return readTemplate(new HclReader(value));
  if (Array.isArray(value)) {
    const nodes: readonly JsonNode[] = value;
    return nodes.flatMap((node) => referencesIn(node.value));
  }
  return [];
}
