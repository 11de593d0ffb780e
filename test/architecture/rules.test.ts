import * as ts from "typescript";
import { exportedSymbols } from "./exported-symbols";
import { importCycles } from "./import-cycles";
import { forbiddenImports } from "./layers";
import { importsOf, type SourceFile } from "./source-file";

function file(path: string, text: string): SourceFile {
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return { path, lines: 1, imports: importsOf(syntax), syntax };
}

describe("the import table", () => {
  it.each([
    ["src/core/x.ts", "../framework/schema"],
    ["src/framework/x.ts", "../protocol/serve"],
    ["src/protocol/x.ts", "../provider/main"],
    ["src/sync/x.ts", "../clients/clients"],
    ["src/clients/graph/x.ts", "../infisical/secret-source"],
    ["src/clients/infisical/x.ts", "../entra/aadsts"],
    ["src/clients/http/x.ts", "../graph/destination"],
    ["src/provider/x.ts", "../emulator/state"],
    ["src/provider/x.ts", "../protocol/serve"],
    ["src/provider/x.schema.ts", "../sync/model"],
    ["src/emulator/x.ts", "../clients/clients"],
    ["src/cli/main.ts", "../protocol/serve"],
    ["src/cli/x.ts", "../provider/configure"],
    ["constructs/x.ts", "../src/core/secret"],
    ["constructs/x.ts", "zod"],
    ["src/new-folder/x.ts", "../core/secret"],
  ])("does not let %s import %s", (path, specifier) => {
    expect(forbiddenImports([file(path, `import { x } from "${specifier}";`)])).toHaveLength(1);
  });

  it.each([
    ["src/provider/main.ts", "../protocol/serve"],
    ["src/provider/x.ts", "./resources/x.schema"],
    ["src/clients/connect.ts", "./graph/destination"],
    ["src/clients/graph/x.ts", "../http/transport"],
    ["src/cli/x.ts", "../provider/provider.schema"],
    ["src/core/version.ts", "../../package.json"],
    ["src/core/x.ts", "node:fs"],
    ["constructs/x.ts", "cdktf/lib/token"],
  ])("lets %s import %s", (path, specifier) => {
    expect(forbiddenImports([file(path, `import { x } from "${specifier}";`)])).toEqual([]);
  });

  it.each([
    'import type { x } from "../clients/clients";',
    'export { x } from "../clients/clients";',
    'type X = import("../clients/clients").X;',
    'const x = await import("../clients/clients");',
    'const x = require("../clients/clients");',
  ])("sees %s", (text) => {
    expect(forbiddenImports([file("src/sync/x.ts", text)])).not.toEqual([]);
  });
});

describe("importCycles", () => {
  const files = (a: string, b: string) => [file("src/a.ts", a), file("src/b.ts", b), file("src/c.ts", "")];

  it("finds a circle of values", () => {
    expect(importCycles(files('import { b } from "./b";', 'import { a } from "./a";'))).toHaveLength(1);
  });

  it.each([
    ["types", 'import type { b } from "./b";', 'import { a } from "./a";'],
    ["types among others", 'import { type b } from "./b";', 'import { a } from "./a";'],
    ["later loads", 'const b = import("./b");', 'import { a } from "./a";'],
    ["a line", 'import { b } from "./b";', 'import { c } from "./c";'],
  ])("takes %s for none", (_, a, b) => {
    expect(importCycles(files(a, b))).toEqual([]);
  });
});

describe("exportedSymbols", () => {
  it("tells which have a doc comment", () => {
    const text =
      "/** A. */\nexport const a = 1;\nexport function b() {}\n// C.\nexport type C = 1;\nconst d = 1;";
    const symbols = exportedSymbols(file("src/x.ts", text));
    expect(symbols.map(({ name, documented }) => [name, documented])).toEqual([
      ["a", true],
      ["b", false],
      ["C", false],
    ]);
  });
});
