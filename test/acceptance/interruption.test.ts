import { childrenOf, haveEnded } from "../support/processes";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { held, ROUTES, traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";
import { WAYS } from "./interruption/ways";

jest.setTimeout(60_000);

/* What one Ctrl-C does to a push. interruption-everywhere.test.ts breaks it off at each step, in each way. */

let world: World;
let terraform: TerraformWorkspace;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const current = () => world.emulator.control.inspectToken("slack");
const stored = () => world.stored("slack").SecretToken;
const state = () => terraform.state("entrascim_sync.slack");

/** A sync that was applied, whose token has been rotated since, so that the next apply pushes. */
async function aboutToPush(): Promise<void> {
  terraform = await world.workspace(connection() + sync("slack"));
  await terraform.apply();
  world.rotate("slack");
}

/** An apply whose push is held at this request, with the providers that it has started. */
async function pushHeldAt(route: keyof typeof ROUTES, moment: "before" | "after") {
  const pause = world.emulator.control.pauseAt(ROUTES[route], moment);
  const running = terraform.launch(["apply", "-auto-approve", "-no-color"]);
  await held(pause, running);
  const providers = childrenOf(running.pid);
  expect(providers).not.toEqual([]);
  return { pause, running, providers };
}

async function converges(): Promise<void> {
  await terraform.apply();
  expect(stored()).toBe(current());
  expect(state()).toMatchObject({ sync_status: "synced" });
  expect((await terraform.plan()).code).toBe(0);
}

describe("Ctrl-C, which a terminal sends to Terraform and provider alike", () => {
  it("during the write ends after its check, and state tells what was written", async () => {
    await aboutToPush();
    const { pause, running, providers } = await pushHeldAt("put", "before");
    await WAYS["Ctrl-C"](running);
    expect(childrenOf(running.pid)).not.toEqual([]);
    pause.resume();
    const { output } = await running.result;
    expect(output).toContain("Interrupt received");
    expect(stored()).toBe(current());
    expect(state()).toMatchObject({ sync_status: "synced", synced_version: state()?.source_version });
    expect(await haveEnded(providers, 3_000)).toBe(true);
    world.emulator.control.clearRequests();
    await converges();
    expect(traffic(world.emulator).put).toBe(0);
  });

  it("before the write sends nothing, and the next apply pushes", async () => {
    await aboutToPush();
    const before = { token: stored(), version: state()?.synced_version };
    const { pause, running, providers } = await pushHeldAt("validate", "before");
    process.kill(-running.pid, "SIGINT");
    const { code } = await running.result;
    pause.resume();
    expect(code).toBe(1);
    expect({ token: stored(), version: state()?.synced_version }).toEqual(before);
    expect(await haveEnded(providers, 3_000)).toBe(true);
    await converges();
  });

  it("ends a long wait at once", async () => {
    await aboutToPush();
    world.emulator.control.fault({ kind: "status", status: 429, retryAfter: 120, match: ROUTES.validate });
    const pause = world.emulator.control.pauseAt(ROUTES.validate, "after");
    const running = terraform.launch(["apply", "-auto-approve", "-no-color"]);
    await held(pause, running);
    pause.resume();
    process.kill(-running.pid, "SIGINT");
    const { code } = await running.result;
    expect(code).toBe(1);
    world.emulator.control.clearFaults();
    await converges();
  });
});
