import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../src/core/version";
import { entrascim, runEntrascim } from "./run-entrascim";

/** Each is a file of its own. */
const commands = readdirSync(join(__dirname, "../../src/cli"))
  .filter((file) => file.endsWith("-command.ts"))
  .map((file) => file.replace(/-command\.ts$/, ""));

describe("the built command", () => {
  it("tells its version", async () => {
    expect(await runEntrascim(["--version"])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("lists every command that there is", async () => {
    const { code, stdout } = await runEntrascim(["--help"]);
    expect(code).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+)(?= [[<])/gm)].map(([, name = ""]) => name);
    expect(listed.sort()).toEqual([...commands, "help"].sort());
  });

  it.each(commands)("explains %s with examples, by both ways to ask", async (command) => {
    const { code, stdout } = await runEntrascim([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nExamples:\n/);
    expect(await runEntrascim(["help", command])).toEqual({ code: 0, stdout, stderr: "" });
  });

  it.each([
    [[]],
    [["frobnicate"]],
    [["help", "frobnicate"]],
    [["install", "--frobnicate"]],
    [["install", "more"]],
    [["emulator", "--port", "x"]],
    [["report", "--format", "pdf"]],
    [["doctor", "--client-secret-in", "s3cret"]],
  ])("refuses %j with 2, in words and without a stack", async (args) => {
    const { code, stdout, stderr } = await runEntrascim(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toBe("");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toContain("\u001b[");
  });

  it("suggests the command that was meant", async () => {
    const { stderr } = await runEntrascim(["instal"]);
    expect(stderr).toBe("error: unknown command 'instal'\n(Did you mean install?)\n(see entrascim --help)\n");
  });

  it("prints errors as the provider does: a summary, an empty line, a detail", async () => {
    const { code, stderr } = await runEntrascim(["install", "--dir", ""]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: \S.*[^.]\n\n\S.*\.\n$/);
  });

  it("ends with 1 where its port is taken, and with 0 where Ctrl-C ends what runs until then", async () => {
    const first = spawn(entrascim, ["emulator", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(first.stdout, "data")) as [Buffer];
    const { origin } = JSON.parse(line.toString()) as { origin: string };
    const second = await runEntrascim(["emulator", "--port", new URL(origin).port]);
    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(second.stderr).toContain("The emulator cannot listen");
    first.kill("SIGINT");
    expect(await once(first, "close")).toEqual([0, null]);
  });

  it("does not mind a reader that stops reading", async () => {
    const child = spawn("sh", ["-c", `"$0" --help | true; "$0" --version`, entrascim], { stdio: "pipe" });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = await once(child, "close");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
