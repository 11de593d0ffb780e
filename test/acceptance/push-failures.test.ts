import { CLIENT_ID, SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { ROUTES, traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

const ID = SERVICE_PRINCIPALS.servicenow;
const SECRET = { environment: "prod", key: "SERVICENOW_SCIM_TOKEN" };
const noRetries = 'provider "entrascim" {\n  http {\n    max_retries = 0\n  }\n}\n';

let world: World;
let terraform: TerraformWorkspace;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  control().clearFaults();
  control().setSwitches({ replaceSecrets: false });
  control().portal.removeToken(ID);
});

const control = () => world.emulator.control;
const stored = () => world.stored("servicenow");
const current = () => control().inspectToken("servicenow");
const state = () => terraform.state("entrascim_sync.servicenow");
const apply = () => terraform.run(["apply", "-auto-approve", "-no-color"]);

async function prepared(parts: Parameters<typeof sync>[1] = {}, provider = noRetries): Promise<void> {
  terraform = await world.workspace(provider + connection() + sync("servicenow", parts));
}

async function created(parts: Parameters<typeof sync>[1] = {}, provider = noRetries): Promise<void> {
  await prepared(parts, provider);
  await terraform.apply();
  control().clearRequests();
}

/** The next apply ends well, the token is there, and nothing is left to do. */
async function converges(): Promise<void> {
  await terraform.apply();
  expect(stored().SecretToken).toBe(current());
  expect(state()).toMatchObject({ sync_status: "synced", sync_message: null });
  expect((await terraform.plan()).code).toBe(0);
}

describe("before the write, a failure leaves state and the old token as they are", () => {
  it("when the application refuses the new token", async () => {
    await created();
    const before = { state: state(), token: stored().SecretToken };
    control().setSecret(SECRET, "not the application's token");
    const { code, output } = await apply();
    expect(code).toBe(1);
    expect(output).toContain("Error: The application refused the new token");
    expect({ token: stored().SecretToken }).toEqual({ token: before.token });
    expect(state()).toMatchObject({ synced_version: before.state?.synced_version, sync_status: "rotated" });
    expect(await control().runCycle(ID)).toMatchObject({ outcome: "provisioned" });
    world.rotate("servicenow");
    await converges();
  });

  it.each<[string, () => void, RegExp]>([
    [
      "403 of the write",
      () => control().fault({ kind: "status", status: 403, match: ROUTES.put, times: "always" }),
      /Error: Microsoft Graph denies access/,
    ],
    [
      "a role that reads only, which is a 401 with UnknownError",
      () => control().apps.setRoles(CLIENT_ID, ["Synchronization.Read.All", "Application.ReadWrite.OwnedBy"]),
      /Synchronization\.ReadWrite\.All/,
    ],
  ])("when the write is refused: %s", async (_, arrange, message) => {
    await created({ body: 'validation = "off"' });
    const token = stored().SecretToken;
    const { synced_version } = state() ?? {};
    world.rotate("servicenow");
    arrange();
    const { code, output } = await apply();
    control().apps.setRoles(CLIENT_ID, ["Synchronization.ReadWrite.All", "Application.Read.All"]);
    control().clearFaults();
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringMatching(message) });
    expect(stored().SecretToken).toBe(token);
    expect(state()).toMatchObject({ synced_version, sync_status: "rotated" });
    await converges();
  });

  it("when a create fails, which leaves nothing in state", async () => {
    await prepared();
    control().fault({ kind: "status", status: 403, match: ROUTES.put, times: "always" });
    expect((await apply()).code).toBe(1);
    expect(state()).toBeUndefined();
    control().clearFaults();
    await converges();
  });
});

describe("once something may have been written, state says so", () => {
  it("when the connection breaks after the write: the push is repeated within the apply", async () => {
    await created({}, "");
    world.rotate("servicenow");
    control().fault({ kind: "reset-after", match: ROUTES.put });
    await terraform.apply();
    expect(traffic(world.emulator).put).toBe(2);
    await converges();
  });

  it("when an update cannot confirm it: incomplete, and pushed again", async () => {
    await created();
    world.rotate("servicenow");
    control().fault({ kind: "reset-after", match: ROUTES.put });
    const { code, output } = await apply();
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining("Error: The push could not be confirmed"),
    });
    expect(state()).toMatchObject({ sync_status: "incomplete", last_synced_at: expect.any(String) });
    await converges();
  });

  it("when a create cannot confirm it: tainted, replaced without being cleared in between", async () => {
    await prepared({ body: 'on_destroy = "clear"' });
    control().fault({ kind: "status", status: 500, match: ROUTES.secrets, nth: 4, times: "always" });
    const { code, output } = await apply();
    control().clearFaults();
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining("Error: The push could not be confirmed"),
    });
    expect(state()).toMatchObject({ sync_status: "incomplete" });
    expect(stored().SecretToken).toBe(current());
    const [change] = await terraform.changes();
    expect(change?.change.actions).toEqual(["delete", "create"]);
    control().clearRequests();
    await converges();
    expect(traffic(world.emulator).put).toBe(1);
  });

  it("when the server replaces all keys instead of merging ours: they are put back, and it is an error", async () => {
    await created();
    const before = stored();
    world.rotate("servicenow");
    control().setSwitches({ replaceSecrets: true });
    const { code, output } = await apply();
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining("Put back: BaseAddress"),
    });
    expect(stored()).toEqual({ ...before, SecretToken: current() });
    expect(state()).toMatchObject({ sync_status: "incomplete" });
    control().setSwitches({ replaceSecrets: false });
    await converges();
  });
});

