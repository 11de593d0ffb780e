import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { runCli } from "./run-cli";
import { type FakeIo, fakeIo } from "./testing/fake-io";

const INSTALLATION = { version: "0.0.0", providerDirectory: "", home: "", platform: "linux", arch: "x64" };

/** Every `*-command.ts`, so that a new one is held to these rules without being listed. */
const names = readdirSync(__dirname)
  .filter((file) => file.endsWith("-command.ts"))
  .map((file) => file.replace(/-command\.ts$/, ""));

async function commandNamed(name: string, io: FakeIo): Promise<Command> {
  const exported = (await import(join(__dirname, `${name}-command`))) as Readonly<
    Record<string, (io: FakeIo, installation: typeof INSTALLATION) => Command>
  >;
  const make = exported[`${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Command`];
  if (make === undefined) throw new Error(`${name}-command.ts exports no function ${name}Command`);
  return make(io, INSTALLATION);
}

async function run(name: string, ...args: readonly string[]) {
  const io = fakeIo();
  const code = await runCli({ version: "0.0.0", commands: [await commandNamed(name, io)] }, args, io);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text };
}

describe.each(names)("entrascim %s", (name) => {
  it("is called as its file is, and says in one sentence what it does", async () => {
    const command = await commandNamed(name, fakeIo());
    expect(command.name()).toBe(name);
    expect(command.description()).toMatch(/^[A-Z].*\.$/);
  });

  it("explains itself, with examples that call it", async () => {
    const { code, stdout, stderr } = await run(name, name, "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`\\nExamples:\\n(.*\\n)*? {2}(.*[ (])?entrascim ${name}\\b`));
    expect((await run(name, "help", name)).stdout).toBe(stdout);
  });

  it("ends its help with the examples", async () => {
    const { stdout } = await run(name, name, "--help");
    expect(stdout.trimEnd().split("\nExamples:\n")[1]).not.toContain("\n\n");
  });

  it("gives examples with options that it has", async () => {
    const command = await commandNamed(name, fakeIo());
    const { stdout } = await run(name, name, "--help");
    const examples = stdout.split("\nExamples:\n")[1] ?? "";
    const own = examples
      .split("\n")
      .filter((line) => line.includes(`entrascim ${name}`))
      .flatMap((line) => line.slice(line.indexOf(`entrascim ${name}`)).split(/ [|&]/)[0] ?? [])
      .flatMap((line) => line.match(/ --[a-z-]+/g) ?? []);
    const known = [...command.options.map(({ long }) => long), "--help"];
    expect(own.map((option) => option.trim()).filter((option) => !known.includes(option))).toEqual([]);
  });

  it("describes each option and argument in a phrase, without a full stop", async () => {
    const command = await commandNamed(name, fakeIo());
    for (const { description } of [...command.options, ...command.registeredArguments]) {
      expect(description).toMatch(/^\w.*[^.]$/);
    }
  });

  it("refuses an unknown option with 2, and says where help is", async () => {
    const { code, stdout, stderr } = await run(name, name, "--frobnicate");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("error: unknown option '--frobnicate'");
    expect(stderr).toContain(`(see entrascim ${name} --help)`);
  });

  it("is suggested to who misspells it", async () => {
    const { code, stderr } = await run(name, `${name}x`);
    expect(code).toBe(2);
    expect(stderr).toContain(`(Did you mean ${name}?)`);
  });
});
