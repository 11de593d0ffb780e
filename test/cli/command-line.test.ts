import { spawn } from "node:child_process";
import { once } from "node:events";
import { VERSION } from "../../src/core/version";
import { entrascim, runEntrascim } from "./run-entrascim";

describe("the built command", () => {
  it("tells its version", async () => {
    expect(await runEntrascim(["--version"])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("lists its commands", async () => {
    const { code, stdout } = await runEntrascim(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}apps .*\n/m);
    expect(stdout).toMatch(/^ {2}install .*\n/m);
    expect(stdout).toMatch(/^ {2}emulator .*\n/m);
  });

  it.each(["apps", "install", "emulator"])("explains %s with examples", async (command) => {
    const { code, stdout } = await runEntrascim([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples:\n {2}entrascim /);
  });

  it.each([[[]], [["frobnicate"]], [["install", "--frobnicate"]], [["emulator", "--port", "x"]]])(
    "refuses %j with 2, in words and without a stack",
    async (args) => {
      const { code, stdout, stderr } = await runEntrascim(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stderr).not.toContain("\u001b[");
    },
  );

  it("does not mind a reader that stops reading", async () => {
    const child = spawn("sh", ["-c", `"$0" --help | true; "$0" --version`, entrascim], { stdio: "pipe" });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = await once(child, "close");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
