import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/cli/report/report-schema";
import { SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { connection, startWorld, sync, type World } from "../support/world";
import { environmentOf, planned } from "./planned-workspace";
import { entrascim, runEntrascim } from "./run-entrascim";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function report(terraform: TerraformWorkspace): Promise<Report> {
  const { json, log } = await planned(terraform);
  const { code, stdout, stderr } = await runEntrascim(["report", json, "--log", log, "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Report;
}

const find = ({ syncs }: Report, label: string) =>
  syncs.find(({ address }) => address === `entrascim_sync.${label}`);

describe("entrascim report, through the life of a stack", () => {
  let terraform: TerraformWorkspace;
  const names = `
data "entrascim_service_principal" "slack" {
  object_id = "${SERVICE_PRINCIPALS.slack}"
}
`;

  beforeAll(async () => {
    terraform = await world.workspace(connection() + names + sync("servicenow") + sync("databricks"));
  });

  it("tells of creates, and of a token that is overwritten", async () => {
    world.emulator.control.portal.setStoredSecrets(SERVICE_PRINCIPALS.databricks, {
      SecretToken: "of-somebody",
    });
    const found = await report(terraform);
    expect(found.summary.actions.create).toBe(2);
    expect(find(found, "servicenow")).toMatchObject({
      action: "create",
      sends: "yes",
      source: { environment: "prod", secret_path: "/scim", secret_key: "SERVICENOW_SCIM_TOKEN" },
      connection: { address: "entrascim_connection.prod", name: "entra-prod" },
      warnings: [],
    });
    expect(find(found, "databricks")?.warnings).toMatchObject([{ code: "overwrites_token" }]);
    const { json, log } = await planned(terraform);
    expect((await runEntrascim(["report", json, "--log", log, "--fail-on", "overwrites-token"])).code).toBe(
      5,
    );
    await terraform.apply();
  });

  it("tells of a rotation, who made it, and a quarantine", async () => {
    world.rotate("servicenow");
    await world.emulator.control.runCycle(SERVICE_PRINCIPALS.servicenow);
    expect(find(await report(terraform), "servicenow")).toMatchObject({
      action: "push",
      reasons: ["rotated"],
      why: expect.stringMatching(
        /^Rotated: version 1 → 2, changed by .+ on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
      ),
      application: { display_name: "ServiceNow" },
      warnings: [{ code: "quarantine", message: expect.stringContaining("The push starts the job again.") }],
    });
    const { json } = await planned(terraform);
    expect((await runEntrascim(["report", json, "--only", "rotation"])).code).toBe(0);
    expect((await runEntrascim(["report", json, "--fail-on", "destroy,quarantine"])).code).toBe(5);
    await terraform.apply("plan.tfplan");
  });

  it("tells of a retarget from one application to another, by their names, and of a destroy", async () => {
    terraform.write(connection() + names + sync("slack", { label: "servicenow" }));
    const found = await report(terraform);
    expect(find(found, "servicenow")).toMatchObject({
      action: "retarget",
      why: expect.stringMatching(/^Retargeted from ServiceNow to Slack\. Its token stays on ServiceNow/),
      previous_token: "retained",
    });
    expect(find(found, "databricks")).toMatchObject({
      action: "destroy",
      why: expect.stringMatching(/^Destroyed: it is no longer in the configuration\. Its token stays on/),
    });
    const { json } = await planned(terraform);
    const gated = await runEntrascim(["report", json, "--only", "rotation", "--fail-on", "retarget"]);
    expect(gated.code).toBe(5);
    expect(gated.stdout).toContain("Gate retarget did not pass: entrascim_sync.servicenow");
  });

  it("tells of an import, a move, a pin and an update", async () => {
    const configuration =
      sync("servicenow", { source: "version = 1" }) +
      sync("slack") +
      sync("databricks", { label: "moved", body: 'on_destroy = "clear"' });
    terraform.write(`${connection()}${configuration}
moved {
  from = entrascim_sync.databricks
  to   = entrascim_sync.moved
}
import {
  to = entrascim_sync.slack
  id = "${SERVICE_PRINCIPALS.slack}"
}
`);
    const found = await report(terraform);
    expect(find(found, "slack")).toMatchObject({
      action: "push",
      imported: true,
      reasons: expect.arrayContaining(["never_pushed"]),
    });
    expect(find(found, "moved")).toMatchObject({
      action: "update",
      previous_address: "entrascim_sync.databricks",
      why: expect.stringContaining("on_destroy retain → clear"),
    });
    expect(find(found, "servicenow")).toMatchObject({
      reasons: ["source"],
      why: "Re-pushed because the source changed: now pinned to version 1.",
      warnings: [{ code: "pinned_behind" }],
    });
  });

  it("reads plan files, and plans in a directory by itself, without a trace", async () => {
    const environment = environmentOf(terraform);
    const { plan } = await planned(terraform);
    const ofFile = await runEntrascim(["report", plan, "--json"], environment);
    const before = readdirSync(terraform.temporary);
    const ofDirectory = await runEntrascim(["report", terraform.directory, "--json"], environment);
    expect([ofFile.code, ofDirectory.code, ofDirectory.stderr]).toEqual([
      0,
      0,
      expect.stringMatching(/^Terraform plans in .* …\n$|^OpenTofu plans/),
    ]);
    const [first, second] = [ofFile, ofDirectory].map(({ stdout }) => JSON.parse(stdout) as Report);
    expect(second?.syncs).toEqual(first?.syncs);
    expect([first?.log, second?.log]).toEqual([false, true]);
    expect(readdirSync(terraform.temporary)).toEqual(before);
    const project = join(terraform.root, "project");
    mkdirSync(join(project, "cdktf.out"), { recursive: true });
    writeFileSync(join(project, "cdktf.json"), "{}");
    writeFileSync(
      join(project, "cdktf.out", "manifest.json"),
      JSON.stringify({ stacks: { only: { workingDirectory: "../../stack" } } }),
    );
    const ofProject = await runEntrascim(["report", project, "--json"], environment);
    expect((JSON.parse(ofProject.stdout) as Report).syncs).toEqual(first?.syncs);

    const elsewhere = join(terraform.root, "moved.tfplan");
    writeFileSync(elsewhere, readFileSync(plan));
    const lost = await runEntrascim(["report", elsewhere], environment);
    expect({ code: lost.code, stdout: lost.stdout }).toEqual({ code: 1, stdout: "" });
    expect(lost.stderr).toMatch(/show failed[\s\S]*--chdir names that directory/);
    expect(
      (await runEntrascim(["report", elsewhere, "--chdir", terraform.directory], environment)).code,
    ).toBe(0);
  });

  it("says when Terraform met errors: the plan fails, with what the provider said", async () => {
    terraform.write(
      connection() + sync("slack", { label: "wrong" }).replace("SLACK_SCIM_TOKEN", "NO_SUCH_KEY"),
    );
    const { code, stdout } = await runEntrascim(
      ["report", terraform.directory, "--json"],
      environmentOf(terraform),
    );
    expect(code).toBe(5);
    const found = JSON.parse(stdout) as Report;
    expect(found.plan.errored).toBe(true);
    expect(found.gates).toEqual([expect.objectContaining({ gate: "errored", passed: false })]);
    const said = [...found.warnings, ...found.syncs.flatMap(({ warnings }) => warnings)];
    expect(said).toContainEqual(
      expect.objectContaining({ code: "provider_error", message: expect.stringContaining("NO_SUCH_KEY") }),
    );
  });

  it("names the errors of a directory that cannot be planned", async () => {
    terraform.write("this is not a configuration");
    const { code, stdout, stderr } = await runEntrascim(
      ["report", terraform.directory],
      environmentOf(terraform),
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("made no plan");
    expect(readdirSync(terraform.temporary).filter((name) => name.startsWith("entrascim-report-"))).toEqual(
      [],
    );
  });

  it("says that a directory has to be initialised first", async () => {
    terraform.write('terraform {\n  backend "local" {}\n}');
    const { code, stderr } = await runEntrascim(["report", terraform.directory], environmentOf(terraform));
    expect(code).toBe(1);
    expect(stderr).toContain("  Backend initialization required");
    expect(stderr).toContain("Run `terraform init` there first.");
  });
});

describe("entrascim report, interrupted", () => {
  it("ends with 130, and leaves no plan behind", async () => {
    const root = mkdtempSync(join(tmpdir(), "entrascim-interrupted-"));
    const [stack, temporary, binary] = ["stack", "tmp", "terraform"].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    for (const folder of [stack, temporary]) mkdirSync(folder);
    writeFileSync(join(stack, "main.tf"), "");
    writeFileSync(
      binary,
      `#!/bin/sh
if [ "$1" = version ]; then echo '{"terraform_version":"1.11.4"}'; exit; fi
for argument in "$@"; do case "$argument" in -out=*) echo secret > "\${argument#-out=}";; esac; done
trap 'exit 1' INT
echo "$@" > "${join(root, "started")}"
while :; do sleep 0.05; done
`,
    );
    chmodSync(binary, 0o755);
    const child = spawn(entrascim, ["report", stack], {
      env: { PATH: process.env.PATH, TMPDIR: temporary, TERRAFORM_BINARY_NAME: binary },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = once(child, "close");
    let ready = false;
    while (!ready) {
      await new Promise((done) => setTimeout(done, 20));
      ready = readdirSync(root).includes("started");
    }
    expect(readFileSync(join(root, "started"), "utf8")).toMatch(/^plan -json -lock=false -input=false -out=/);
    const [folder] = readdirSync(temporary);
    expect(folder).toMatch(/^entrascim-report-/);
    child.kill("SIGINT");
    const [code] = (await ended) as [number];
    expect(code).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
    rmSync(root, { recursive: true });
  });
});

describe("entrascim report, of something else", () => {
  const empty = JSON.stringify({ format_version: "1.2", planned_values: {} });

  it("reads standard input", async () => {
    const child = spawn(entrascim, ["report", "-", "--format", "markdown", "--name", "eu/prod"], {
      stdio: "pipe",
    });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stdin.end(empty);
    const [code] = (await once(child, "close")) as [number];
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "<!-- entrascim report: eu/prod -->\n\n### entrascim eu/prod: no syncs\n",
    });
  });

  it("prints its schema", async () => {
    const { code, stdout } = await runEntrascim(["report", "--schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(readFileSync(join(__dirname, "../../docs/report.schema.json"), "utf8")),
    );
  });

  it.each<[string, string[], number, RegExp]>([
    ["no plan", [], 2, /No plan is named/],
    ["a file that is not there", ["none.json"], 1, /cannot be read/],
    ["a file that is no JSON", [__filename], 2, /is not JSON/],
    ["a JSON that is no plan", ["package.json"], 2, /not the JSON of a plan/],
    ["a folder without a configuration", [__dirname], 1, /has no Terraform configuration/],
    ["a gate that does not exist", ["-", "--fail-on", "explosions"], 2, /no gate "explosions"/],
    [
      "a gate without its log",
      ["package.json", "--fail-on", "overwrites-token"],
      2,
      /needs the provider's warnings/,
    ],
    ["a name that breaks out", ["-", "--name", "-->"], 2, /name of the report/],
    ["a format that does not exist", ["-", "--format", "pdf"], 2, /Allowed choices/],
    ["--chdir without a plan file", ["package.json", "--chdir", "."], 2, /goes with a plan file/],
    ["a log that is not there", ["package.json", "--log", "none.log"], 1, /none\.log cannot be read/],
  ])("refuses %s", async (_, args, expected, message) => {
    const { code, stdout, stderr } = await runEntrascim(["report", ...args]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
