import * as ts from "typescript";
import { place, type SourceFile } from "./source-file";

/** An exported declaration, and whether a doc comment stands before it. */
export interface ExportedSymbol {
  readonly place: string;
  readonly name: string;
  readonly documented: boolean;
}

/** Every symbol that a file declares and exports. */
export function exportedSymbols(file: SourceFile): readonly ExportedSymbol[] {
  return file.syntax.statements.filter(isExported).flatMap((statement) => {
    const documented = ts.getJSDocCommentsAndTags(statement).length > 0;
    return namesOf(statement).map((name) => ({ place: place(file, statement), name, documented }));
  });
}

function isExported(node: ts.Statement): boolean {
  return (ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []).some(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
  );
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  // Overloads are one symbol: only the body counts.
  if (ts.isFunctionDeclaration(statement) && statement.body === undefined) return [];
  const { name } = statement as ts.DeclarationStatement;
  return name === undefined ? [] : [name.getText()];
}
