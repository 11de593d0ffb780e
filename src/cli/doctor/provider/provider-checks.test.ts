import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executableName, mirrorPath } from "../../install/mirror-layout";
import { fakeContext, lines } from "../testing/fake-context";
import { cliConfigurationCheck } from "./cli-configuration-check";
import { installedCheck } from "./installed-check";

const TERRAFORM = "registry.terraform.io";
const OPENTOFU = "registry.opentofu.org";
const GREETING = "#!/bin/sh\necho 'This is the entrascim provider for Terraform.' >&2\nexit 1\n";

describe("checks of the provider", () => {
  let home: string;
  let plugins: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
    plugins = join(home, ".terraform.d", "plugins");
  });

  afterEach(() => rmSync(home, { recursive: true }));

  function install(host: string, version = "1.2.3", script = GREETING, root = plugins): string {
    const folder = join(root, mirrorPath(host, version, "linux_amd64"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, executableName(version)), script);
    chmodSync(join(folder, executableName(version)), 0o755);
    return folder;
  }

  const look = async (directory = "/nowhere") =>
    lines(await installedCheck.run(fakeContext({ home, directory, env: { PATH: "/bin:/usr/bin" } })));

  it("finds it installed for both registries, and starts it", async () => {
    const folder = install(TERRAFORM);
    install(OPENTOFU);
    expect(await look()).toEqual([`ok: The provider 1.2.3 is installed in ${folder}.`, "ok: It starts."]);
  });

  it("finds it beside a configuration, for one registry", async () => {
    const folder = install(OPENTOFU, "1.2.3", GREETING, join(home, "stack", "terraform.d", "plugins"));
    expect(await look(join(home, "stack"))).toEqual([
      `ok: The provider 1.2.3 is installed in ${folder}.`,
      `warning: It is not installed for ${TERRAFORM}.`,
      "ok: It starts.",
    ]);
  });

  it("finds nothing, and other versions", async () => {
    expect(await look()).toEqual([
      "error: The provider is not installed where Terraform looks by itself (~/.terraform.d/plugins).",
    ]);
    install(TERRAFORM, "1.0.0");
    install(OPENTOFU, "0.9.0");
    expect(await look()).toEqual([
      "warning: The provider is installed as 0.9.0, 1.0.0, and this command is 1.2.3.",
    ]);
  });

  it("finds one that does not start, or may not be started", async () => {
    install(OPENTOFU);
    const folder = install(TERRAFORM, "1.2.3", "#!/bin/sh\nexit 127\n");
    expect((await look())[1]).toBe("error: The installed provider does not start.");
    chmodSync(join(folder, executableName("1.2.3")), 0o644);
    // Root may read and write everything, and execute what anybody may.
    expect((await look())[1]).toBe(`error: ${join(folder, executableName("1.2.3"))} may not be executed.`);
  });

  const configured = async (env: Readonly<Record<string, string>> = {}) =>
    lines(await cliConfigurationCheck.run(fakeContext({ home, env })));

  it("finds a CLI configuration that says nothing", async () => {
    const fine = "ok: The CLI configuration leaves Terraform's own plugin folders switched on.";
    expect(await configured()).toEqual([fine]);
    writeFileSync(join(home, ".terraformrc"), 'credentials "x" { token = "s3cret" }');
    expect(await configured()).toEqual([fine]);
  });

  it.each([
    ["direct {}", "error", "has a provider_installation block that does not name"],
    ['dev_overrides {\n "entrascim/entrascim" = "/tmp"\n}\n direct {}', "warning", "overrides the provider"],
  ])("finds one with %j", async (block, level, message) => {
    const file = join(home, ".terraformrc");
    writeFileSync(file, `provider_installation {\n ${block}\n}\n`);
    const [finding, ...others] = await configured();
    expect(finding).toContain(`${level}: ${file} ${message}`);
    expect(others).toEqual([]);
  });

  it("finds one that names the folder", async () => {
    const file = join(home, ".tofurc");
    writeFileSync(file, `provider_installation { filesystem_mirror { path = "${plugins}" } }`);
    expect(await configured()).toEqual([`ok: ${file} names the folder ${plugins}.`]);
  });

  it("finds variables that get in the way", async () => {
    expect(
      await configured({
        TF_CLI_CONFIG_FILE: join(home, "missing"),
        TF_REATTACH_PROVIDERS: '{"entrascim/entrascim": {"Pid": 1}}',
      }),
    ).toEqual([
      `warning: TF_CLI_CONFIG_FILE names ${join(home, "missing")}, which cannot be read.`,
      "warning: TF_REATTACH_PROVIDERS names entrascim: Terraform talks to a provider that somebody else started.",
    ]);
  });
});
