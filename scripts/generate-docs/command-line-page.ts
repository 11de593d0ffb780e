import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import * as ts from "typescript";
import type { CliIo } from "../../src/cli/cli-io";
import type { Installation } from "../../src/cli/installation";
import { docOf, parse } from "./doc-comments";

const NO_IO: CliIo = {
  stdin: (async function* () {})(),
  stdout: { isTTY: false, write: () => {} },
  stderr: { isTTY: false, write: () => {} },
  env: {},
  signal: new AbortController().signal,
};
const NO_INSTALLATION: Installation = {
  version: "",
  providerDirectory: "",
  home: "",
  platform: "linux",
  arch: "x64",
};

/** `docs/cli.md`: the help of every command in `directory` (`*-command.ts`), and the table of exit codes. */
export async function commandLinePage(directory: string): Promise<string> {
  const commands = await loadCommands(directory);
  return `${[
    "# The entrascim command",
    "In a checkout, `npm run build` makes the command and `npx entrascim` runs it. Results go to standard output;\nprogress and errors go to standard error. With `--json`, standard output is JSON and nothing else.",
    ...commands.flatMap((command) => [
      `## entrascim ${command.name()}`,
      `\`\`\`text\n${helpOf(command)}\n\`\`\``,
    ]),
    "## Exit codes",
    "The codes are part of the interface: none is given another meaning.",
    exitCodeTable(join(directory, "exit-codes.ts")),
  ].join("\n\n")}\n`;
}

type MakeCommand = (io: CliIo, installation: Installation) => Command;

async function loadCommands(directory: string): Promise<readonly Command[]> {
  const files = readdirSync(directory).filter((name) => name.endsWith("-command.ts"));
  const commands: Command[] = [];
  for (const file of files.sort()) {
    const exported = (await import(join(directory, file))) as Readonly<Record<string, unknown>>;
    const make = Object.entries(exported).find(([name]) => name.endsWith("Command"))?.[1];
    if (typeof make !== "function") throw new Error(`${file} exports no function …Command`);
    commands.push((make as MakeCommand)(NO_IO, NO_INSTALLATION));
  }
  return commands;
}

/** What `--help` prints, as wide as a page. */
function helpOf(command: Command): string {
  let help = "";
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return help.trim().replace(/^Usage: /, "Usage: entrascim ");
}

function exitCodeTable(file: string): string {
  const rows: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isNumericLiteral(node.initializer)) {
      rows.push(`| ${node.initializer.text} | ${docOf(node).text} |`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return ["| Code | Meaning |", "|---|---|", ...rows].join("\n");
}
