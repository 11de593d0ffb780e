import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  IDENTITY_CLIENT_ID,
  IDENTITY_CLIENT_SECRET,
  IDENTITY_ID,
  PROJECT_ID,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import { derivedUuid } from "../../src/emulator/derived-uuid";
import { TerraformWorkspace } from "../support/terraform-workspace";
import { startWorld, type World } from "../support/world";
import { provideSignIns } from "./support/sign-ins";

// examples/cdktf/quickstart is what the demo deploys; the other CDKTF examples are synthesized in test/constructs.

jest.setTimeout(120_000);

const EXAMPLES = resolve(__dirname, "../../examples/hcl");

let world: World;
let scratch: string;
const workspaces: TerraformWorkspace[] = [];

beforeAll(async () => {
  world = await startWorld();
  scratch = mkdtempSync(join(tmpdir(), "entrascim-examples-"));
});
afterAll(async () => {
  for (const workspace of workspaces) workspace.remove();
  rmSync(scratch, { recursive: true, force: true });
  await world.close();
});
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

/** A copy of an example, initialised and validated, with values for its variables. */
async function example(
  name: string,
  variables: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<TerraformWorkspace> {
  const values = Object.entries(variables).map(([key, value]) => [`TF_VAR_${key}`, value] as const);
  const workspace = new TerraformWorkspace(
    { ...world.environment, ...environment, ...Object.fromEntries(values) },
    findTerraform(process.env).command,
  );
  workspaces.push(workspace);
  cpSync(join(EXAMPLES, name), workspace.directory, { recursive: true });
  expect(await workspace.run(["init", "-no-color"])).toMatchObject({ code: 0 });
  expect(await workspace.run(["validate", "-no-color"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Success!"),
  });
  return workspace;
}

const token = (application: string) => world.emulator.control.inspectToken(application);

it("examples/hcl/quickstart is applied, changes nothing afterwards, and is destroyed", async () => {
  const terraform = await example("quickstart", {
    tenant_id: TENANT_ID,
    client_id: CLIENT_ID,
    servicenow_service_principal_id: SERVICE_PRINCIPALS.servicenow,
  });
  const { stdout } = await terraform.apply();
  expect(stdout).toMatch(/sync_status = "synced"\s+synced_version = 1\n/);
  expect(world.stored("servicenow").SecretToken).toBe(token("servicenow"));
  expect(await terraform.plan()).toMatchObject({ code: 0 });
  await terraform.destroy();
});

it("examples/hcl/every-option is applied, changes nothing afterwards, and is destroyed", async () => {
  const { origin } = world.emulator;
  const signIns = await provideSignIns(world, scratch);
  const unused = "not read: Terraform starts no provider that nothing uses";
  const baseAddress = `${origin}/scim/servicenow/v2`;
  const terraform = await example(
    "every-option",
    {
      tenant_id: TENANT_ID,
      client_id: CLIENT_ID,
      project_id: PROJECT_ID,
      servicenow_service_principal_id: SERVICE_PRINCIPALS.servicenow,
      servicenow_base_address: baseAddress,
      servicenow_app_id: derivedUuid("app:servicenow"),
      other_service_principal_id: SERVICE_PRINCIPALS.slack,
      certificate_file: signIns.certificateFile,
      workload_token_file: signIns.workloadTokenFile,
      authority_host: origin,
      graph_endpoint: origin,
      infisical_host: origin,
      infisical_client_id: IDENTITY_CLIENT_ID,
      infisical_client_secret: IDENTITY_CLIENT_SECRET,
      infisical_identity_id: IDENTITY_ID,
      infisical_token: unused,
      entra_client_secret: CLIENT_SECRET,
      entra_certificate: unused,
      entra_certificate_password: unused,
      pipeline_token: unused,
      pipeline_request_token: unused,
      scim_token: token("slack"),
    },
    signIns.environment,
  );
  await terraform.apply();
  expect(world.stored("servicenow")).toMatchObject({
    SecretToken: token("servicenow"),
    BaseAddress: baseAddress,
  });
  expect(world.stored("slack").SecretToken).toBe(token("slack"));
  expect(await terraform.plan()).toMatchObject({ code: 0 });
  await terraform.destroy();
  // on_destroy is "clear" for the one, and "retain" for the other.
  expect(world.stored("servicenow").SecretToken).toBeUndefined();
  expect(world.stored("slack").SecretToken).toBe(token("slack"));
});
