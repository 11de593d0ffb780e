/** A text in which Terraform finds no template, wherever it comes to read it. */
export function withoutTemplates(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

/**
 * A string of Terraform's language, quoted, in which nothing is a template.
 *
 * https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function hclString(text: string): string {
  const escaped = withoutTemplates(text)
    .replace(/[\\"]/g, "\\$&")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
  return `"${escaped}"`;
}

/** Arguments below each other as `terraform fmt` aligns them; names with their values, which are expressions already. */
export function hclArguments(values: Readonly<Record<string, string>>): readonly string[] {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return Object.entries(values).map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

/** A block with its lines indented. */
export function hclBlock(header: string, lines: readonly string[]): readonly string[] {
  return [`${header} {`, ...lines.map((line) => (line === "" ? "" : `  ${line}`)), "}"];
}
