import { Command, CommanderError } from "commander";
import { Problem } from "../core/problem";
import type { CliIo } from "./cli-io";
import { type ExitCode, exitCodeOf, exitCodes } from "./exit-codes";
import { NeedsAttention } from "./needs-attention";
import { colorsFor } from "./text/colors";
import { plainLines, plainText } from "./text/plain-text";
import { wrapped } from "./text/wrapped";

/** The whole command line: what it is called, and its commands. */
export interface Cli {
  readonly version: string;
  readonly commands: readonly Command[];
}

/** Runs the command that `args` (without `node` and the script) name. Never throws; gives the exit code. */
export async function runCli(cli: Cli, args: readonly string[], io: CliIo): Promise<ExitCode> {
  const program = new Command("entrascim")
    .description("Keeps the SCIM token of Microsoft Entra ID enterprise applications in sync with Infisical.")
    .version(cli.version, "-V, --version", "print the version")
    .helpCommand("help [command]", "print help for a command");
  for (const command of cli.commands) program.addCommand(command);
  withIo(program, program.name(), io);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCodes.ok;
  } catch (caught) {
    // commander has printed its message already; its own codes are 0 for help and version, else 1.
    if (caught instanceof CommanderError) return caught.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (caught instanceof NeedsAttention) return exitCodes.attention;
    return report(Problem.from(caught), io);
  }
}

/** `name` is all that somebody types to come to the command. */
function withIo(command: Command, name: string, io: CliIo): void {
  const colors = colorsFor(io.stderr, io.env);
  command
    .helpOption("-h, --help", "print help")
    .showHelpAfterError(`(see ${name} --help)`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error:/, colors.red("error:"))),
      getOutHasColors: () => colorsFor(io.stdout, io.env).isColorSupported,
      getErrHasColors: () => colors.isColorSupported,
    });
  for (const child of command.commands) withIo(child, `${name} ${child.name()}`, io);
}

function report(problem: Problem, io: CliIo): ExitCode {
  if (problem.code === "cancelled" && io.signal.aborted) {
    io.stderr.write("Interrupted.\n");
  } else {
    const { red } = colorsFor(io.stderr, io.env);
    // Both may quote names of others, and what Terraform said.
    const detail = plainLines(problem.detail)
      .split("\n")
      .flatMap((line) => wrapped(line, io.stderr, 0));
    io.stderr.write(`${red("error:")} ${plainText(problem.summary)}\n\n${detail.join("\n")}\n`);
  }
  return exitCodeOf(problem.code);
}
