import { z } from "zod";
import type { Attribute, AttributeMap, BlockMap, Rule } from "../../src/framework/schema";
import { schemas } from "./schemas";

/** One check of a rule: a constraint of JSON Schema and what to say when it is not met. */
type Check = Readonly<Record<string, unknown>> & { readonly message: string };

/**
 * The source of `rules.ts`: what the provider's rules say of each attribute, as plain data, so that constructs check
 * at synth what the provider would refuse at plan. What JSON Schema cannot express is left to the provider.
 *
 * Throws when a constraint has no message of its own: whoever reads it must learn what to do.
 */
export function generateRules(): string {
  const rules = {
    provider: rulesOf("", schemas.provider.attributes, schemas.provider.blocks),
    ...Object.fromEntries(
      [...schemas.resources].map(([type, schema]) => [type, rulesOf("", schema.attributes, schema.blocks)]),
    ),
    ...Object.fromEntries(
      [...schemas.dataSources].map(([type, schema]) => [
        `data.${type}`,
        rulesOf("", schema.attributes, schema.blocks),
      ]),
    ),
  };
  return [
    "// generated from the provider's rules by `npm run generate:constructs`",
    "",
    "/** One constraint on a value, and the half sentence that says so. */",
    "export interface Check {",
    "  readonly pattern?: string;",
    "  readonly minLength?: number;",
    "  readonly maxLength?: number;",
    "  readonly enum?: readonly string[];",
    "  readonly integer?: boolean;",
    "  readonly minimum?: number;",
    "  readonly maximum?: number;",
    "  readonly message: string;",
    "}",
    "",
    "/** Checks by type (`provider`, `entrascim_sync`, `data.entrascim_secret`) and path (`source.secret_path`). */",
    `export const RULES: Readonly<Record<string, Readonly<Record<string, readonly Check[]>>>> = ${JSON.stringify(rules, null, 2)};`,
    "",
  ].join("\n");
}

function rulesOf(prefix: string, attributes: AttributeMap, blocks: BlockMap): Record<string, Check[]> {
  const rules: Record<string, Check[]> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const checks = checksOfAttribute(attribute, prefix + name);
    if (checks.length > 0) rules[prefix + name] = checks;
  }
  for (const [name, block] of Object.entries(blocks)) {
    Object.assign(rules, rulesOf(`${prefix}${name}.`, block.attributes, block.blocks));
  }
  return rules;
}

/** Nested attributes are left out: constructs only ever hand them over whole. */
function checksOfAttribute(attribute: Attribute, path: string): Check[] {
  if (attribute.kind === "nested" || attribute.rule === undefined) return [];
  return checksOf(attribute.rule, path);
}

function checksOf(rule: Rule, path: string): Check[] {
  const schema = rule(z);
  const { type, ...json } = z.toJSONSchema(schema);
  const issues = PROBES.flatMap((probe) => schema.safeParse(probe).error?.issues ?? []);
  const patterns = [{ pattern: json.pattern }, ...(json.allOf ?? [])].flatMap((part) => part.pattern ?? []);
  const checks: Omit<Check, "message">[] = [
    ...(json.enum === undefined ? [] : [{ enum: json.enum }]),
    ...(type === "integer" ? [{ integer: true }] : []),
    ...bounds(json, ["minLength", "maxLength", "minimum", "maximum"]),
    ...patterns.map((pattern) => ({ pattern })),
  ];
  return checks.map((check) => {
    const message = issues.find((issue) => isAbout(issue, check))?.message;
    if (message === undefined) throw new Error(`${path}: no message found for ${JSON.stringify(check)}`);
    return { ...check, message };
  });
}

/** Values of which each violates some constraint that a rule of ours may have. */
const PROBES: readonly unknown[] = [" /:".repeat(400), "", 1.5, -1e9, 1e9];

function bounds(json: z.core.JSONSchema.BaseSchema, names: readonly (keyof typeof json)[]) {
  return names.flatMap((name) => {
    const bound = json[name];
    // zod bounds every whole number by what a double holds exactly
    return typeof bound === "number" && Math.abs(bound) !== Number.MAX_SAFE_INTEGER
      ? [{ [name]: bound }]
      : [];
  });
}

function isAbout(issue: z.core.$ZodIssue, check: Omit<Check, "message">): boolean {
  switch (issue.code) {
    case "invalid_value":
      return "enum" in check;
    case "invalid_type":
      return "integer" in check && issue.expected === "int";
    case "too_small":
      return [check.minLength, check.minimum].includes(issue.minimum);
    case "too_big":
      return [check.maxLength, check.maximum].includes(issue.maximum);
    case "invalid_format":
      return "pattern" in check && "pattern" in issue && issue.pattern === `/${check.pattern}/`;
    default:
      return false;
  }
}
