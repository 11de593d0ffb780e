import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import type { SeedInput } from "../../src/emulator/seed";
import { startWorld, type World } from "../support/world";

/*
 * examples/cdktf/promotion as a person runs it: the real cdktf, the real Terraform, three environments. It is one
 * story, told in order: each test goes on where the one before has ended.
 */

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, "../..");
const EXAMPLE = join(ROOT, "examples", "cdktf", "promotion");
const KEYS = { servicenow: "SERVICENOW_SCIM_TOKEN", slack: "SLACK_SCIM_TOKEN" } as const;
const STAGES = ["dev", "staging", "prod"] as const;

type Application = keyof typeof KEYS;
type Stage = (typeof STAGES)[number];

let scratch: string;
let project: string;
let world: World;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "entrascim-promotion-"));
  project = join(scratch, "project");
  cpSync(EXAMPLE, project, { recursive: true });
  mkdirSync(join(project, "node_modules"));
  symlinkSync(ROOT, join(project, "node_modules", "entrascim"));
  for (const name of ["cdktf", "constructs", "tsx"]) {
    symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name));
  }
  const seed = JSON.parse(readFileSync(join(EXAMPLE, "emulator-seed.json"), "utf8")) as SeedInput;
  world = await startWorld({ seed });
  env = {
    PATH: process.env.PATH,
    HOME: scratch,
    TERRAFORM_BINARY_NAME: findTerraform(process.env).command,
    CHECKPOINT_DISABLE: "1",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
    CI: "1",
    ...world.environment,
  };
});
afterAll(async () => {
  await world?.close();
  rmSync(scratch, { recursive: true, force: true });
});
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

interface Result {
  readonly code: number;
  /** All that was printed, as one line without colours, frames and names of stacks before lines. */
  readonly said: string;
}

