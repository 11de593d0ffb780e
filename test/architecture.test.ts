import { existsSync } from "node:fs";
import * as ts from "typescript";
import { exportedSymbols } from "./architecture/exported-symbols";
import { importCycles } from "./architecture/import-cycles";
import { forbiddenImports } from "./architecture/layers";
import { place, readSources, type SourceFile, visit } from "./architecture/source-file";

/*
 * The rules that keep the house in order. Each failure is a list of places, empty when all is well.
 */

/** Tests, and what only tests use. */
const isTest = ({ path }: { readonly path: string }) => /\.test(-support)?\.ts$|\/testing\//.test(path);
const isMain = ({ path }: SourceFile) => path === "src/provider/main.ts" || path === "src/cli/main.ts";

const src = readSources("src");
const constructs = readSources("constructs");
const written = [...src, ...constructs];
const shipped = written.filter((file) => !isTest(file));
const everything = [
  ...written,
  ...readSources("test"),
  ...readSources("scripts"),
  ...readSources("examples"),
];

/** Places of all nodes that `offends` says yes to. */
function offences(files: readonly SourceFile[], offends: (node: ts.Node) => boolean): readonly string[] {
  const found: string[] = [];
  for (const file of files)
    visit(file.syntax, (node) => void (offends(node) && found.push(place(file, node))));
  return found;
}

const textOf = (node: ts.Node) => (ts.isIdentifier(node) ? node.text : "");