describe("a job in quarantine", () => {
  it("for bad credentials is started once the token is there, with one request and few looks", async () => {
    await created();
    world.rotate("servicenow");
    control().portal.quarantine(ID);
    control().clearRequests();
    await terraform.apply();
    expect(state()).toMatchObject({ provisioning_job: { status: "Active", quarantine_reason: null } });
    expect(traffic(world.emulator)).toMatchObject({ start: 1, put: 1 });
    expect((await terraform.plan()).code).toBe(0);
  });

  it("for another reason is left alone and named", async () => {
    await created();
    world.rotate("servicenow");
    control().portal.quarantine(ID, "TooManyDeletes");
    const { output } = await terraform.apply();
    expect(output).toContain("Warning: A provisioning job is in quarantine");
    expect(output).toContain("TooManyDeletes");
    expect(traffic(world.emulator).start).toBe(0);
    control().portal.setSchedule(ID, "Active");
  });
});

describe("waiting", () => {
  it("a new service principal that Graph does not find yet is waited for by plan and create", async () => {
    await prepared();
    control().portal.hideServicePrincipal(ID, { reads: 2 });
    expect((await terraform.plan()).code).toBe(2);
    // The first read of the apply is the check of its own plan, the second one is the create's.
    control().fault({ kind: "status", status: 404, match: ROUTES.secrets, nth: 2 });
    control().clearRequests();
    await terraform.apply("plan.tfplan");
    const reads = control()
      .requests()
      .filter(({ method, route }) => method === "GET" && route === ROUTES.secrets.route);
    expect(reads.map(({ status }) => status)).toEqual([200, 404, 200, 200]);
    expect(stored().SecretToken).toBe(current());
  });

  it("a short Retry-After is obeyed", async () => {
    await created({}, "");
    world.rotate("servicenow");
    control().fault({ kind: "status", status: 429, retryAfter: 1, match: ROUTES.put });
    control().clearRequests();
    await terraform.apply();
    const [refused, accepted] = control()
      .requests()
      .filter(({ method }) => method === "PUT");
    expect([refused?.status, accepted?.status]).toEqual([429, 204]);
    expect((accepted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it("one beyond the timeout fails at once, says so, and nothing was written", async () => {
    await created({}, "");
    const token = stored().SecretToken;
    world.rotate("servicenow");
    control().fault({ kind: "status", status: 429, retryAfter: 3600, match: ROUTES.put, times: "always" });
    const { code, output } = await apply();
    expect(code).toBe(1);
    expect(output.replace(/[\s│]+/g, " ")).toContain("asked us to wait 3600 s, which is longer than");
    expect(traffic(world.emulator).put).toBe(1);
    expect(stored().SecretToken).toBe(token);
    expect(state()).toMatchObject({ sync_status: "rotated" });
    control().clearFaults();
    await converges();
  });
});

describe("the number of requests", () => {
  it("of a create is six to Graph beside what plan checks, of an update five", async () => {
    await prepared();
    await terraform.plan();
    control().clearRequests();
    await terraform.apply("plan.tfplan");
    // The apply walk plans again, and so checks again: secrets and jobs.
    expect(traffic(world.emulator)).toMatchObject({
      graph: 8,
      servicePrincipal: 1,
      validate: 1,
      put: 1,
      token: 1,
    });
    world.rotate("servicenow");
    await terraform.plan();
    control().clearRequests();
    await terraform.apply("plan.tfplan");
    expect(traffic(world.emulator)).toMatchObject({
      graph: 5,
      secrets: 2,
      jobs: 1,
      validate: 1,
      put: 1,
      token: 1,
      login: 1,
    });
    expect(control().violations()).toEqual([]);
  });
});
