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

const HABITS = [
  "In a checkout, `npm run build` makes the command and `npx entrascim` runs it. After `npm pack`,\n`npm install --global ./entrascim-*.tgz` puts it on the `PATH`. `entrascim help COMMAND` and\n`entrascim COMMAND --help` print what stands below.",
  [
    "- Results go to standard output; progress and errors go to standard error. With `--json`, standard output is JSON and\n  nothing else.",
    "- Colours are for terminals alone, and not for those where `NO_COLOR` is set or `TERM` is `dumb`.",
    "- An error is a summary, an empty line, and a detail that says what happened, where, and what to do, as the\n  provider's are. No command prints a token or a credential, but the emulator its own.",
    "- On a terminal, sentences are broken at its width and tables cut to it. Piped, nothing is broken or cut.",
    "- Commands and options complete with Tab where `entrascim` is on the `PATH`: `entrascim completion`.",
  ].join("\n"),
];

/** `docs/cli.md`: the help of every command in `directory` (`*-command.ts`), and the table of exit codes. */
export async function commandLinePage(directory: string): Promise<string> {
  const commands = await loadCommands(directory);
  return `${[
    "# The entrascim command",
    ...HABITS,
    commandTable(commands),
    ...commands.flatMap((command) => [
      `## entrascim ${command.name()}`,
      `\`\`\`text\n${helpOf(command)}\n\`\`\``,
    ]),
    "## Exit codes",
    "The codes are part of the interface: none is given another meaning.",
    exitCodeTable(join(directory, "exit-codes.ts")),
  ].join("\n\n")}\n`;
}

function commandTable(commands: readonly Command[]): string {
  const rows = commands.map(
    (command) => `| [${command.name()}](#entrascim-${command.name()}) | ${command.description()} |`,
  );
  return ["| Command | What it does |", "|---|---|", ...rows, "| [Exit codes](#exit-codes) | |"].join("\n");
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
  command.helpOption("-h, --help", "print help").configureOutput({
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
