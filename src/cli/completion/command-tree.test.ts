import { Argument, Command, Option } from "commander";
import { commandTree, everyCommand } from "./command-tree";

const program = () =>
  new Command("tool")
    .version("1.0.0", "-V, --version", "print the version")
    .helpCommand("help [command]", "print help")
    .addCommand(
      new Command("do")
        .description("Does it.")
        .addArgument(new Argument("<what>", "").choices(["a", "b"]))
        .argument("[plan]", "")
        .argument("[rest...]", "")
        .option("--in <file>", "reads")
        .option("--out [folder]", "writes")
        .option("-n, --name <name>", "names")
        .option("--files <file...>", "many")
        .option("--fast", "flag")
        .addOption(new Option("--secret").hideHelp())
        .addOption(new Option("--as <format>", "form").choices(["x", "y"])),
    )
    .addCommand(new Command("hidden"), { hidden: true })
    .addCommand(new Command("a").addCommand(new Command("b")));

describe("commandTree", () => {
  const tree = commandTree(program());

  it("has commands that help shows, with their paths", () => {
    expect(everyCommand(tree).map(({ path }) => path.join(" "))).toEqual([
      "",
      "do",
      "a",
      "a b",
      "a help",
      "help",
    ]);
  });

  it("tells what an option's value may be", () => {
    const options = tree.commands[0]?.options.map(({ flags, value }) => [flags.join(), value?.kind ?? null]);
    expect(options).toEqual([
      ["--in", "files"],
      ["--out", "directories"],
      ["-n,--name", "anything"],
      ["--files", "files"],
      ["--fast", null],
      ["--as", "words"],
      ["-h,--help", null],
    ]);
  });

  it("tells what arguments may be", () => {
    expect(tree.commands[0]?.arguments).toEqual([
      { value: { kind: "words", words: ["a", "b"] }, isVariadic: false },
      { value: { kind: "files" }, isVariadic: false },
      { value: { kind: "anything" }, isVariadic: true },
    ]);
  });

  it("lets help take the names of commands", () => {
    expect(tree.commands.at(-1)?.arguments[0]?.value).toEqual({ kind: "words", words: ["do", "a"] });
  });
});
