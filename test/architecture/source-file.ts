import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import * as ts from "typescript";

/** One import or re-export of a file. */
export interface Import {
  /** As written: `../core/secret`, `zod`. */
  readonly specifier: string;
  /** Path of the file it means, when that is one of ours: `src/core/secret.ts`. */
  readonly target: string | undefined;
  /** True when nothing of it is left after compilation. */
  readonly typeOnly: boolean;
  /** True for `import()`: it runs later, so it makes no cycle. */
  readonly dynamic: boolean;
}

/** A source file of ours with what the rules look at. */
export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly syntax: ts.SourceFile;
}

const root = join(__dirname, "..", "..");

/** Every TypeScript file below a folder, sorted; generated code and build output are left out. */
export function readSources(folder: string): readonly SourceFile[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !/\/(gen|cdktf\.out|node_modules)\//.test(path));
  return paths.sort().map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return { path, lines: text.split("\n").length - 1, imports: importsOf(syntax), syntax };
}

/** The imports of a parsed file, in every form that TypeScript has. */
export function importsOf(syntax: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, dynamic = false) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({
      specifier: specifier.text,
      target: targetOf(syntax.fileName, specifier.text),
      typeOnly,
      dynamic,
    });
  };
  visit(syntax, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isExternalModuleReference(node)) add(node.expression, false);
    if (ts.isCallExpression(node) && isLoad(node)) add(node.arguments[0], false, true);
  });
  return found;
}

function isLoad({ expression }: ts.CallExpression): boolean {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(expression) && expression.text === "require";
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const path = relative(root, join(root, dirname(from), specifier)).replaceAll("\\", "/");
  return /\.(ts|json)$/.test(path) ? path : `${path}.ts`;
}

/** Calls `see` for a node and all below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** `src/core/secret.ts:12`, for messages that an editor can follow. */
export function place(file: SourceFile, node: ts.Node): string {
  const { line } = file.syntax.getLineAndCharacterOfPosition(node.getStart(file.syntax));
  return `${file.path}:${line + 1}`;
}
