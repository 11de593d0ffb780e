import { CLIENT_ID, IDENTITY_ID, PROJECT_ID, SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
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

/** What the next plan says of the sync, which it updates and nothing else: status and message before. */
async function plannedUpdate(): Promise<{ readonly status: unknown; readonly message: unknown }> {
  const changes = await terraform.changes();
  expect(changes.map(({ address }) => address)).toEqual(["entrascim_sync.databricks"]);
  const change = changes[0]?.change;
  expect(change?.actions).toEqual(["update"]);
  expect(change?.after).toMatchObject({ sync_status: "synced", sync_message: null });
  return { status: change?.before?.sync_status, message: change?.before?.sync_message };
}

describe("in the portal", () => {
  it("a token that was removed is pushed again", async () => {
    await created();
    control().portal.removeToken(ID);
    expect(await plannedUpdate()).toEqual({
      status: "token_missing",
      message: "The service principal has no token; somebody removed it in Entra",
    });
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
    expect(await plannedUpdate()).toEqual({
      status: "base_address_changed",
      message: `Entra has ${own()}/elsewhere instead of the managed base address`,
    });
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
    expect(await plannedUpdate()).toEqual({
      status: "secret_replaced",
      message: "Infisical holds another secret under this name; the one that was pushed was deleted or moved",
    });
    await terraform.apply("plan.tfplan");
    expect(stored().SecretToken).toBe(token);
    expect((await terraform.plan()).code).toBe(0);
  });

  it.each<[string, () => void, (configuration: string) => string, () => void]>([
    [
      "renamed",
      () => control().renameSecret(SECRET, "NEW_NAME"),
      (configuration) => configuration.replace(SECRET.key, "NEW_NAME"),
      () => control().renameSecret({ environment: "prod", key: "NEW_NAME" }, SECRET.key),
    ],
    [
      "moved to another folder",
      () => moveSecret("/scim", "/moved"),
      (configuration) => configuration.replace('"/scim"', '"/moved"'),
      () => moveSecret("/moved", "/scim"),
    ],
  ])("a secret that was %s is missing, until the configuration follows", async (_, arrange, follow, undo) => {
    await created();
    arrange();
    const missing = await terraform.plan();
    expect({ code: missing.code, output: missing.output }).toMatchObject({
      code: 0,
      output: expect.stringContaining("The secret does not exist any more"),
    });
    expect(missing.output).toContain("DATABRICKS_SCIM_TOKEN");
    terraform.write(follow(connection() + sync("databricks")));
    await terraform.apply();
    expect(state()).toMatchObject({ sync_status: "synced" });
    expect(stored().SecretToken).toBe(current());
    expect((await terraform.plan()).code).toBe(0);
    undo();
  });

  it("a permission to see that was revoked is told with its reason, fails the apply, and mends itself", async () => {
    await created();
    permit({ describe: false, readValue: false });
    const { code, output } = await terraform.plan();
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringContaining("Warning: The sync could not be read"),
    });
    expect(output).toMatch(/sync_message\s+= "Infisical denies permission: .*" -> \(known after apply\)/);
    const refused = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("Error: Infisical denies") });
    permit({ describe: true, readValue: true });
    control().clearRequests();
    await terraform.apply();
    expect(traffic(world.emulator).put).toBe(0);
    expect((await terraform.plan()).code).toBe(0);
  });

  it("a permission to read values that was revoked stops the push of a rotated token, which is told", async () => {
    await created();
    const before = stored().SecretToken;
    world.rotate("databricks");
    permit({ describe: true, readValue: false });
    expect(await plannedUpdate()).toMatchObject({
      status: "rotated",
      message: expect.stringMatching(/^Infisical holds version \d+ .*; version \d+ was pushed$/),
    });
    const refused = await terraform.run(["apply", "-auto-approve", "-no-color", "plan.tfplan"]);
    expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/Error: .*(permission|value)/i) });
    expect(stored().SecretToken).toBe(before);
    permit({ describe: true, readValue: true });
    await terraform.apply();
    expect(stored().SecretToken).toBe(current());
  });
});

/** What the machine identity may do in `/scim`; everywhere else it may do everything. */
function permit(scim: { readonly describe: boolean; readonly readValue: boolean }): void {
  control().infisical.setPermissions(IDENTITY_ID, PROJECT_ID, [
    { environment: "*", path: "/azure", describe: true, readValue: true },
    { environment: "*", path: "/moved", describe: true, readValue: true },
    { environment: "*", path: "/scim", ...scim },
  ]);
}

/** In Infisical a secret is moved by making it anew, so it has another id. */
function moveSecret(from: string, to: string): void {
  control().deleteSecret({ ...SECRET, path: from });
  control().setSecret({ ...SECRET, path: to }, current());
}

describe("in the directory", () => {
  it("an application that was deleted takes its sync out of state, and is told with the remedy", async () => {
    await created();
    const gone = control().portal.addApplication({ name: "gone", displayName: "Gone" });
    control().setSecret({ environment: "prod", key: "GONE_SCIM_TOKEN" }, control().inspectToken("gone"));
    const other = sync("databricks", { label: "gone" })
      .replace(ID, gone)
      .replace("DATABRICKS_SCIM_TOKEN", "GONE_SCIM_TOKEN");
    terraform.write(connection() + sync("databricks") + other);
    await terraform.apply();
    control().portal.deleteServicePrincipal(gone);
    const { code, output } = await terraform.plan();
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringContaining("1 to add, 0 to change"),
    });
    expect(output).toMatch(/# entrascim_sync\.gone will be created/);
    expect(output).toContain("Warning: The service principal does not exist");
    expect(output).toContain(gone);
    // Whoever deleted the application deletes its sync.
    terraform.write(connection() + sync("databricks"));
    expect((await terraform.plan()).code).toBe(0);
  });

  it("a role that was revoked is told by connection and sync, and mends itself when it is back", async () => {
    await created();
    control().apps.setRoles(CLIENT_ID, ["Application.Read.All"]);
    const { code, output } = await terraform.plan();
    expect(code).toBe(2);
    expect(output).toContain("Warning: The connection cannot sign in");
    expect(output).toContain("Synchronization.ReadWrite.All");
    expect(output).toContain("entrascim_sync.databricks will be updated in-place");
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
