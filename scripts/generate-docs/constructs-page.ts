import { join } from "node:path";
import * as ts from "typescript";
import { docOf, parse } from "./doc-comments";

type Documented = ts.ClassDeclaration | ts.InterfaceDeclaration;

const INTRODUCTION = `# Constructs

\`entrascim/constructs\` has CDK for Terraform constructs for TypeScript. They check at synth what the provider would
refuse at plan. Secrets are given as references alone; synth writes none to disk. For a first stack see
[First sync](how-to/first-sync.md); complete programs are in [examples/cdktf](../examples/cdktf).`;

/** `docs/constructs.md`: what `index.ts` in `directory` exports, in its order, from the doc comments. */
export function constructsPage(directory: string): string {
  const exported = exportedDeclarations(directory);
  const names = new Set(exported.map(nameOf));
  const classes = exported.filter(ts.isClassDeclaration);
  const interfaces = exported.filter(ts.isInterfaceDeclaration);
  return `${[
    INTRODUCTION,
    "## Classes",
    ...classes.flatMap((each) => classSection(each, names, interfaces)),
    "## Props and options",
    ...interfaces.flatMap((each) => interfaceSection(each, names)),
  ].join("\n\n")}\n`;
}

function exportedDeclarations(directory: string): readonly Documented[] {
  return parse(join(directory, "index.ts")).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) return [];
    const module = (statement.moduleSpecifier as ts.StringLiteral).text;
    const declarations = parse(join(directory, `${module}.ts`)).statements.filter(isDocumented);
    return statement.exportClause.elements.map(({ name }) => {
      const found = declarations.find((one) => nameOf(one) === name.text);
      if (found === undefined) throw new Error(`${module}.ts declares no class or interface ${name.text}`);
      return found;
    });
  });
}

function isDocumented(node: ts.Node): node is Documented {
  return ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node);
}

function nameOf(node: Documented): string {
  return node.name?.text ?? "";
}

function classSection(
  node: ts.ClassDeclaration,
  names: ReadonlySet<string>,
  interfaces: readonly ts.InterfaceDeclaration[],
): readonly string[] {
  const name = nameOf(node);
  const members = node.members.filter((member) => isPublic(member) && !isInternal(member));
  const makers = members.flatMap((member) => maker(name, member));
  const properties = members.filter(
    (member) => (ts.isPropertyDeclaration(member) || ts.isGetAccessor(member)) && !isStatic(member),
  );
  const parameters = node.members.filter(ts.isConstructorDeclaration).flatMap((it) => [...it.parameters]);
  const declared = [...properties, ...parameters.filter(isPublicProperty)].map((each) =>
    ts.isClassElement(each) ? documented(each, node, interfaces) : each,
  );
  const rows = declared.map((each) => row(each, names, false));
  return [
    `### ${name}`,
    docOf(node).text,
    ...makers,
    ...(rows.length === 0 ? [] : [["| Property | Type | Meaning |", "|---|---|---|", ...rows].join("\n")]),
  ];
}

/** A property, or where it has no doc comment, the one of an interface that the class implements. */
function documented(
  property: ts.ClassElement,
  node: ts.ClassDeclaration,
  interfaces: readonly ts.InterfaceDeclaration[],
): ts.ClassElement | ts.PropertySignature {
  if (ts.getJSDocCommentsAndTags(property).length > 0) return property;
  const parents = node.heritageClauses?.flatMap((clause) => clause.types.map((type) => type.getText())) ?? [];
  const inherited = interfaces
    .filter((each) => parents.includes(nameOf(each)))
    .flatMap((each) => each.members.filter(ts.isPropertySignature))
    .find((each) => each.name.getText() === property.name?.getText());
  return inherited ?? property;
}

/** How an object of the class is made: its public constructor, or a factory. */
function maker(name: string, member: ts.ClassElement): readonly string[] {
  if (ts.isConstructorDeclaration(member)) {
    if (member.parameters.some(isPublicProperty)) return [];
    return [`\`\`\`ts\nnew ${name}(${parametersOf(member)})\n\`\`\``];
  }
  if (!ts.isMethodDeclaration(member)) return [];
  const method = member.name.getText();
  const owner = isStatic(member) ? `${name}.` : ".";
  const result = isStatic(member) ? "" : `: ${member.type?.getText() ?? "void"}`;
  if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Override) return [];
  return [`\`\`\`ts\n${owner}${method}(${parametersOf(member)})${result}\n\`\`\``, docOf(member).text];
}

function parametersOf(node: ts.SignatureDeclarationBase): string {
  return node.parameters
    .map((each) => {
      const optional = each.initializer !== undefined || each.questionToken !== undefined;
      return `${each.name.getText()}${optional ? "?" : ""}: ${each.type?.getText() ?? ""}`;
    })
    .join(", ");
}

function interfaceSection(node: ts.InterfaceDeclaration, names: ReadonlySet<string>): readonly string[] {
  const parents = node.heritageClauses?.flatMap((clause) => clause.types.map((type) => type.getText())) ?? [];
  const own = parents.filter((parent) => names.has(parent));
  const rows = node.members.filter(ts.isPropertySignature).map((each) => row(each, names, true));
  const methods = node.members.filter(ts.isMethodSignature).flatMap(methodSection);
  const head = ["| Prop | Type | Default | Meaning |", "|---|---|---|---|"];
  return [
    `### ${nameOf(node)}`,
    docOf(node).text,
    ...(own.length === 0 ? [] : [`Beside the props of ${own.map(link).join(" and ")}:`]),
    ...methods,
    ...(rows.length === 0 ? [] : [[...head, ...rows].join("\n")]),
  ];
}

function methodSection(node: ts.MethodSignature): readonly string[] {
  const result = node.type?.getText() ?? "void";
  return [`\`\`\`ts\n.${node.name.getText()}(${parametersOf(node)}): ${result}\n\`\`\``, docOf(node).text];
}

type Row = ts.ClassElement | ts.PropertySignature | ts.ParameterDeclaration;

function row(node: Row, names: ReadonlySet<string>, withDefault: boolean): string {
  const { text, default: value } = docOf(node);
  const optional = "questionToken" in node && node.questionToken !== undefined;
  const type = ("type" in node ? (node.type as ts.TypeNode | undefined) : undefined)?.getText() ?? "";
  const cells = [
    `\`${node.name?.getText() ?? ""}\``,
    typeCell(type, names),
    ...(withDefault ? [optional ? defaultCell(value) : "required"] : []),
    text.replaceAll("\n", " "),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function typeCell(type: string, names: ReadonlySet<string>): string {
  return names.has(type) ? link(type) : `\`${type}\``;
}

function defaultCell(value: string | undefined): string {
  if (value === undefined) return "–";
  return /^("[^"]*"|true|false|\d+)$/.test(value) ? `\`${value}\`` : value;
}

function link(name: string): string {
  return `[\`${name}\`](#${name.toLowerCase()})`;
}

function isStatic(node: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;
}

function isPublic(node: ts.Declaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(node) & hidden) === 0;
}

function isPublicProperty(node: ts.ParameterDeclaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly) !== 0 && isPublic(node);
}

function isInternal(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some((tag) => tag.tagName.text === "internal");
}
