import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { replaceDirectory } from "./replace-directory";

/**
 * Compiles the constructs to CommonJS with declarations. Types are checked by the type-check of the whole project,
 * not here once more. Throws with the compiler's messages when it cannot emit.
 */
export async function buildConstructs(source: string, directory: string): Promise<void> {
  await replaceDirectory(directory, async (fresh) => compile(source, fresh));
}

function compile(source: string, directory: string): void {
  const config = ts.getParsedCommandLineOfConfigFile(
    "tsconfig.json",
    { noEmit: false, noCheck: true, declaration: true, rootDir: source, outDir: directory },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: report },
  );
  if (config === undefined) throw new Error("tsconfig.json could not be read");
  const files = config.fileNames.filter((file) => file.startsWith(`${join(process.cwd(), source)}/`));
  const program = ts.createProgram(
    files.filter((file) => !/\.test(-support)?\.ts$|\/testing\//.test(file)),
    config.options,
  );
  const { diagnostics } = program.emit();
  for (const diagnostic of diagnostics) report(diagnostic);
  if (readdirSync(directory).length === 0) throw new Error(`nothing was compiled from ${source}`);
}

function report(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}
