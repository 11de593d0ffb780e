import { shellQuoted } from "../text/shell-quoted";
import { type CommandNode, type Completion, everyCommand, type OptionNode } from "./command-tree";

/**
 * Completion for zsh: a file `_NAME` in a folder of `fpath`, or sourced after `compinit`. It is all in the script:
 * nothing is started while somebody types.
 */
export function zshScript(root: CommandNode): string {
  const { name } = root;
  return `#compdef ${name}
# zsh completion for ${name}, written by \`${name} completion zsh\`.

${everyCommand(root)
  .map((node) => (node.commands.length > 0 ? group(node, name) : leaf(node, name)))
  .join("\n\n")}

if [[ "\${funcstack[1]}" == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

/** `_NAME` for the program, `_NAME_a_b` for a command below it. */
function functionOf({ path }: CommandNode, program: string): string {
  return ["", program, ...path.map((word) => word.replaceAll("-", "_"))].join("_");
}

function leaf(node: CommandNode, program: string): string {
  const positions = node.arguments.map(({ value, isVariadic }) =>
    shellQuoted(`${isVariadic ? "*" : ""}:${value.kind === "anything" ? " " : value.kind}:${action(value)}`),
  );
  return `${functionOf(node, program)}() {
  _arguments -s${[...node.options.map(optionSpec), ...positions].map((spec) => ` \\\n    ${spec}`).join("")}
}`;
}

function group(node: CommandNode, program: string): string {
  return `${functionOf(node, program)}() {
  local context state state_descr line
  local -A opt_args
  _arguments -s -C${node.options.map((option) => ` \\\n    ${optionSpec(option)}`).join("")} \\
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${node.commands.map((child) => `        ${shellQuoted(`${child.name}:${child.description}`)}`).join("\n")}
      )
      _describe -t commands command commands
      ;;
    rest)
      case $line[1] in
${node.commands.map((child) => `        ${child.name}) ${functionOf(child, program)} ;;`).join("\n")}
      esac
      ;;
  esac
}`;
}

/** As `_arguments` takes it: what excludes it, its names, its description, and its value. */
function optionSpec({ flags, description, value }: OptionNode): string {
  const text = `[${escaped(description)}]${value === null ? "" : `:${value.kind === "anything" ? " " : value.kind}:${action(value)}`}`;
  const names = flags.map((flag) => (value !== null && flag.startsWith("--") ? `${flag}=` : flag));
  const [only, ...others] = names;
  if (others.length === 0) return shellQuoted(`${only}${text}`);
  return `${shellQuoted(`(${flags.join(" ")})`)}{${names.join(",")}}${shellQuoted(text)}`;
}

function action(value: Completion): string {
  switch (value.kind) {
    case "words":
      return `(${value.words.join(" ")})`;
    case "files":
      return "_files";
    case "directories":
      return "_files -/";
    case "anything":
      return " ";
  }
}

function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, "\\$&");
}
