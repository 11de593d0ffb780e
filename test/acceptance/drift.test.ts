import { CLIENT_ID, SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

const ID = SERVICE_PRINCIPALS.databricks;
const SECRET = { environment: "prod", key: "DATABRICKS_SCIM_TOKEN" };

let world: World;
let terraform: TerraformWorkspace;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const control = () => world.emulator.control;
const stored = () => world.stored("databricks");
const current = () => control().inspectToken("databricks");
const state = () => terraform.state("entrascim_sync.databricks");
const own = () => `${world.emulator.origin}/scim/databricks/v2`;

async function created(parts: Parameters<typeof sync>[1] = {}): Promise<void> {
  terraform = await world.workspace(connection() + sync("databricks", parts));
  await terraform.apply();
  control().clearRequests();
}

/** The next plan's change of the sync in one attribute: before and after. */
async function plannedChange(attribute: string): Promise<readonly unknown[]> {
  const changes = await terraform.changes();
  expect(changes.map(({ address }) => address)).toEqual(["entrascim_sync.databricks"]);
  const change = changes[0]?.change;
  expect(change?.actions).toEqual(["update"]);
  return [change?.before?.[attribute], change?.after?.[attribute]];
}

describe("in the portal", () => {
  it("a token that was removed is pushed again", async () => {
    await created();
    control().portal.removeToken(ID);
    expect(await plannedChange("sync_status")).toEqual(["token_missing", "synced"]);
    await terraform.apply("plan.tfplan");
    expect(stored().SecretToken).toBe(current());
    expect((await terraform.plan()).code).toBe(0);
  });

  it("a tenant URL of another origin is told, sends nothing, and stops a strict push", async () => {
    await created({ body: 'validation = "strict"' });
    const before = stored().SecretToken;
    control().portal.setBaseAddress(ID, "https://evil.example.com/scim");
    const told = await terraform.plan();
    expect({ code: told.code, output: told.output }).toMatchObject({
      code: 0,
      output: expect.stringContaining("The tenant URL was changed in Entra"),
    });
    world.rotate("databricks");
    const { code, output } = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect(code).toBe(1);
    expect(output).toContain(own());
    expect(output).toContain("https://evil.example.com/scim");
    expect(traffic(world.emulator)).toMatchObject({ put: 0, validate: 0 });
    expect(stored().SecretToken).toBe(before);
    control().portal.setBaseAddress(ID, own());
    await terraform.apply();
    expect(stored().SecretToken).toBe(current());
  });

  it("a managed tenant URL is put back, with the token", async () => {
    await created({ destination: `base_address = "${own()}"` });
    control().portal.setBaseAddress(ID, `${own()}/elsewhere`);
    expect(await plannedChange("sync_status")).toEqual(["base_address_changed", "synced"]);
    await terraform.apply("plan.tfplan");
    expect(stored()).toMatchObject({ BaseAddress: own(), SecretToken: current() });
    expect((await terraform.plan()).code).toBe(0);
  });
});

describe("in Infisical", () => {
  it.each<[string, () => void]>([
    ["deleted and created again under its key", () => control().deleteSecret(SECRET)],
    ["renamed, and another one created under its key", () => control().renameSecret(SECRET, "OLD")],
  ])("a secret that was %s is pushed, although its version is the same", async (_, arrange) => {
    await created();
    const { version } =
      control()
        .inspect()
        .secrets.find(({ key }) => key === SECRET.key) ?? {};
    arrange();
    const token = control().rotateToken("databricks");
    for (let count = 0; count < (version ?? 1); count++) control().setSecret(SECRET, token);
    expect(await plannedChange("sync_status")).toEqual(["secret_replaced", "synced"]);
    await terraform.apply("plan.tfplan");
    expect(stored().SecretToken).toBe(token);
    expect((await terraform.plan()).code).toBe(0);
  });

  it("a secret that was renamed is missing, until the configuration follows", async () => {
    await created();
    control().renameSecret(SECRET, "NEW_NAME");
    const missing = await terraform.plan();
    expect(missing.code).toBe(0);
    expect(missing.output).toContain("The secret does not exist any more");
    terraform.write((connection() + sync("databricks")).replace(SECRET.key, "NEW_NAME"));
    await terraform.apply();
    expect(state()).toMatchObject({ sync_status: "synced" });
    expect((await terraform.plan()).code).toBe(0);
    control().renameSecret({ environment: "prod", key: "NEW_NAME" }, SECRET.key);
  });
});

describe("in the directory", () => {
  it("a role that was revoked is told by connection and sync, and mends itself when it is back", async () => {
    await created();
    control().apps.setRoles(CLIENT_ID, ["Application.Read.All"]);
    const { code, output } = await terraform.plan();
    expect(code).toBe(2);
    expect(output).toContain("Warning: The connection cannot sign in");
    expect(output).toContain("Synchronization.ReadWrite.All");
    const refused = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/Error: The application may not write synchronization secrets/);
    control().apps.setRoles(CLIENT_ID, ["Synchronization.ReadWrite.All", "Application.Read.All"]);
    control().clearRequests();
    await terraform.apply();
    expect(traffic(world.emulator).put).toBe(0);
    expect((await terraform.plan()).code).toBe(0);
  });
});
