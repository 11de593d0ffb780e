import { shellQuoted } from "../text/shell-quoted";
import { type CommandNode, type Completion, everyCommand } from "./command-tree";

/**
 * Completion for bash 3.2 and later (macOS's too), without the package bash-completion. It is all in the script:
 * nothing is started while somebody types.
 */
export function bashScript(root: CommandNode): string {
  const { name } = root;
  return `# bash completion for ${name}, written by \`${name} completion bash\`.

_${name}() {
  local IFS=$' \\t\\n' cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} word path='' option='' given=0 i
  COMPREPLY=()
  # bash takes "=" for a word of its own: --option = value
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == '=' ]]; then
      continue
    elif [[ -n $option ]]; then
      option=''
    else
      case "$path|$word" in
${everyCommand(root).flatMap(optionsWithValues).join("\n")}
${everyCommand(root).flatMap(stepsDown).join("\n")}
        *'|'-*) ;;
        *) given=$((given + 1)) ;;
      esac
    fi
  done
  if [[ -n $option ]]; then
    case "$path|$prev" in
${everyCommand(root)
  .flatMap((node) => values(node, name))
  .join("\n")}
    esac
    return 0
  fi
  case "$path" in
${everyCommand(root)
  .map((node) => followers(node, name))
  .join("\n")}
  esac
}

_${name}_words() {
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_${name}_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$cur"))
}

complete -F _${name} ${name}
`;
}

function keyOf(node: CommandNode): string {
  return node.path.join(" ");
}

/** After one of these, the next word is a value. */
function optionsWithValues(node: CommandNode): readonly string[] {
  const flags = node.options.flatMap((option) => (option.value === null ? [] : option.flags));
  if (flags.length === 0) return [];
  return [
    `        ${flags.map((flag) => shellQuoted(`${keyOf(node)}|${flag}`)).join(" | ")}) option=$word ;;`,
  ];
}

function stepsDown(node: CommandNode): readonly string[] {
  return node.commands.map(
    (child) =>
      `        ${shellQuoted(`${keyOf(node)}|${child.name}`)}) path=${shellQuoted(keyOf(child))} given=0 ;;`,
  );
}

function values(node: CommandNode, program: string): readonly string[] {
  return node.options.flatMap(({ flags, value }) => {
    const action = value === null ? null : actionOf(value, program);
    if (action === null) return [];
    return [`      ${flags.map((flag) => shellQuoted(`${keyOf(node)}|${flag}`)).join(" | ")}) ${action} ;;`];
  });
}

/** Options where a dash begins the word, else commands and what its arguments may be. */
function followers(node: CommandNode, program: string): string {
  const { options, commands } = node;
  const flags = options.flatMap((option) => option.flags).join(" ");
  const lines = [
    `    ${shellQuoted(keyOf(node))})`,
    "      if [[ $cur == -* ]]; then",
    `        _${program}_words ${shellQuoted(flags)}`,
  ];
  if (commands.length > 0) {
    lines.push(
      "      else",
      `        _${program}_words ${shellQuoted(commands.map(({ name }) => name).join(" "))}`,
    );
  } else {
    lines.push(...positions(node, program));
  }
  return [...lines, "      fi", "      ;;"].join("\n");
}

function positions(node: CommandNode, program: string): readonly string[] {
  return node.arguments.flatMap(({ value, isVariadic }, index) => {
    const action = actionOf(value, program);
    if (action === null) return [];
    return [`      elif ((given ${isVariadic ? ">=" : "=="} ${index})); then`, `        ${action}`];
  });
}

function actionOf(value: Completion, program: string): string | null {
  const prefix = `_${program}`;
  switch (value.kind) {
    case "words":
      return `${prefix}_words ${shellQuoted(value.words.join(" "))}`;
    case "files":
      return `${prefix}_paths -f`;
    case "directories":
      return `${prefix}_paths -d`;
    case "anything":
      return null;
  }
}
