import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Environment } from "../../src/core/environment";

/** Shells that completion is for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** One of them. */
export type Shell = (typeof shells)[number];

/** Whether a shell is installed. */
export function isInstalled(shell: Shell): boolean {
  try {
    execFileSync(shell, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Each gives a script for its shell, which prints what the shell would offer after `line`, one a line. */
const drivers: Readonly<Record<Shell, (script: string, line: string) => string>> = {
  bash: (script, line) => `
    source ${script}
    COMP_WORDS=(${line.replaceAll("=", " = ")}${/[ =]$/.test(line) ? ' ""' : ""})
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    "$(complete -p entrascim | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
    printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: (script, line) => `
    source ${script}
    complete -C "${line}"`,
  // A shell in a terminal of its own, in which compadd also writes down what it is given.
  zsh: (script, line) => `
    zmodload zsh/zpty
    cat > $HOME/.zshrc <<'RC'
PS1='' PS2=''
autoload -U compinit; compinit -u -D
source ${script}
compadd() {
  local -a hits
  [[ " $* " == *" -"[OAD]" "* ]] || { builtin compadd -A hits "$@"; print -rl -- $hits >> $HOME/hits; }
  builtin compadd "$@"
}
complete-and-tell() { zle complete-word; print -r -- DONE; }
zle -N complete-and-tell
bindkey '^I' complete-and-tell
zle-line-init() { print -r -- READY; }
zle -N zle-line-init
RC
    zpty inner zsh -i
    zpty -r -m inner out "*READY*"
    zpty -w -n inner ${JSON.stringify(line).replaceAll("$", "\\$")}$'\\t'
    zpty -r -m inner out "*DONE*"
    zpty -d inner
    [[ ! -e $HOME/hits ]] || cat $HOME/hits`,
};

/** What the shell offers when somebody presses Tab after `line`, sorted, in `directory`. */
export async function completions(
  shell: Shell,
  script: string,
  line: string,
  directory: string,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "entrascim-completion-"));
  try {
    const file = join(folder, "_entrascim");
    writeFileSync(file, script);
    const env: Environment = { PATH: process.env.PATH, HOME: folder, XDG_CONFIG_HOME: folder, TERM: "dumb" };
    const { stdout } = await promisify(execFile)(shell, [...options[shell], drivers[shell](file, line)], {
      cwd: directory,
      env,
      timeout: 20_000,
    });
    // fish puts a slash behind folders, and then a description; zsh quotes spaces
    const offered = stdout
      .split("\n")
      .map((each) => each.replace(/\t.*/, "").replace(/\/$/, "").replaceAll("\\ ", " "));
    return [...new Set(offered.filter((each) => each !== ""))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const options: Readonly<Record<Shell, readonly string[]>> = {
  bash: ["--norc", "--noprofile", "-c"],
  fish: ["--no-config", "-c"],
  zsh: ["-f", "-c"],
};
