import { rmSync } from "node:fs";
import { join } from "node:path";
import { CLIENT_SECRET, IDENTITY_CLIENT_SECRET, SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import { artefactsIn, findSecrets, type Printed } from "../leaks/secret-search";
import { childrenOf, haveEnded } from "../support/processes";
import type { CommandResult, TerraformWorkspace } from "../support/terraform-workspace";
import { traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";
import { sample } from "./interruption/sample";
import { holdAt, isHealing, type Step } from "./interruption/steps";
import { WAYS, type Way } from "./interruption/ways";

jest.setTimeout(60_000);

/*
 * A push is broken off at each of its steps. Afterwards nothing runs any more, the next apply converges with no write
 * that is not needed, nothing else was touched, and no secret stands in anything that was left behind.
 */

const ID = SERVICE_PRINCIPALS.servicenow;
const OTHERS = { Domain: "example.com", SyncNotificationSettings: "{}" };
const SECRETS = {
  "client secret": CLIENT_SECRET,
  "client secret of the machine identity": IDENTITY_CLIENT_SECRET,
};
const { name, updates, creates } = sample(process.env.ENTRASCIM_INTERRUPTIONS);

let world: World;
let terraform: TerraformWorkspace;
let searched = 0;
beforeAll(async () => {
  world = await startWorld();
  world.emulator.control.portal.setStoredSecrets(ID, OTHERS);
  terraform = await world.workspace(connection() + sync("servicenow"));
  await terraform.apply();
});
afterAll(() => world.close());

const control = () => world.emulator.control;
const current = () => control().inspectToken("servicenow");
const state = () => terraform.state("entrascim_sync.servicenow");

/** Runs the plan that was saved up to a step, and breaks it off. Gives what Terraform said. */
async function brokenOff(step: Step, way: Way): Promise<CommandResult> {
  const { running, pause } = await holdAt(control(), step, () =>
    terraform.launch(["apply", "-no-color", "plan.tfplan"], {
      TF_LOG: "TRACE",
      TF_LOG_PATH: join(terraform.root, "terraform.log"),
    }),
  );
  const providers = childrenOf(running.pid);
  expect(providers).not.toEqual([]);
  await WAYS[way](running, providers);
  // A second Ctrl-C and a kill end the processes although the request is held; a first lets a write be finished.
  if (way !== "Ctrl-C") expect(await haveEnded([running.pid, ...providers], 4_000)).toBe(true);
  pause.resume();
  const result = await running.result;
  expect(await haveEnded([running.pid, ...providers], 4_000)).toBe(true);
  return result;
}

/** Access tokens are looked for after the command that got them; header and claims of one are no secret. */
function expectNoSecrets({ stdout, stderr }: CommandResult): void {
  const { issuedTokens } = control().inspect();
  const signatures = issuedTokens
    .slice(searched)
    .map((token, index) => [`access token ${index}`, token.slice(token.lastIndexOf(".") + 1)] as const);
  searched = issuedTokens.length;
  const sought = { ...SECRETS, token: current(), ...Object.fromEntries(signatures) };
  const printed: Printed[] = [
    { name: "stdout", text: stdout },
    { name: "stderr", text: stderr },
  ];
  expect(artefactsIn(terraform.root)).toContain("terraform.log");
  expect(findSecrets(sought, terraform.root, printed)).toEqual([]);
  rmSync(join(terraform.root, "terraform.log"));
}

/**
 * State tells of a write exactly when there was one. What is killed cannot tell, and what is interrupted twice may have
 * come to an end in between.
 */
function expectTruth(way: Way, before: unknown): void {
  const written = world.stored("servicenow").SecretToken === current();
  const told = (state()?.last_synced_at ?? null) !== (before ?? null);
  const expected: Readonly<Record<Way, boolean>> = {
    "Ctrl-C": written,
    "Ctrl-C twice": told && written,
    "kill -9 of Terraform": false,
    "kill -9 of the provider": false,
  };
  expect({ written, told }).toEqual({ written, told: expected[way] });
}

async function expectConvergence(): Promise<void> {
  const known = state();
  const upToDate = known?.sync_status === "synced" && known.synced_version === newestVersion();
  control().clearRequests();
  // A killed Terraform leaves its lock behind; on the local backend the system releases it.
  await terraform.apply();
  expect(traffic(world.emulator).put).toBe(upToDate ? 0 : 1);
  expect(world.stored("servicenow")).toMatchObject({ ...OTHERS, SecretToken: current() });
  expect(state()).toMatchObject({ sync_status: "synced", synced_version: newestVersion() });
  expect((await terraform.plan()).code).toBe(0);
  expect(control().violations()).toEqual([]);
}

function newestVersion(): number | undefined {
  const versions = control()
    .inspect()
    .secrets.filter(({ key }) => key === "SERVICENOW_SCIM_TOKEN")
    .map(({ version }) => version);
  return Math.max(...versions);
}

async function planned(step: Step): Promise<void> {
  if (isHealing(step)) control().portal.quarantine(ID);
  expect((await terraform.plan()).code).toBe(2);
}

describe(`an update that is broken off (ENTRASCIM_INTERRUPTIONS=${name})`, () => {
  it.each(updates)("at %s by %s", async (step, way) => {
    world.rotate("servicenow");
    await planned(step);
    const before = state()?.last_synced_at;
    const result = await brokenOff(step, way);
    expectTruth(way, before);
    expectNoSecrets(result);
    await expectConvergence();
    await control().runCycle(ID);
  });
});

describe(`a create that is broken off (ENTRASCIM_INTERRUPTIONS=${name})`, () => {
  it.each(creates)("at %s by %s", async (step, way) => {
    control().portal.removeToken(ID);
    for (const file of ["terraform.tfstate", "terraform.tfstate.backup"]) {
      rmSync(join(terraform.directory, file), { force: true });
    }
    await planned(step);
    const result = await brokenOff(step, way);
    expectTruth(way, undefined);
    expectNoSecrets(result);
    await expectConvergence();
    await control().runCycle(ID);
  });
});
