import type { Argument, Command, Option } from "commander";

/** What may stand for a value. */
export type Completion =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "files" }
  | { readonly kind: "directories" }
  | { readonly kind: "anything" };

/** An option of a command. */
export interface OptionNode {
  /** `-V` and `--version`, or one of them. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Its value, or null for one that takes none. */
  readonly value: Completion | null;
}

/** A command with all that can follow it. */
export interface CommandNode {
  readonly name: string;
  /** The names that lead to it, without the program's own: `[]` for the program, `["controller", "run"]`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly OptionNode[];
  readonly arguments: readonly { readonly value: Completion; readonly isVariadic: boolean }[];
  readonly commands: readonly CommandNode[];
}

/** What placeholders of values stand for: `--seed <file>`, `[directory]`. All others are words of one's own. */
const PLACEHOLDERS: ReadonlyMap<string, Completion> = new Map([
  ["file", { kind: "files" }],
  ["file or folder", { kind: "files" }],
  ["plan", { kind: "files" }],
  ["state", { kind: "files" }],
  ["folder", { kind: "directories" }],
  ["directory", { kind: "directories" }],
]);

/** What commander knows of a command line, and a shell needs to complete it. */
export function commandTree(command: Command, path: readonly string[] = []): CommandNode {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).map((each) => commandTree(each, [...path, each.name()]));
  return {
    name: command.name(),
    path,
    description: command.description(),
    options: help.visibleOptions(command).map(optionNode),
    arguments: command.registeredArguments.map((argument) => ({
      value: completionOf(argument.argChoices, argument.name()),
      isVariadic: argument.variadic,
    })),
    commands: commands.map((node) => (node.name === "help" ? helpNode(node, commands) : node)),
  };
}

/** `help` takes the name of a command. */
function helpNode(node: CommandNode, commands: readonly CommandNode[]): CommandNode {
  const words = commands.map(({ name }) => name).filter((name) => name !== node.name);
  return { ...node, arguments: [{ value: { kind: "words", words }, isVariadic: false }] };
}

function optionNode(option: Option): OptionNode {
  const { short, long, description, argChoices } = option;
  const takesValue = option.required || option.optional;
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    value: takesValue ? completionOf(argChoices, placeholderOf(option.flags)) : null,
  };
}

/** `--seed <file>` → `file` */
function placeholderOf(flags: string): string {
  return /[<[]([^>\].]+)/.exec(flags)?.[1] ?? "";
}

function completionOf(choices: Argument["argChoices"], placeholder: string): Completion {
  if (choices !== undefined) return { kind: "words", words: choices };
  return PLACEHOLDERS.get(placeholder) ?? { kind: "anything" };
}

/** The tree's commands, each before those below it. */
export function everyCommand(root: CommandNode): readonly CommandNode[] {
  return [root, ...root.commands.flatMap(everyCommand)];
}
