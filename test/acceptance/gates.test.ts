import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CLIENT_ID, SERVICE_PRINCIPALS, TENANT_ID, TOKEN_KEYS } from "../../src/emulator/default-seed";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { traffic } from "../support/traffic";
import { startWorld, type World } from "../support/world";

jest.setTimeout(120_000);

/*
 * examples/hcl/gates from a healthy world through each kind of trouble, in order. ServiceNow plays staging, Databricks
 * production.
 */

const ROOT = resolve(__dirname, "../..");
const EXAMPLE = join(ROOT, "examples", "hcl", "gates");
const REASON = "Staging does not provision, so production keeps the token that it has.";

let world: World;
let terraform: TerraformWorkspace;
beforeAll(async () => {
  world = await startWorld();
  terraform = await world.workspace("", {
    TF_VAR_tenant_id: TENANT_ID,
    TF_VAR_client_id: CLIENT_ID,
    TF_VAR_staging_service_principal_id: SERVICE_PRINCIPALS.servicenow,
    TF_VAR_production_service_principal_id: SERVICE_PRINCIPALS.databricks,
    TF_VAR_production_secret_key: TOKEN_KEYS.databricks,
  });
  cpSync(EXAMPLE, terraform.directory, { recursive: true });
  expect(await terraform.run(["init", "-no-color"])).toMatchObject({ code: 0 });
});
afterAll(() => world.close());
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

const portal = () => world.emulator.control.portal;
const token = () => world.stored("databricks").SecretToken;
/** What a plan comes to, without Terraform's line breaks. */
async function planned() {
  const { code, output } = await terraform.plan();
  return { code, output: output.replace(/[\s│╷╵]+/g, " ") };
}

describe("where staging has no token yet", () => {
  it("the gate is closed in the apply that makes the connection, before anything is sent", async () => {
    const { code, output } = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect({ code, told: output.includes(REASON) }).toEqual({ code: 1, told: true });
    expect(traffic(world.emulator).put).toBe(0);
  });
});

describe("where both stages provision", () => {
  beforeAll(() => {
    const staging = world.emulator.control.inspectToken("servicenow");
    portal().setStoredSecrets(SERVICE_PRINCIPALS.servicenow, { SecretToken: staging });
  });

  it("the gate is open, no check has anything to say, and the next plan has nothing to do", async () => {
    expect((await terraform.apply()).output).not.toContain("Warning: Check block");
    expect(token()).toBe(world.emulator.control.inspectToken("databricks"));
    const { code, output } = await planned();
    expect({ code, warns: output.includes("Warning") }).toEqual({ code: 0, warns: false });
  });
});

describe("where production is in quarantine", () => {
  afterAll(() => portal().setSchedule(SERVICE_PRINCIPALS.databricks, "Active"));

  it("its check warns with the reason, and the plan has nothing to do", async () => {
    portal().quarantine(SERVICE_PRINCIPALS.databricks, "TooManyDeletes");
    const { code, output } = await planned();
    expect(code).toBe(0);
    expect(output).toContain("Warning: Check block assertion failed");
    expect(output).toMatch(/Production is in quarantine: \{.*"quarantine_reason":"TooManyDeletes"/);
    expect(output).not.toContain("Error:");
  });
});

describe("where staging is in quarantine", () => {
  beforeAll(() => portal().quarantine(SERVICE_PRINCIPALS.servicenow, "EncounteredQuarantineException"));

  it("its check warns with the jobs, and the precondition fails the plan with the reason that was written", async () => {
    const { code, output } = await planned();
    expect(code).toBe(1);
    expect(output).toContain("Error: Resource precondition failed");
    expect(output).toContain(REASON);
    expect(output).toContain("Warning: Check block assertion failed");
    expect(output).toMatch(
      /Staging does not provision: \[\{.*"quarantine_reason":"EncounteredQuarantineException"/,
    );
  });

  it("an apply sends nothing, although the token was rotated", async () => {
    const before = token();
    world.rotate("databricks");
    world.emulator.control.clearRequests();
    const { code, output } = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect({ code, told: output.includes(REASON) }).toEqual({ code: 1, told: true });
    expect(traffic(world.emulator)).toMatchObject({ put: 0, validate: 0 });
    expect(token()).toBe(before);
  });

  it("a destroy is not held up", async () => {
    await terraform.destroy();
  });
});

it("docs/how-to/gates.md shows what stands in the example", () => {
  const example = readFileSync(join(EXAMPLE, "main.tf"), "utf8");
  const page = readFileSync(join(ROOT, "docs", "how-to", "gates.md"), "utf8");
  const shown = [...page.matchAll(/```hcl\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
  expect(shown.length).toBeGreaterThan(3);
  for (const code of shown) expect(example).toContain(code);
});
