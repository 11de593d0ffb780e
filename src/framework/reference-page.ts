import type { z } from "zod";
import type { AttributePath } from "../core/attribute-path";
import { ruleInWords } from "./rule-in-words";
import type { Attribute, Constraint, Schema } from "./schema";
import { nestedShape, type Shape } from "./shape";
import type { Type } from "./value";

/** What a reference page is made of. */
export interface ReferencePageOptions {
  readonly kind: "provider" | "resource" | "data_source";
  /** The type's whole name, or the provider's. */
  readonly name: string;
  readonly providerName: string;
  readonly schema: Schema;
  readonly zod: typeof z;
  /** The group in the registry's navigation. */
  readonly subcategory?: string;
  /** Markdown under "Example Usage": usually one fenced block of HCL. */
  readonly example?: string;
  /** Markdown under "Import": how an id is written. */
  readonly importing?: string;
}

/**
 * The reference page of a provider, resource or data source, as Markdown in the layout of the Terraform registry:
 * `docs/index.md`, `docs/resources/<type>.md`, `docs/data-sources/<type>.md`. It is made of the schema alone, so that
 * it cannot say anything else than what is checked.
 *
 * @see https://developer.hashicorp.com/terraform/registry/providers/docs
 */
export function referencePage(options: ReferencePageOptions): string {
  const { schema, zod, example, importing } = options;
  const parts = [
    frontMatter(options),
    `# ${heading(options)}`,
    schema.description,
    ...(example === undefined ? [] : ["## Example Usage", example.trim()]),
    "## Schema",
    ...shapeSections({ shape: schema, constraints: schema.constraints, path: [], title: "heading", zod }),
    ...(importing === undefined ? [] : ["## Import", importing.trim()]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const KINDS = { provider: "Provider", resource: "Resource", data_source: "Data Source" } as const;

function heading({ kind, name }: ReferencePageOptions): string {
  return kind === "provider" ? `${name} Provider` : `${name} (${KINDS[kind]})`;
}

function frontMatter({ kind, name, providerName, schema, subcategory }: ReferencePageOptions): string {
  const title = kind === "provider" ? `Provider: ${name}` : `${name} ${KINDS[kind]} - ${providerName}`;
  const description = schema.description.replaceAll("`", "").replaceAll("\n", "\n  ");
  return [
    "---",
    `page_title: ${JSON.stringify(title)}`,
    `subcategory: ${JSON.stringify(subcategory ?? "")}`,
    `description: |-\n  ${description}`,
    "---",
  ].join("\n");
}

/** One pair of braces to be documented. */
interface Section {
  readonly shape: Shape;
  readonly constraints: readonly Constraint[];
  readonly path: AttributePath;
  /** How groups are titled: headings at the top, plain words in nested schemas. */
  readonly title: "heading" | "words";
  readonly zod: typeof z;
}

/** A member as one line, the group it stands in, and what is inside. */
interface Member {
  readonly group: "Required" | "Optional" | "Read-Only";
  readonly line: string;
  readonly inside: Section | null;
  readonly anchor: string;
}

function shapeSections(section: Section): readonly string[] {
  const members = [
    ...Object.entries(section.shape.attributes).map(([name, one]) => attributeMember(name, one, section)),
    ...Object.entries(section.shape.blocks).map(([name, one]) => blockMember(name, one, section)),
  ];
  return [
    ...section.constraints.map(constraintInWords),
    ...(["Required", "Optional", "Read-Only"] as const).flatMap((group) => {
      const lines = members.filter((member) => member.group === group).map((member) => member.line);
      if (lines.length === 0) return [];
      return [section.title === "heading" ? `### ${group}` : `${group}:`, lines.join("\n")];
    }),
    ...members.flatMap(({ inside, anchor }) =>
      inside === null
        ? []
        : [
            `<a id="${anchor}"></a>\n### Nested Schema for \`${inside.path.join(".")}\``,
            ...shapeSections(inside),
          ],
    ),
  ];
}

function attributeMember(name: string, attribute: Attribute, section: Section): Member {
  const path = [...section.path, name];
  const nested = attribute.kind === "nested" && Object.keys(attribute.attributes).length > 0;
  const anchor = `nestedatt--${path.join("--")}`;
  const line = [
    `- \`${name}\` (${marksOf(attribute).join(", ")}) ${attribute.description}`,
    ...(attribute.kind === "scalar" ? scalarSentences(attribute, section.zod) : []),
    ...(nested ? [see(anchor)] : []),
  ].join(" ");
  const inside: Section | null = nested
    ? { ...section, shape: nestedShape(attribute.attributes), constraints: [], path, title: "words" }
    : null;
  return { group: groupOf(attribute), line, inside, anchor };
}

function blockMember(name: string, block: Schema["blocks"][string], section: Section): Member {
  const path = [...section.path, name];
  const empty = Object.keys(block.attributes).length + Object.keys(block.blocks).length === 0;
  const anchor = `nestedblock--${path.join("--")}`;
  return {
    group: block.required ? "Required" : "Optional",
    line: `- \`${name}\` (Block) ${block.description} ${empty ? "It has no arguments." : see(anchor)}`,
    inside: empty ? null : { ...section, shape: block, constraints: block.constraints, path, title: "words" },
    anchor,
  };
}

function groupOf(attribute: Attribute): Member["group"] {
  if (attribute.mode === "required") return "Required";
  return attribute.mode === "computed" ? "Read-Only" : "Optional";
}

function marksOf(attribute: Attribute): readonly string[] {
  const nested = attribute.kind === "nested";
  const type = nested
    ? attribute.nesting === "list"
      ? "Attributes List"
      : "Attributes"
    : typeInWords(attribute.type);
  return [
    type,
    ...(!nested && attribute.sensitive ? ["Sensitive"] : []),
    ...(!nested && attribute.writeOnly ? ["Write-only"] : []),
    ...(attribute.nullable ? ["Nullable"] : []),
    ...(attribute.replaces ? ["Forces replacement"] : []),
    ...(!nested && attribute.deprecated !== undefined ? ["Deprecated"] : []),
  ];
}

function scalarSentences(
  attribute: Extract<Attribute, { kind: "scalar" }>,
  zod: typeof z,
): readonly string[] {
  const words = attribute.rule === undefined ? "" : ruleInWords(attribute.rule, zod);
  return [
    ...(words === "" ? [] : [words]),
    ...(attribute.default === undefined ? [] : [`Default: \`${String(attribute.default)}\`.`]),
    ...(attribute.deprecated === undefined ? [] : [attribute.deprecated]),
  ];
}

function see(anchor: string): string {
  return `(see [below for nested schema](#${anchor}))`;
}

function constraintInWords(constraint: Constraint): string {
  const hint = constraint.hint === undefined ? "" : ` ${constraint.hint}`;
  if (constraint.kind === "requires") {
    return `\`${constraint.member}\` requires ${listOf(constraint.needs)}.${hint}`;
  }
  const how = constraint.kind === "exactly_one_of" ? "Exactly" : "At most";
  const verb = constraint.kind === "exactly_one_of" ? "must" : "may";
  return `${how} one of ${listOf(constraint.members)} ${verb} be set.${hint}`;
}

function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

function typeInWords(type: Type): string {
  if (typeof type === "string") {
    return { string: "String", number: "Number", bool: "Boolean", dynamic: "Dynamic" }[type];
  }
  switch (type[0]) {
    case "list":
      return `List of ${typeInWords(type[1])}`;
    case "set":
      return `Set of ${typeInWords(type[1])}`;
    case "map":
      return `Map of ${typeInWords(type[1])}`;
    case "object":
      return "Object";
    case "tuple":
      return "Tuple";
  }
}
