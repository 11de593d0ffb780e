import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findProviderInstallations } from "./provider-installation";

const mirror = "/home/me/.terraform.d/plugins";
const blind = "provider_installation {\n  direct {}\n}\n";
const naming = `provider_installation { filesystem_mirror { path = "${mirror}/" } }`;

describe("findProviderInstallations", () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "entrascim-home-"));
  });

  afterEach(() => rmSync(home, { recursive: true }));

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
    return join(home, name);
  };

  it("finds nothing where there is no configuration", async () => {
    expect(await findProviderInstallations({}, home, mirror)).toEqual([]);
  });

  it.each([".terraformrc", ".tofurc", ".terraform.d/company.tfrc"])("reads ~/%s", async (name) => {
    const file = write(name, blind);
    expect(await findProviderInstallations({}, home, mirror)).toEqual([{ file, namesMirror: false }]);
  });

  it("reads OpenTofu's file below XDG_CONFIG_HOME", async () => {
    const file = write("xdg/opentofu/tofurc", blind);
    expect(await findProviderInstallations({ XDG_CONFIG_HOME: join(home, "xdg") }, home, mirror)).toEqual([
      { file, namesMirror: false },
    ]);
  });

  it.each(["TF_CLI_CONFIG_FILE", "TERRAFORM_CONFIG"])(
    "reads the file in %s instead of all others",
    async (name) => {
      write(".terraformrc", blind);
      const file = write("ci.tfrc", naming);
      expect(await findProviderInstallations({ [name]: file }, home, mirror)).toEqual([
        { file, namesMirror: true },
      ]);
    },
  );

  it("tolerates a file that the environment names and that is not there", async () => {
    write(".terraformrc", blind);
    expect(await findProviderInstallations({ TF_CLI_CONFIG_FILE: join(home, "none") }, home, mirror)).toEqual(
      [],
    );
  });

  it.each([
    ["names the folder", naming, true],
    ["names it in JSON", `{"provider_installation":{"filesystem_mirror":{"path":"${mirror}"}}}`, true],
    ["names another folder", 'provider_installation { filesystem_mirror { path = "/srv/mirror" } }', false],
    ["names it in a comment only", `provider_installation {\n  # "${mirror}"\n  direct {}\n}`, false],
    ["names it outside of the block", `plugin_cache_dir = "${mirror}"\n${blind}`, false],
    ["names it after the block", `${blind}\nplugin_cache_dir = "${mirror}"`, false],
    ["is in JSON, without the folder", '{"provider_installation":{"direct":{}}}', false],
  ])("tells a block that %s", async (_, text, namesMirror) => {
    const file = write(".terraformrc", text);
    expect(await findProviderInstallations({}, home, mirror)).toEqual([{ file, namesMirror }]);
  });

  it.each([
    ["an empty file", ""],
    ["a file with other settings", 'plugin_cache_dir = "/tmp"\ncredentials "x.example" { token = "t" }'],
    ["a block that is commented out", "# provider_installation {\n# }\n// provider_installation {}"],
    ["a block in a comment over lines", "/* provider_installation {\n direct {} } */"],
    ["a block of that name inside another", "credentials { provider_installation {} }"],
    ["a label of that name", 'credentials "provider_installation" "x" {}'],
  ])("finds nothing in %s", async (_, text) => {
    write(".terraformrc", text);
    expect(await findProviderInstallations({}, home, mirror)).toEqual([]);
  });
});
