import { doctorCommand } from "./doctor-command";
import { runCli } from "./run-cli";
import { fakeIo } from "./testing/fake-io";

const INSTALLATION = {
  version: "1.2.3",
  providerDirectory: "/nowhere",
  home: "/nowhere",
  platform: "linux",
  arch: "x64",
};

async function run(...args: readonly string[]) {
  const io = fakeIo();
  const commands = [doctorCommand(io, INSTALLATION)];
  const code = await runCli({ version: "1.2.3", commands }, ["doctor", ...args], io);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text };
}

describe("entrascim doctor", () => {
  it.each([
    ["the secret itself", "s3cret~value"],
    ["a secret with colons", "s3cret:value:more"],
    ["no key", "prod:/azure/"],
    ["no folder", "prod:ENTRA_CLIENT_SECRET"],
    ["a folder without a slash", "prod:azure:s3cret"],
    ["nothing", ""],
  ])("refuses %s as a secret's place, with its form", async (_, place) => {
    const { code, stdout, stderr } = await run("--client-secret-in", place);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("environment, folder and key of a secret in Infisical, such as prod:/azure/");
    expect(stderr).not.toContain("s3cret");
  });

  it("refuses a second directory", async () => {
    expect(await run("a", "b")).toMatchObject({ code: 2, stdout: "" });
  });

  it("looks at what it is told to, as JSON, and ends with 5 for an error", async () => {
    const { code, stdout } = await run("--offline", "--json", "/nowhere/at/all");
    const report = JSON.parse(stdout) as { directory: string; healthy: boolean; checks: { group: string }[] };
    // The provider is not installed in /nowhere.
    expect({ code, healthy: report.healthy }).toEqual({ code: 5, healthy: false });
    expect(report.directory).toBe("/nowhere/at/all");
    expect(report.checks.map(({ group }) => group)).not.toContain("Infisical");
  });
});
