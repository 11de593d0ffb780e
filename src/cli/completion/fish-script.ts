import { type CommandNode, type Completion, everyCommand, type OptionNode } from "./command-tree";

/**
 * Completion for fish: a file `NAME.fish` in `~/.config/fish/completions`, or sourced. It is all in the script: nothing
 * is started while somebody types.
 */
export function fishScript(root: CommandNode): string {
  return `# fish completion for ${root.name}, written by \`${root.name} completion fish\`.

complete -c ${root.name} -f
${everyCommand(root)
  .flatMap((node) => linesOf(node, root.name))
  .join("\n")}
`;
}

function linesOf(node: CommandNode, program: string): readonly string[] {
  const start = `complete -c ${program} -n ${quoted(conditionOf(node))}`;
  return [
    ...node.commands.map((child) => `${start} -a ${child.name} -d ${quoted(child.description)}`),
    ...node.options.map((option) => `${start} ${optionOf(option)}`),
    ...node.arguments.flatMap(({ value, isVariadic }) => {
      const suggested = suggestions(value);
      if (suggested === null) return [];
      const given = value.kind === "words" && !isVariadic ? value.words : [];
      return [`complete -c ${program} -n ${quoted(conditionOf(node, given))} ${suggested}`];
    }),
  ];
}

/** True where this command has been typed, and none below it, nor one of these words. */
function conditionOf({ path, commands }: CommandNode, words: readonly string[] = []): string {
  const none = [...commands.map(({ name }) => name), ...words].join(" ");
  return [
    ...path.map((name) => `__fish_seen_subcommand_from ${name}`),
    ...(none === "" ? [] : [`not __fish_seen_subcommand_from ${none}`]),
  ].join("; and ");
}

function optionOf({ flags, description, value }: OptionNode): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const takes =
    value === null ? [] : ["-r", ...(suggestions(value) === null ? ["-f"] : [suggestions(value)])];
  return [...names, ...takes, `-d ${quoted(description)}`].join(" ");
}

function suggestions(value: Completion): string | null {
  switch (value.kind) {
    case "words":
      return `-f -a ${quoted(value.words.join(" "))}`;
    case "files":
      return "-F";
    case "directories":
      return "-f -a '(__fish_complete_directories)'";
    case "anything":
      return null;
  }
}

/** Single quotes of fish know two escapes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
