import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import { VERSION } from "../../src/core/version";
import { runEntrascim } from "./run-entrascim";

const configuration = `
terraform {
  required_providers {
    entrascim = { source = "entrascim/entrascim", version = "${VERSION}" }
  }
}
`;

describe("entrascim install", () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "entrascim-home-"));
    mkdirSync(join(home, "stack"));
    writeFileSync(join(home, "stack", "main.tf"), configuration);
  });

  afterEach(() => rmSync(home, { recursive: true }));

  const terraform = async (...args: readonly string[]) => {
    const env = { PATH: process.env.PATH, HOME: home, CHECKPOINT_DISABLE: "1" };
    return promisify(execFile)(findTerraform(process.env).command, args, { cwd: join(home, "stack"), env });
  };

  it("puts the provider where Terraform finds and starts it, with no configuration at all", async () => {
    expect((await runEntrascim(["install"], { HOME: home })).code).toBe(0);
    await terraform("init", "-no-color");
    const { stdout } = await terraform("providers", "schema", "-json");
    const { provider_schemas: schemas } = JSON.parse(stdout) as {
      provider_schemas: Record<string, { resource_schemas: object }>;
    };
    const [schema] = Object.entries(schemas).flatMap(([address, value]) =>
      address.endsWith("/entrascim/entrascim") ? [value] : [],
    );
    expect(Object.keys(schema?.resource_schemas ?? {})).toEqual(["entrascim_connection", "entrascim_sync"]);
  });

  it("changes nothing the second time", async () => {
    await runEntrascim(["install"], { HOME: home });
    const { stdout } = await runEntrascim(["install", "--json"], { HOME: home });
    const { installed } = JSON.parse(stdout) as { installed: { action: string }[] };
    expect(installed.map(({ action }) => action)).toEqual(["unchanged", "unchanged"]);
  });

  it("says what a configuration file lacks, and what it says is enough", async () => {
    const file = join(home, ".terraformrc");
    writeFileSync(file, "provider_installation {\n  direct {}\n}\n");
    const { stdout } = await runEntrascim(["install"], { HOME: home });
    await expect(terraform("init", "-no-color")).rejects.toThrow();

    expect(stdout).toContain(`${file} has a provider_installation block`);
    const [mirror] = /filesystem_mirror \{[^}]*\}/.exec(stdout) ?? [];
    const [exclude] = /exclude = .*/.exec(stdout) ?? [];
    writeFileSync(file, `provider_installation {\n  ${mirror}\n  direct {\n    ${exclude}\n  }\n}\n`);
    await terraform("init", "-no-color");
    expect((await runEntrascim(["install"], { HOME: home })).stdout).not.toContain("provider_installation");
  });

  it("installs beside a configuration with --dir", async () => {
    const dir = join(home, "stack", "terraform.d", "plugins");
    const { stdout } = await runEntrascim(["install", "--dir", dir], { HOME: home });
    expect(stdout).not.toContain("provider_installation");
    await terraform("init", "-no-color");
  });

  it("ends with 1 and a sentence where it cannot write", async () => {
    writeFileSync(join(home, "file"), "");
    const { code, stdout, stderr } = await runEntrascim(["install", "--dir", join(home, "file")], {
      HOME: home,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: The provider could not be installed\n\n.*--dir/);
  });
});
