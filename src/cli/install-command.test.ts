import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CliIo } from "./cli-io";
import type { InstallReport } from "./install/install-report";
import { executableName } from "./install/mirror-layout";
import { installCommand } from "./install-command";
import { noInput } from "./testing/fake-io";

describe("installCommand", () => {
  let home: string;
  let printed: string;

  beforeEach(() => {
    printed = "";
    home = mkdtempSync(join(tmpdir(), "entrascim-home-"));
    mkdirSync(join(home, "provider"));
    writeFileSync(join(home, "provider", executableName("1.2.3")), "");
  });

  afterEach(() => rmSync(home, { recursive: true }));

  async function run(args: readonly string[], platform = "linux", userHome = home): Promise<void> {
    const write = (text: string) => {
      printed += text;
    };
    const output = { isTTY: false, write };
    const io: CliIo = {
      stdin: noInput(),
      stdout: output,
      stderr: output,
      env: {},
      signal: new AbortController().signal,
    };
    const installation = {
      version: "1.2.3",
      providerDirectory: join(home, "provider"),
      home: userHome,
      platform,
      arch: "x64",
    };
    await installCommand(io, installation).parseAsync(args, { from: "user" });
  }

  async function report(args: readonly string[]): Promise<InstallReport> {
    await run([...args, "--json"]);
    return JSON.parse(printed) as InstallReport;
  }

  it("installs where Terraform looks by itself", async () => {
    expect(await report([])).toMatchObject({ mirror: join(home, ".terraform.d", "plugins"), implied: true });
  });

  it.each([
    ["beside a configuration, where Terraform looks too", "stack/terraform.d/plugins", true],
    ["elsewhere, where it does not", "mirror", false],
    ["in a folder of nearly that name", "my-terraform.d/plugins", false],
  ])("installs %s", async (_, folder, implied) => {
    const dir = join(home, folder);
    expect(await report(["--dir", dir])).toMatchObject({ mirror: dir, implied });
  });

  it.each([
    ["--dir", ["--dir", ""], undefined],
    ["HOME", [], ""],
  ])("does not take an empty %s for the working directory", async (named, args, userHome) => {
    await expect(run(args, "linux", userHome)).rejects.toMatchObject({
      code: "invalid_input",
      detail: expect.stringContaining(`${named} is empty`),
    });
    expect(printed).toBe("");
  });

  it("prints text unless told otherwise", async () => {
    await run([]);
    expect(printed).toMatch(/^entrascim 1\.2\.3\n {2}installed: /);
  });

  it("refuses a platform that the provider does not run on, before anything is written", async () => {
    await expect(run([], "win32")).rejects.toMatchObject({ code: "invalid_input" });
    expect(printed).toBe("");
  });
});