function run(file: string, args: readonly string[], directory: string): Promise<Result> {
  return new Promise((done) => {
    execFile(file, args, { cwd: directory, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const said = `${stdout}\n${stderr}`
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how colours begin
        .replace(/\x1b\[[\d;]*m/g, "")
        .replace(/^scim-\w+ {2}/gm, "")
        .replace(/[│╷╵\s]+/g, " ");
      done({ code: error === null ? 0 : Number(error.code ?? -1), said });
    });
  });
}

const cdktf = (...args: readonly string[]) =>
  run(process.execPath, [require.resolve("cdktf-cli/bundle/bin/cdktf"), ...args], project);
const deploy = (...options: readonly string[]) => cdktf("deploy", "*", "--auto-approve", ...options);

/** Terraform in the stack of a stage, as a pipeline runs it for one stage alone. */
const terraform = (stage: Stage, ...args: readonly string[]) =>
  run(
    env.TERRAFORM_BINARY_NAME ?? "",
    [...args, "-no-color"],
    join(project, "cdktf.out", "stacks", `scim-${stage}`),
  );

/** A change to the program, as a pull request makes it. */
function edit(file: string, before: string, after: string): void {
  const path = join(project, file);
  const text = readFileSync(path, "utf8");
  expect(text.split(before)).toHaveLength(2);
  writeFileSync(path, text.replace(before, after));
}

const IDS = {
  servicenow: { dev: "d1", staging: "e1", prod: "f1" },
  slack: { dev: "d2", staging: "e2", prod: "f2" },
};
const servicePrincipal = (application: Application, stage: Stage) =>
  `5e4b1ce0-0000-4000-8000-0000000000${IDS[application][stage]}`;

/** The token in Entra. */
const held = (application: Application, stage: Stage) =>
  world.emulator.control.inspect().servicePrincipals[servicePrincipal(application, stage)]?.secrets
    .SecretToken;
const accepted = (application: Application, stage: Stage) =>
  world.emulator.control.inspectToken(`${application}-${stage}`);
const store = (application: Application, stage: Stage, token: string) =>
  world.emulator.control.setSecret({ environment: stage, key: KEYS[application] }, token);
const rotate = (application: Application, stage: Stage) =>
  world.emulator.control.rotateToken(`${application}-${stage}`);
const cycle = (application: Application, stage: Stage) =>
  world.emulator.control.runCycle(servicePrincipal(application, stage));

it("deploys all stages in order", async () => {
  const { code, said } = await deploy();
  expect({ code, said }).toMatchObject({ code: 0 });
  const ends = [...said.matchAll(/entrascim_sync\.servicenow: Creation complete after \d+s \[id=\S+(..)\]/g)];
  expect(ends.map(([, id]) => id)).toEqual(["d1", "e1", "f1"]);
  for (const stage of STAGES) {
    expect(held("servicenow", stage)).toBe(accepted("servicenow", stage));
    expect(await cycle("slack", stage)).toMatchObject({ outcome: "provisioned" });
  }
});

it("stops a token that does not work in staging, and leaves prod alone", async () => {
  store("servicenow", "dev", rotate("servicenow", "dev"));
  store("servicenow", "staging", "mistyped");
  const before = { staging: held("servicenow", "staging"), prod: held("servicenow", "prod") };

  const { code, said } = await deploy("--skip-synth");
  expect(code).toBe(1);
  expect(said).toContain("Error: The application refused the new token with entrascim_sync.servicenow");
  expect(said).toContain("1 Stack waiting");
  expect(held("servicenow", "dev")).toBe(accepted("servicenow", "dev"));
  expect(held("servicenow", "staging")).toBe(before.staging);
  expect(held("servicenow", "prod")).toBe(before.prod);
  expect(await cycle("servicenow", "staging")).toMatchObject({ outcome: "provisioned" });
  expect(await cycle("servicenow", "prod")).toMatchObject({ outcome: "provisioned" });
});

it("fails a plan of prod alone, and says what staging has not done", async () => {
  const { code, said } = await terraform("prod", "plan");
  expect(code).toBe(1);
  expect(said).toContain("local.pushed_staging_servicenow is false");
  expect(said).toContain(
    "Stage staging has not pushed version 2 of the token of servicenow: it pushed version 1. Deploy scim-staging first.",
  );
  expect(said.match(/Error: /g)).toHaveLength(1);
});

it("waits for a cycle of staging where prod requires one, when the pin is raised", async () => {
  store("servicenow", "staging", rotate("servicenow", "staging"));
  store("servicenow", "prod", rotate("servicenow", "prod"));
  edit("stages.ts", "version: 1 }", "version: 2 }");
  edit(
    "stages.ts",
    'validation: "strict",',
    'validation: "strict",\n  requires: { provisionedSincePush: true },',
  );

  const { code, said } = await deploy();
  expect(code).toBe(1);
  expect(said).toMatch(
    /No provisioning cycle of servicenow has succeeded in stage staging since its push at 20\S+Z\. Entra runs one/,
  );
  expect(said.match(/No provisioning cycle/g)).toHaveLength(1);
  expect(held("servicenow", "staging")).toBe(accepted("servicenow", "staging"));
  expect(held("servicenow", "prod")).not.toBe(accepted("servicenow", "prod"));
});

it("lets a token that works go through to prod", async () => {
  expect(await cycle("servicenow", "staging")).toMatchObject({ outcome: "provisioned" });
  expect(await terraform("prod", "init")).toMatchObject({ code: 0 });
  const { code, said } = await terraform("prod", "plan", "-detailed-exitcode", "-out=reviewed.tfplan");
  expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining("synced_version = 1 -> 2") });
});

it("applies a reviewed plan by what was so when it was made", async () => {
  world.emulator.control.portal.quarantine(servicePrincipal("slack", "staging"));
  expect(await terraform("prod", "apply", "reviewed.tfplan")).toMatchObject({ code: 0 });
  expect(held("servicenow", "prod")).toBe(accepted("servicenow", "prod"));
  expect(await cycle("servicenow", "prod")).toMatchObject({ outcome: "provisioned" });
});

it("fails the next plan for an application in quarantine, with the reason", async () => {
  const { code, said } = await terraform("prod", "plan");
  expect(code).toBe(1);
  expect(said).toMatch(
    /slack does not provision in stage staging: job scim\.\S+ has the status Quarantine \(EncounteredQuarantineException\)\./,
  );
  expect(said.match(/Error: /g)).toHaveLength(1);
});

it("lets another application through by its address", async () => {
  const target = "-target=entrascim_sync.servicenow";
  expect(await terraform("prod", "plan", target)).toMatchObject({ code: 0 });
});

it("destroys a stage whatever the one before is like", async () => {
  const { code, said } = await terraform("prod", "destroy", "-auto-approve");
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("3 destroyed") });
  expect(await cycle("servicenow", "prod")).toMatchObject({ outcome: "provisioned" });
});
