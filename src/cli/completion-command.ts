import { Argument, Command } from "commander";
import type { CliIo } from "./cli-io";

const SHELLS = ["bash", "zsh", "fish"] as const;

type Shell = (typeof SHELLS)[number];

const examples = `
Examples:
  source <(entrascim completion bash)     in this shell; in ~/.bashrc, in every shell
  entrascim completion zsh > "\${fpath[1]}/_entrascim"
                                          in every new shell that runs compinit
  entrascim completion fish > ~/.config/fish/completions/entrascim.fish`;

/** `entrascim completion`: prints the script that completes commands and options in a shell. Writes no file itself. */
export function completionCommand(io: CliIo): Command {
  return new Command("completion")
    .description("Print a script that completes commands and options in a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText("after", examples)
    .action(async (shell: Shell, _: unknown, command: Command) => {
      io.stdout.write(await scriptFor(shell, command.parent ?? command));
    });
}

async function scriptFor(shell: Shell, program: Command): Promise<string> {
  const { commandTree } = await import("./completion/command-tree");
  const tree = commandTree(program);
  switch (shell) {
    case "bash":
      return (await import("./completion/bash-script")).bashScript(tree);
    case "zsh":
      return (await import("./completion/zsh-script")).zshScript(tree);
    case "fish":
      return (await import("./completion/fish-script")).fishScript(tree);
  }
}
