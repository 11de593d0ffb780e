import { Command } from "commander";
import { Problem } from "../core/problem";
import type { CliIo } from "./cli-io";
import { NeedsAttention } from "./needs-attention";
import { runCli } from "./run-cli";
import { noInput, recorder } from "./testing/fake-io";

function run(
  args: readonly string[],
  act: () => unknown,
  options: { isTTY?: boolean; env?: CliIo["env"]; interrupted?: boolean } = {},
) {
  const stdout = recorder(options.isTTY);
  const stderr = recorder(options.isTTY);
  const signal = options.interrupted ? AbortSignal.abort() : new AbortController().signal;
  const io = { stdin: noInput(), stdout, stderr, env: options.env ?? {}, signal };
  const command = new Command("act").option("--level <n>").action(async () => void (await act()));
  return runCli({ version: "1.2.3", commands: [command] }, args, io).then((code) => ({
    code,
    out: stdout.text,
    err: stderr.text,
  }));
}

const throwing = (error: unknown) => () => {
  throw error;
};

describe("runCli", () => {
  it("runs a command and ends with 0", async () => {
    const act = jest.fn();
    expect(await run(["act"], act)).toEqual({ code: 0, out: "", err: "" });
    expect(act).toHaveBeenCalledTimes(1);
  });

  it("ends with 5 for what needs attention, and prints nothing more", async () => {
    expect(await run(["act"], throwing(new NeedsAttention()))).toEqual({ code: 5, out: "", err: "" });
  });

  it.each([
    ["--version", "1.2.3\n"],
    ["-V", "1.2.3\n"],
  ])("answers %s on stdout", async (flag, out) => {
    expect(await run([flag], jest.fn())).toEqual({ code: 0, out, err: "" });
  });

  it.each([[["--help"]], [["act", "--help"]]])("answers %j on stdout", async (args) => {
    const { code, out, err } = await run(args, jest.fn());
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Usage: entrascim");
  });

  it.each([
    ["no command", []],
    ["an unknown command", ["frobnicate"]],
    ["an unknown option", ["act", "--frobnicate"]],
    ["an option without its value", ["act", "--level"]],
    ["an argument too many", ["act", "more"]],
  ])("ends with 2 on %s, without running anything", async (_, args) => {
    const act = jest.fn();
    const { code, out, err } = await run(args, act);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
    expect(act).not.toHaveBeenCalled();
  });

  it("prints a problem's sentences, and its exit code", async () => {
    const problem = new Problem("unauthenticated", { summary: "Refused", detail: "Write another." });
    expect(await run(["act"], throwing(problem))).toEqual({
      code: 3,
      out: "",
      err: "error: Refused\n\nWrite another.\n",
    });
  });

  it("does not let what a problem quotes steer the terminal", async () => {
    const problem = new Problem("ambiguous", {
      summary: "Two\u001b[2J",
      detail: "One of:\n  a\u009b2Jb\r\n  c",
    });
    const { err } = await run(["act"], throwing(problem));
    expect(err).toBe("error: Two\ufffd[2J\n\nOne of:\n  a\ufffd2Jb\n  c\n");
  });

  it("breaks sentences between words on a terminal", async () => {
    const problem = new Problem("conflict", {
      summary: "Taken",
      detail: `${"word ".repeat(20).trim()}\n  as it is`,
    });
    const { err } = await run(["act"], throwing(problem), { isTTY: true, env: { NO_COLOR: "1" } });
    const [first, rest] = ["word ".repeat(16).trim(), "word ".repeat(4).trim()];
    expect(err).toBe(`error: Taken\n\n${first}\n${rest}\n  as it is\n`);
  });

  it("never prints the message of a foreign error", async () => {
    const { code, err } = await run(["act"], throwing(new TypeError("token-abc is no URL")));
    expect(code).toBe(70);
    expect(err).toContain("TypeError");
    expect(err).not.toContain("token-abc");
  });

  it("says little when it was interrupted", async () => {
    const problem = new Problem("cancelled", { summary: "Interrupted", detail: "Run it again." });
    expect(await run(["act"], throwing(problem), { interrupted: true })).toEqual({
      code: 130,
      out: "",
      err: "Interrupted.\n",
    });
  });

  it.each([
    ["a terminal", { isTTY: true }, true],
    ["a pipe", { isTTY: false }, false],
    ["a terminal with NO_COLOR", { isTTY: true, env: { NO_COLOR: "1" } }, false],
    ["a dumb terminal", { isTTY: true, env: { TERM: "dumb" } }, false],
  ])("colours errors on %s: %#", async (_, options, colored) => {
    const problem = new Problem("conflict", { summary: "Taken", detail: "Choose another." });
    for (const args of [["act"], ["frobnicate"]]) {
      const { err } = await run(args, throwing(problem), options);
      expect(err.includes("\u001b[31m")).toBe(colored);
    }
  });
});
