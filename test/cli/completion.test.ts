import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { bashScript } from "../../src/cli/completion/bash-script";
import { commandTree } from "../../src/cli/completion/command-tree";
import { fishScript } from "../../src/cli/completion/fish-script";
import { zshScript } from "../../src/cli/completion/zsh-script";
import { completions, isInstalled, type Shell, shells } from "./complete-in-shell";
import { runEntrascim } from "./run-entrascim";

/** Tests that need a shell which is not there are shown as skipped, by this name. */
const inShell = (shell: Shell) => (isInstalled(shell) ? describe : describe.skip);
const titleOf = (shell: Shell) =>
  isInstalled(shell) ? `in ${shell}` : `in ${shell} (skipped: ${shell} is not installed here)`;

const cases: readonly [line: string, offered: readonly string[]][] = [
  ["entrascim compl", ["completion"]],
  ["entrascim nothing-like-it", []],
  ["entrascim install --", ["--dir", "--help", "--json"]],
  ["entrascim install --j", ["--json"]],
  ["entrascim completion ", ["bash", "fish", "zsh"]],
  ["entrascim completion z", ["zsh"]],
  ["entrascim completion bash ", []],
  ["entrascim report --format ", ["html", "json", "markdown", "text"]],
  ["entrascim report --format m", ["markdown"]],
  ["entrascim report --format json --on", ["--only"]],
  ["entrascim install --dir ", ["folder", "folder with a space"]],
  ["entrascim emulator --seed ", ["file.json", "folder", "folder with a space"]],
  ["entrascim emulator --seed f", ["file.json", "folder", "folder with a space"]],
  ["entrascim emulator --port ", []],
  // what follows an option is its value, whatever it is called
  ["entrascim install --dir report --j", ["--json"]],
  ["entrascim doctor ", ["folder", "folder with a space"]],
  ["entrascim help inst", ["install"]],
];

function nested(shell: Shell): string {
  const run = new Command("run")
    .description("Runs 'it': [now] $HOME `x`")
    .addOption(
      new Option("-s, --store <kind>", "where it's kept: [here] \\ there").choices(["file", "postgres"]),
    );
  const controller = new Command("controller").description("It's one of two").addCommand(run);
  const program = new Command("entrascim").helpCommand(false).addCommand(controller.helpCommand(false));
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commandTree(program));
}

describe("entrascim completion", () => {
  let directory: string;
  let commands: readonly string[];
  const scripts = new Map<Shell, string>();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "entrascim-completion-"));
    mkdirSync(join(directory, "folder"));
    mkdirSync(join(directory, "folder with a space"));
    writeFileSync(join(directory, "file.json"), "{}");
    for (const shell of shells) {
      const { code, stdout, stderr } = await runEntrascim(["completion", shell]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      scripts.set(shell, stdout);
    }
    const help = await runEntrascim(["--help"]);
    commands = [...help.stdout.matchAll(/^ {2}([a-z]+)(?= [[<])/gm)].map(([, name = ""]) => name).sort();
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it("refuses a shell that it does not know, with those that it does", async () => {
    const { code, stdout, stderr } = await runEntrascim(["completion", "tcsh"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("bash, zsh, fish");
  });

  for (const shell of shells) {
    inShell(shell)(titleOf(shell), () => {
      const offered = (line: string) => completions(shell, scripts.get(shell) ?? "", line, directory);

      it("offers every command", async () => {
        expect(commands.length).toBeGreaterThan(4);
        expect(await offered("entrascim ")).toEqual(commands);
      });

      it.each(cases)("after %j offers %j", async (line, expected) => {
        // zsh falls back to options where nothing else fits
        const wanted = (word: string) => !word.startsWith("-") || / -\S*$/.test(line);
        expect((await offered(line)).filter(wanted)).toEqual(expected);
      });

      it("knows commands below commands, and words with quotes in them", async () => {
        const below = (line: string) => completions(shell, nested(shell), line, directory);
        expect(await below("entrascim ")).toEqual(["controller"]);
        expect(await below("entrascim controller r")).toEqual(["run"]);
        expect(await below("entrascim controller run --s")).toEqual(["--store"]);
        expect(await below("entrascim controller run --store ")).toEqual(["file", "postgres"]);
      });

      it("completes a value behind an equals sign", async () => {
        const [only, ...others] = await offered("entrascim report --format=m");
        expect(only).toMatch(/^(--format=)?markdown$/);
        expect(others).toEqual([]);
      });
    });
  }
});