describe("imports", () => {
  it("follow the table", () => {
    expect(forbiddenImports(shipped)).toEqual([]);
  });

  it("name files that exist", () => {
    const missing = everything.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        target === undefined || existsSync(target) || existsSync(target.replace(/\.ts$/, ".d.ts"))
          ? []
          : [`${path} imports ${target}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it("make no cycle of values", () => {
    expect(importCycles(shipped)).toEqual([]);
  });

  it("bring the command line no library but its own before a command runs", () => {
    const byPath = new Map(src.map((file) => [file.path, file]));
    const loaded = new Set(["src/cli/main.ts"]);
    const libraries = new Set<string>();
    for (const path of loaded) {
      for (const { specifier, target, typeOnly, dynamic } of byPath.get(path)?.imports ?? []) {
        if (typeOnly || dynamic) continue;
        if (target !== undefined) loaded.add(target);
        else if (!specifier.startsWith("node:")) libraries.add(specifier);
      }
    }
    expect([...libraries].sort()).toEqual(["commander", "picocolors"]);
    expect([...loaded].filter((path) => /^src\/(clients|emulator|provider)\//.test(path))).toEqual([]);
  });

  it("go from what is shipped to nothing that is for tests", () => {
    const wrong = shipped.flatMap(({ path, imports }) =>
      imports.flatMap(({ target = "" }) => (isTest({ path: target }) ? [`${path} imports ${target}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  it("go to no script, and from src to no test", () => {
    const wrong = everything.flatMap(({ path, imports }) =>
      imports.flatMap(({ target = "" }) =>
        (target.startsWith("scripts/") && !path.startsWith("scripts/")) ||
        (target.startsWith("test/") && /^(src|constructs|examples)\//.test(path))
          ? [`${path} imports ${target}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("files", () => {
  it("in src are no barrels", () => {
    const barrels = src.filter(
      ({ path, syntax }) =>
        path.endsWith("/index.ts") ||
        (syntax.statements.length > 0 && syntax.statements.every((one) => ts.isExportDeclaration(one))),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it("have at most 400 lines", () => {
    const long = everything.filter(({ lines }) => lines > 400);
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it("are named in kebab-case", () => {
    const named = everything.filter(({ path }) => !/\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*\.ts$/.test(path));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  // A schema is one declaration, however long.
  it("have functions of at most 80 lines", () => {
    const functions = shipped.filter(({ path }) => !path.endsWith(".schema.ts"));
    const long = functions.flatMap((file) => {
      const found: string[] = [];
      visit(file.syntax, (node) => {
        if (!ts.isFunctionLike(node)) return;
        const lineOf = (position: number) => file.syntax.getLineAndCharacterOfPosition(position).line;
        const lines = lineOf(node.getEnd()) - lineOf(node.getStart(file.syntax)) + 1;
        if (lines > 80) found.push(`${place(file, node)}: ${lines} lines`);
      });
      return found;
    });
    expect(long).toEqual([]);
  });
});

describe("code", () => {
  it("has no any", () => {
    expect(offences(everything, ({ kind }) => kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  it("has no default exports", () => {
    const isDefault = (node: ts.Node) =>
      ts.isExportAssignment(node) ||
      (ts.canHaveModifiers(node) &&
        (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
    expect(offences(shipped, isDefault)).toEqual([]);
  });

  it("silences neither the compiler nor, without a reason, the linter", () => {
    const silenced = everything.flatMap(({ path, syntax }) =>
      commentsOf(syntax)
        .filter((text) =>
          /@ts-(ignore|nocheck|expect-error)|biome-ignore(?!(-all)? lint\/[\w/]+: \w)/.test(text),
        )
        .map((text) => `${path}: ${text}`),
    );
    expect(silenced).toEqual([]);
  });

  it("touches argv, environment, exit and standard streams in the two main.ts alone", () => {
    const reserved = ["argv", "env", "exit", "exitCode", "stdin", "stdout", "stderr", "abort", "kill"];
    const isReserved = (node: ts.Node) =>
      (ts.isPropertyAccessExpression(node) &&
        textOf(node.expression) === "process" &&
        reserved.includes(node.name.text)) ||
      // `import { env } from "node:process"`
      (ts.isStringLiteral(node) &&
        /^(node:)?process$/.test(node.text) &&
        ts.isImportDeclaration(node.parent)) ||
      // `const { env } = process`
      (ts.isVariableDeclaration(node) &&
        ts.isObjectBindingPattern(node.name) &&
        node.initializer !== undefined &&
        textOf(node.initializer) === "process");
    expect(
      offences(
        shipped.filter((file) => !isMain(file)),
        isReserved,
      ),
    ).toEqual([]);
  });

  it("does not use console", () => {
    expect(offences(shipped, (node) => textOf(node) === "console")).toEqual([]);
  });
});

describe("the house", () => {
  it("documents at least 80 % of what it exports", () => {
    const symbols = shipped.flatMap(exportedSymbols);
    const bare = symbols.filter(({ documented }) => !documented);
    expectShare(
      bare.map(({ place, name }) => `${place}: ${name}`),
      symbols.length,
      0.8,
    );
  });

  it("has a test beside at least 65 % of the files that do something", () => {
    const paths = new Set(written.map(({ path }) => path));
    const doing = shipped.filter((file) => !isMain(file) && hasCode(file));
    const bare = doing.filter(({ path }) => !paths.has(path.replace(/\.ts$/, ".test.ts")));
    expectShare(
      bare.map(({ path }) => path),
      doing.length,
      0.65,
    );
  });
});

/** Fails with the list of exceptions when they are so many that the others are less than `share` of all. */
function expectShare(exceptions: readonly string[], all: number, share: number): void {
  const reached = 1 - exceptions.length / all;
  if (reached >= share) return;
  throw new Error(
    [`${(reached * 100).toFixed(1)} % instead of ${share * 100} %; these are missing:`, ...exceptions].join(
      "\n  ",
    ),
  );
}

function commentsOf(syntax: ts.SourceFile): readonly string[] {
  const found = new Map<number, string>();
  visit(syntax, (node) => {
    for (const { pos, end } of ts.getLeadingCommentRanges(syntax.text, node.getFullStart()) ?? []) {
      found.set(pos, syntax.text.slice(pos, end));
    }
  });
  return [...found.values()];
}

/** False for files of types and declarations alone: there is nothing in them that a test could run. */
function hasCode({ syntax }: SourceFile): boolean {
  let runs = false;
  visit(syntax, (node) => {
    runs ||= ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
  });
  return runs;
}
