// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import {
  CLIENT_SECRET,
  IDENTITY_CLIENT_SECRET,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import { MIRROR, type ResourceChange, TerraformWorkspace } from "../support/terraform-workspace";
import { startWorld, type World } from "../support/world";
import { entrascim as command, runEntrascim } from "./run-entrascim";

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, "../..");

const JOBS = "GET /v1.0/servicePrincipals/{id}/synchronization/jobs";

/** Display names that have broken programs before; the rest of the fifty are plain. */
const HOSTILE = [
  'Quotes " and \\" and \\\\',
  "Template ${var.secret} $${x} %{ if true } %%{y}",
  'Two\nlines\n}\nresource "terraform_data" "x" {}',
  "Separators \u2028 \u2029 \u0085 \r\n",
  "Comments */ /* # // <<EOT",
  "Zürich – Straße",
  "Яндекс",
  "日本語アプリ",
  "😀",
  "Same name",
  "Same name",
  "8x8",
  "\u001b[31mred\u202e",
  "count",
  "Entra",
];

let world: World;
let scratch: string;
const workspaces: TerraformWorkspace[] = [];

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "entrascim-apps-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(async () => {
  world = await startWorld();
  for (const id of Object.values(SERVICE_PRINCIPALS)) world.emulator.control.portal.removeJobs(id);
});
afterEach(async () => {
  expect(world.emulator.control.violations()).toEqual([]);
  for (const workspace of workspaces.splice(0)) workspace.remove();
  await world.close();
});

/** Adds applications of these names, each with a token that was pasted by hand. */
function addApplications(names: readonly string[]): ReadonlyMap<string, string> {
  const { portal } = world.emulator.control;
  const ids = names.map((displayName, index) => [
    portal.addApplication({ name: `hostile-${index}`, displayName, secretToken: "pasted" }),
    `hostile-${index}`,
  ]);
  return new Map(ids as [string, string][]);
}

/** Stores the token of each application under the key that the command says it looks for. */
async function storeTokens(applications: ReadonlyMap<string, string>): Promise<void> {
  const { stdout } = await entrascim("apps", "--generate", "--no-match");
  for (const [, key = "", id = ""] of stdout.matchAll(
    /secret_key {2}= "([^"]+)"[^}]*\}[^}]*service_principal_id = "([^"]+)"/g,
  )) {
    const token = world.emulator.control.inspectToken(applications.get(id) ?? "");
    world.emulator.control.setSecret({ environment: "prod", key }, token);
  }
}

const entrascim = (...args: readonly string[]) => runEntrascim(args, world.environment);

function workspace(): TerraformWorkspace {
  const made = new TerraformWorkspace(world.environment, findTerraform(process.env).command);
  workspaces.push(made);
  return made;
}

