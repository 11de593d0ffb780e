import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import { FOREIGN_MESSAGE } from "../../src/protocol/testing/toy-provider";
import { type BuiltToy, buildToy, mirrorToy } from "./support/build-toy";

const { command } = findTerraform(process.env);
let toy: BuiltToy;

beforeAll(() => {
  toy = buildToy();
  const mirror = mirrorToy(toy);
  writeFileSync(
    join(toy.directory, "terraform.rc"),
    `disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror { path = ${JSON.stringify(mirror)} }\n}\n`,
  );
});

afterAll(() => toy.remove());

const HEAD = `
terraform {
  required_providers {
    toy = { source = "registry.terraform.io/test/toy" }
  }
}
`;

/** A directory with a configuration, initialized. */
function workspace(name: string, configuration: string) {
  const directory = join(toy.directory, name);
  mkdirSync(directory);
  writeFileSync(join(directory, "main.tf"), HEAD + configuration);
  const environment = {
    PATH: process.env.PATH,
    HOME: toy.directory,
    TF_CLI_CONFIG_FILE: join(toy.directory, "terraform.rc"),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
  };
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(command, args, { cwd: directory, encoding: "utf8", env: { ...environment, ...env } });
  expect(run(["init", "-no-color"])).toMatchObject({ status: 0 });
  return { directory, run, environment };
}

describe("Terraform", () => {
  it("applies, finds nothing more to do, imports and destroys", () => {
    const { directory, run } = workspace(
      "whole",
      `
      resource "toy_thing" "a" {
        name     = "a"
        size     = 12345678901234567890.5
        tags     = ["x", "y"]
        owner    = { mail = "m" }
        password = "hunter2"
        inside {
          text = "t"
          deeper {
            flag = true
          }
        }
      }
      data "toy_echo" "e" {
        input = toy_thing.a.id
      }
      output "all" {
        value = [data.toy_echo.e.output, toy_thing.a.size, toy_thing.a.parts[0].count]
      }`,
    );
    const env = { TF_LOG_PROVIDER: "TRACE" };
    const applied = run(["apply", "-auto-approve", "-no-color"], env);
    expect(applied).toMatchObject({ status: 0, stdout: expect.stringContaining("1 added, 0 changed") });
    expect(JSON.parse(run(["output", "-json", "all"]).stdout)).toMatchObject(["id-a", expect.anything(), 1]);
    expect(readFileSync(join(directory, "terraform.tfstate"), "utf8")).toContain("12345678901234567890.5");
    expect(run(["plan", "-detailed-exitcode"])).toMatchObject({ status: 0 });
    expect(run(["import", "toy_thing.a", "x"])).toMatchObject({ status: 1 });
    expect(run(["destroy", "-auto-approve", "-no-color"])).toMatchObject({ status: 0 });
    expect(applied.stderr + readFileSync(join(directory, "terraform.tfstate.backup"), "utf8")).not.toContain(
      "hunter2",
    );
  });

  it("parses and filters the log", () => {
    const { run } = workspace("log", `resource "toy_thing" "a" {\n  name = "a"\n}`);
    const traced = run(["plan", "-no-color"], { TF_LOG_PROVIDER: "TRACE" }).stderr;
    expect(traced).toMatch(/\[TRACE\] provider\.[^:]*toy[^:]*: Terraform calls: .*rpc=PlanResourceChange/);
    expect(traced).not.toContain('"@level"');
    expect(run(["plan", "-no-color"], { TF_LOG_PROVIDER: "INFO" }).stderr).not.toContain("Terraform calls");
  });

  it("shows a warning at its line", () => {
    const { run } = workspace(
      "warn",
      `resource "toy_thing" "a" {\n  name = "warn"\n  inside {\n    text = "here"\n  }\n}`,
    );
    const { status, stdout } = run(["validate", "-no-color"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Warning: Careful[\s\S]*text = "here"/);
  });

  it.each([
    ["crash", "SyntaxError"],
    ["reject", "RangeError"],
  ])("shows the stack of a crash, without the error's message (%s)", (name, error) => {
    const { run } = workspace(name, `resource "toy_thing" "a" {\n  name = "${name}"\n}`);
    const { status, stderr, stdout } = run(["apply", "-auto-approve", "-no-color"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`Stack trace from the .*toy.* plugin:\\s+panic: ${error}\\s+at `));
    expect(stderr + stdout).not.toContain(FOREIGN_MESSAGE);
  });

  it("is interrupted as a terminal does it, waits for the provider and keeps what it returns", async () => {
    const { directory, environment } = workspace("stop", `resource "toy_thing" "a" {\n  name = "hang"\n}`);
    // A process group of its own: Ctrl-C goes to Terraform and provider alike.
    const options = { cwd: directory, env: environment, detached: true } as const;
    const terraform = spawn(command, ["apply", "-auto-approve", "-no-color"], options);
    const exit = once(terraform, "close");
    let output = "";
    terraform.stdout.on("data", (chunk) => {
      output += chunk;
      if (/Creating\.\.\.\s$/.test(output) && terraform.pid !== undefined)
        process.kill(-terraform.pid, "SIGINT");
    });
    await exit;
    expect(output).toContain("Interrupt received");
    expect(readFileSync(join(directory, "terraform.tfstate"), "utf8")).toContain("id-hang");
  });

  it("says what is wrong when a call fails inside", () => {
    const { run } = workspace("fault", `resource "toy_thing" "a" {\n  name = "fault"\n}`);
    const { status, stderr } = run(["apply", "-auto-approve", "-no-color"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/code = Internal desc[\s\S]*SyntaxError\s+at /);
    expect(stderr).not.toContain("hunter2");
  });

  it("refuses to move what another type left", () => {
    const { run } = workspace("move", `resource "terraform_data" "old" {}`);
    expect(run(["apply", "-auto-approve"])).toMatchObject({ status: 0 });
    const moved = `resource "toy_thing" "a" {\n  name = "a"\n}\nmoved {\n  from = terraform_data.old\n  to = toy_thing.a\n}`;
    writeFileSync(join(toy.directory, "move", "main.tf"), HEAD + moved);
    run(["init"]);
    const { status, stderr } = run(["plan", "-no-color"]);
    expect(status).toBe(1);
    expect(stderr).toContain("Unsupported `moved` across resource types");
  });
});