/** What a plan does, as counts of `importing? action type`. */
function tally(changes: readonly ResourceChange[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { address, change } of changes) {
    const importing = (change as { importing?: object }).importing === undefined ? "" : "import ";
    const what = `${importing}${change.actions.join("+")} ${address.split(".")[0]}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** Every change of a plan, also those that import and change nothing else. */
async function planned(terraform: TerraformWorkspace): Promise<readonly ResourceChange[]> {
  const { code, output } = await terraform.plan();
  if (code === 1) throw new Error(output);
  const { stdout } = await terraform.run(["show", "-json", "plan.tfplan"]);
  return (JSON.parse(stdout) as { resource_changes: ResourceChange[] }).resource_changes;
}

it("adopts fifty applications by one command: imports, the first push, and no changes after it", async () => {
  const names = [...HOSTILE, ...Array.from({ length: 50 - HOSTILE.length }, (_, i) => `Application ${i}`)];
  const applications = addApplications(names);
  await storeTokens(applications);
  world.emulator.control.clearRequests();
  const terraform = workspace();

  const written = await entrascim("apps", "--generate", "--out", terraform.directory);
  expect(written).toMatchObject({ code: 0, stderr: "" });
  expect(written.stdout.trimEnd().split("\n")).toHaveLength(3);
  const { "GET /v1.0/servicePrincipals": lists } = world.emulator.control.counts();
  expect(lists).toBe(1);

  expect(await terraform.run(["fmt", "-check", "-diff"])).toMatchObject({ code: 0, output: "" });
  expect(await terraform.run(["init", "-no-color"])).toMatchObject({ code: 0 });
  expect(tally(await planned(terraform))).toEqual({
    "import no-op entrascim_connection": 1,
    "import update entrascim_sync": 50,
  });

  await terraform.apply();
  const { servicePrincipals } = world.emulator.control.inspect();
  for (const [id, name] of applications) {
    expect(servicePrincipals[id]?.secrets.SecretToken).toBe(world.emulator.control.inspectToken(name));
  }
  expect(await terraform.plan()).toMatchObject({ code: 0 });
  rmSync(join(terraform.directory, "imports.tf"));
  expect(await terraform.plan()).toMatchObject({ code: 0 });
});

it("adds to a configuration that has a connection, and changes nothing of it", async () => {
  await storeTokens(addApplications(["One", "Two"]));
  const terraform = workspace();
  await terraform.start(`
provider "entrascim" {}
resource "entrascim_connection" "prod" {
  name = "entra-prod"
}
`);
  await terraform.apply();
  const { stdout } = await entrascim("apps", "--generate", "--connection", "prod");
  writeFileSync(join(terraform.directory, "apps.tf"), stdout);
  expect(tally(await planned(terraform))).toEqual({
    "no-op entrascim_connection": 1,
    "import update entrascim_sync": 2,
  });
});

it("stops at validation where no key is known to be right", async () => {
  const [id] = addApplications(["One"]).keys();
  world.emulator.control.setSecret({ environment: "prod", key: "ONE_TOKEN" }, "t");
  const terraform = workspace();
  const { code, stderr } = await entrascim("apps", "--generate", "--out", terraform.directory);
  expect(code).toBe(0);
  expect(stderr).toContain("ONE_SCIM_TOKEN");
  const syncs = readFileSync(join(terraform.directory, "syncs.tf"), "utf8");
  expect(syncs).toContain("Perhaps: ONE_TOKEN");
  expect(syncs).toContain(`service_principal_id = "${id}"`);
  expect(await terraform.run(["init", "-no-color"])).toMatchObject({ code: 0 });
  expect(await terraform.diagnostics("validate")).toMatchObject([
    { severity: "error", snippet: { code: expect.stringContaining("TODO: ONE_SCIM_TOKEN") } },
  ]);
});

it("adopts by TypeScript: real synth, imports, the first push, and no changes after it", async () => {
  const applications = addApplications(HOSTILE);
  await storeTokens(applications);
  const project = join(scratch, "project");
  cpSync(join(ROOT, "scripts/generate-docs/examples/own-project"), project, { recursive: true });
  const { code } = await entrascim("apps", "--generate", "typescript", "--out", `${project}/`);
  expect(code).toBe(0);
  writeFileSync(
    join(project, "main.ts"),
    `import { LocalProviderApp } from "entrascim/constructs";
import { AdoptedApplications } from "./adopted-applications";

const app = new LocalProviderApp();
new AdoptedApplications(app, "scim");
app.synth();
`,
  );
  await synthesize(project);

  const terraform = workspace();
  cpSync(join(project, "cdktf.out/stacks/scim/cdk.tf.json"), join(terraform.directory, "cdk.tf.json"));
  expect(await terraform.run(["init", "-no-color"])).toMatchObject({ code: 0 });
  expect(tally(await planned(terraform))).toEqual({
    "import no-op entrascim_connection": 1,
    "import update entrascim_sync": HOSTILE.length,
  });
  await terraform.apply();
  const { servicePrincipals } = world.emulator.control.inspect();
  for (const [id, name] of applications) {
    expect(servicePrincipals[id]?.secrets.SecretToken).toBe(world.emulator.control.inspectToken(name));
  }
  expect(await terraform.plan()).toMatchObject({ code: 0 });
});

/** Type-checks a project as a user's editor does, and runs the real `cdktf synth` in it. */
async function synthesize(project: string): Promise<void> {
  const modules = join(project, "node_modules");
  mkdirSync(modules);
  symlinkSync(ROOT, join(modules, "entrascim"));
  for (const name of ["cdktf", "constructs", "tsx", "@types"])
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  const plugins = join(scratch, ".terraform.d", "plugins");
  mkdirSync(dirname(plugins), { recursive: true });
  symlinkSync(MIRROR, plugins);
  const options = {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: scratch, CHECKPOINT_DISABLE: "1", CI: "1" },
  };
  const run = promisify(execFile);
  const flags = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "node16",
    "--target",
    "es2023",
    "--types",
    "node",
  ];
  await run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...flags, "main.ts"], options);
  await run(process.execPath, [join(ROOT, "node_modules/.bin/cdktf"), "synth"], options);
}

it("shows no secret, whatever it is asked for", async () => {
  addApplications(["One"]);
  const outputs = await Promise.all([
    entrascim("apps", "--all", "--verbose"),
    entrascim("apps", "--json", "--verbose"),
    entrascim("apps", "--generate", "--verbose"),
  ]);
  const text = outputs.map(({ stdout, stderr }) => stdout + stderr).join("");
  expect(text).toContain("One");
  for (const secret of [
    CLIENT_SECRET,
    IDENTITY_CLIENT_SECRET,
    world.emulator.control.inspectToken("hostile-0"),
    "pasted",
  ]) {
    expect(text).not.toContain(secret);
  }
});

describe("what goes wrong", () => {
  it.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
    ["a refused credential", { ARM_CLIENT_SECRET: "wrong" }, 3, /AADSTS7000215/],
    ["no tenant", { ARM_TENANT_ID: "" }, 2, /ARM_TENANT_ID/],
    ["a refused login to Infisical", { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "wrong" }, 3, /--no-match/],
  ])("ends on %s with its code and no output", async (_, environment, code, message) => {
    addApplications(["One"]);
    const result = await runEntrascim(["apps", "--generate"], { ...world.environment, ...environment });
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toMatch(message);
  });

  it("names the permission, where every application is refused", async () => {
    world.emulator.control.apps.setRoles(String(world.environment.ARM_CLIENT_ID), ["Application.Read.All"]);
    const result = await entrascim("apps");
    expect(result).toMatchObject({ code: 3, stdout: "" });
    expect(result.stderr).toContain("Synchronization.ReadWrite.All");
  });

  it("leaves out those that the identity does not own, and names some", async () => {
    const [mine = ""] = addApplications(["Mine", "Other"]).keys();
    const clientId = String(world.environment.ARM_CLIENT_ID);
    const { apps } = world.emulator.control;
    apps.setRoles(clientId, ["Application.ReadWrite.OwnedBy", "Application.Read.All"]);
    apps.addOwnership(clientId, mine);
    const { code, stdout, stderr } = await entrascim("apps", "--json");
    expect(code).toBe(0);
    const { applications, refused } = JSON.parse(stdout);
    expect(applications).toMatchObject([{ display_name: "Mine" }]);
    expect(refused).toContainEqual(expect.objectContaining({ display_name: "Other" }));
    expect(stderr).toMatch(new RegExp(`^${refused.length} left out.* and \\d+ more\\.`));
  });

  it("ends at once when it is interrupted", async () => {
    world.emulator.control.setLatency(1_000);
    const child = spawn(command, ["apps"], { env: { PATH: process.env.PATH, ...world.environment } });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    while ((world.emulator.control.counts()[JOBS] ?? 0) === 0)
      await new Promise((next) => setTimeout(next, 20));
    const begun = world.emulator.control.counts()[JOBS] ?? 0;
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect({ code, stderr }).toEqual({ code: 130, stderr: "Interrupted.\n" });
    expect((world.emulator.control.counts()[JOBS] ?? 0) - begun).toBeLessThan(20);
  });

  it("asks nobody where there is no terminal", async () => {
    addApplications(["One"]);
    expect(await entrascim("apps", "--pick")).toMatchObject({ code: 2, stdout: "" });
  });
});

it("writes the tenant into what it imports", async () => {
  const [id] = addApplications(["One"]).keys();
  const { stdout } = await entrascim("apps", "--generate", "import");
  expect(stdout).toContain(`  id = "${TENANT_ID}/${id}"\n`);
});
