import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StatusReport } from "../../src/cli/status/status-report";
import { CLIENT_SECRET, IDENTITY_CLIENT_SECRET, SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { connection, startWorld, sync, type World } from "../support/world";
import { type CliResult, entrascim, runEntrascim } from "./run-entrascim";
import { fromEnvironment, fromInfisical, storedSyncs } from "./stored-syncs";

jest.setTimeout(120_000);

let world: World;
let workspace: TerraformWorkspace;
let stateFile: string;

beforeAll(async () => {
  world = await startWorld();
  workspace = await world.workspace(`${connection()}${sync("servicenow")}${sync("databricks")}`);
  await workspace.apply();
  stateFile = join(workspace.directory, "terraform.tfstate");
});
afterAll(() => world.close());
beforeEach(() => world.emulator.control.clearRequests());

const outputs: string[] = [];

async function status(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const result = await runEntrascim(["status", ...args], { ...world.environment, ...env });
  outputs.push(result.stdout, result.stderr);
  return result;
}

async function report(file: string, env: Readonly<Record<string, string>> = {}) {
  const { code, stdout } = await status([file, "--json"], env);
  return { code, report: JSON.parse(stdout) as StatusReport };
}

/** A state file with these syncs, beside the workspace's own. */
function stored(content: string): string {
  const file = join(workspace.root, `${outputs.length}.tfstate`);
  writeFileSync(file, content);
  return file;
}

function applications(count: number) {
  const { control } = world.emulator;
  const added = control.addApplications(count);
  for (const { name, servicePrincipalId } of added) {
    control.portal.setStoredSecrets(servicePrincipalId, { SecretToken: control.inspectToken(name) });
  }
  control.clearRequests();
  return added;
}

const row = (stdout: string, name: string) => stdout.split("\n").find((line) => line.startsWith(name));

describe("entrascim status, with the real state of a real apply", () => {
  it("ends with 0 when all is well, for a directory, a state file and shown JSON alike", async () => {
    const shown = join(workspace.root, "shown.json");
    writeFileSync(shown, (await workspace.run(["show", "-json"])).stdout);
    for (const target of [workspace.directory, stateFile, shown]) {
      const { code, stdout, stderr } = await status([target]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("2 syncs: all well");
      expect(row(stdout, "servicenow-scim")).toMatch(/ServiceNow +synced +1 +not run yet +2\d{3}-/);
    }
  });

  it("asks once for a folder, a login and a sign-in, and twice for each application", async () => {
    await status([stateFile]);
    expect(world.emulator.control.counts()).toEqual({
      "POST /api/v1/auth/universal-auth/login": 1,
      "GET /api/v4/secrets": 1,
      "GET /api/v4/secrets/{name}": 1,
      "GET /{tenant}/v2.0/.well-known/openid-configuration": 1,
      "POST /{tenant}/oauth2/v2.0/token": 1,
      "GET /v1.0/servicePrincipals/{id}/synchronization/secrets": 2,
      "GET /v1.0/servicePrincipals/{id}/synchronization/jobs": 2,
    });
  });

  it("ends with 5 and says what to do when a token was rotated, until it is applied", async () => {
    world.rotate("servicenow");
    const { code, stdout, stderr } = await status([stateFile]);
    expect({ code, stderr }).toEqual({ code: 5, stderr: "" });
    expect(row(stdout, "servicenow-scim")).toMatch(/rotated +1 → 2 /);
    expect(stdout).toMatch(
      /rotated \(1\)\n {2}servicenow-scim \(ServiceNow\): Infisical holds version 2 .*\n> Apply/,
    );
    const planned = (await workspace.changes()).find(
      ({ address }) => address === "entrascim_sync.servicenow",
    );
    expect(stdout).toContain(String(planned?.change.before?.sync_message));
    await workspace.apply();
    expect((await status([stateFile])).code).toBe(0);
  });

  it("shows a quarantine with its reason and the next attempt", async () => {
    const { portal } = world.emulator.control;
    portal.quarantine(SERVICE_PRINCIPALS.databricks);
    const { code, stdout } = await status([stateFile]);
    expect(code).toBe(5);
    expect(row(stdout, "databricks-scim")).toMatch(
      /synced +1 +quarantine: token or connection, next try 2\d{3}-/,
    );
    expect(stdout).toMatch(/quarantine \(1\)/);
    await world.emulator.control.runCycle(SERVICE_PRINCIPALS.databricks);
    expect((await status([stateFile])).code).toBe(0);
  });

  it.each(["Paused", "Disabled"] as const)("shows a job that is %s", async (schedule) => {
    const { portal } = world.emulator.control;
    portal.setSchedule(SERVICE_PRINCIPALS.databricks, schedule);
    const { code, report: found } = await report(stateFile);
    expect(code).toBe(5);
    expect(found.summary.problems).toEqual({ [`job_${schedule.toLowerCase()}`]: 1 });
    portal.setSchedule(SERVICE_PRINCIPALS.databricks, "Active");
  });

  it("sees a token that was removed, and a service principal that was deleted", async () => {
    const { control } = world.emulator;
    const [first, second] = applications(2);
    if (first === undefined || second === undefined) throw new Error("no applications");
    const file = stored(storedSyncs([first, second]));
    expect((await report(file)).code).toBe(0);
    control.portal.removeToken(first.servicePrincipalId);
    control.portal.deleteServicePrincipal(second.servicePrincipalId);
    const { code, report: found } = await report(file);
    expect(code).toBe(5);
    expect(found.syncs.map(({ name, status, token_present }) => [name, status, token_present])).toEqual([
      [`${second.name}-scim`, "gone", null],
      [`${first.name}-scim`, "token_missing", false],
    ]);
  });

  it("ends with 3 when every credential is refused", async () => {
    const wrong = { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "not-the-secret" };
    const { code, stdout, stderr } = await status([stateFile], wrong);
    expect(code).toBe(3);
    expect(row(stdout, "servicenow-scim")).toMatch(/refused +2 → \? +\?/);
    expect(stdout.match(/Infisical refused the login/g)).toHaveLength(1);
    expect(stderr).toContain("None of the 2 syncs could be looked at");
    expect(world.emulator.control.counts()["POST /api/v1/auth/universal-auth/login"]).toBe(1);
  });

  it("lets a connection that is refused stop no other", async () => {
    const added = applications(4);
    const refused = { ...fromInfisical, client_id: "c11e4700-0000-4000-8000-0000000000ff" };
    const file = stored(storedSyncs(added, (index) => (index < 2 ? refused : fromInfisical)));
    const { code, report: found } = await report(file);
    expect(code).toBe(5);
    expect(found.syncs.map(({ status }) => status)).toEqual(["refused", "refused", "synced", "synced"]);
    expect(found.summary).toEqual({ syncs: 4, healthy: 2, problems: { refused: 2 } });
  });

  it("ends with 4 when Infisical is down, and still tells of applications that it can sign in to", async () => {
    const down = { INFISICAL_HOST: "https://127.0.0.1:9" };
    const [all, direct] = await Promise.all([
      status([stateFile], down),
      report(stored(storedSyncs(applications(3), () => fromEnvironment)), down),
    ]);
    expect(all.code).toBe(4);
    expect(row(all.stdout, "servicenow-scim")).toContain("unreachable");
    expect(direct.code).toBe(5);
    expect(direct.report.syncs.map(({ status, jobs }) => [status, jobs?.[0]?.status])).toEqual(
      Array(3).fill(["unreachable", "NotRun"]),
    );
  });
});

describe("entrascim status of 1,000 syncs", () => {
  it("looks at all with two requests each, and never more at once than it may", async () => {
    const { control } = world.emulator;
    const added = applications(1_000);
    const file = stored(storedSyncs(added));
    const [rotated] = added;
    if (rotated === undefined) throw new Error("no applications");
    control.setSecret({ environment: "prod", key: rotated.secretKey }, control.rotateToken(rotated.name));
    control.setLatency(10);
    const { code, report: found } = await report(file);
    control.setLatency(0);
    expect(code).toBe(5);
    expect(found.summary).toEqual({ syncs: 1_000, healthy: 999, problems: { rotated: 1 } });
    expect(found.syncs[0]).toMatchObject({ name: `${rotated.name}-scim`, status: "rotated" });
    expect(control.counts()).toEqual({
      "POST /api/v1/auth/universal-auth/login": 1,
      "GET /api/v4/secrets": 1,
      "GET /api/v4/secrets/{name}": 1,
      "GET /{tenant}/v2.0/.well-known/openid-configuration": 1,
      "POST /{tenant}/oauth2/v2.0/token": 1,
      "GET /v1.0/servicePrincipals/{id}/synchronization/secrets": 1_000,
      "GET /v1.0/servicePrincipals/{id}/synchronization/jobs": 1_000,
    });
    expect(control.peakConcurrency().graph).toBe(10);
    control.clearRequests();
    await status([file, "--max-concurrency", "25"]);
    expect(control.peakConcurrency().graph).toBeLessThanOrEqual(25);
  });
});

describe("entrascim status --watch", () => {
  function start(args: readonly string[]) {
    const env = { PATH: process.env.PATH ?? "", ...world.environment };
    const child = spawn(entrascim, ["status", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const lines = () =>
      stdout
        .trimEnd()
        .split("\n")
        .filter((line) => line !== "");
    return { child, lines, stderr: () => stderr };
  }

  async function interrupt(child: ChildProcess): Promise<number | null> {
    const closed = once(child, "close");
    child.kill("SIGINT");
    const [code] = await closed;
    return code as number | null;
  }

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  it("looks again with the sign-ins that it has, and ends with the code of the last look", async () => {
    const [application] = applications(1);
    if (application === undefined) throw new Error("no application");
    const { child, lines, stderr } = start([stored(storedSyncs([application])), "--json", "--watch", "1"]);
    const { control } = world.emulator;
    await until(() => lines().length >= 2);
    control.setSecret(
      { environment: "prod", key: application.secretKey },
      control.rotateToken(application.name),
    );
    await until(() => lines().some((line) => !(JSON.parse(line) as StatusReport).healthy));
    expect(await interrupt(child)).toBe(5);
    outputs.push(...lines(), stderr());
    expect(stderr()).toBe("");
    const counts = control.counts();
    expect(counts["POST /api/v1/auth/universal-auth/login"]).toBe(1);
    expect(counts["POST /{tenant}/oauth2/v2.0/token"]).toBe(1);
    expect(counts["GET /api/v4/secrets"]).toBeGreaterThanOrEqual(lines().length);
  });

  it("ends at once in the middle of a look", async () => {
    const pause = world.emulator.control.pauseAt({ api: "graph" });
    const { child, lines, stderr } = start([stateFile]);
    await pause.arrived;
    expect(await interrupt(child)).toBe(130);
    pause.resume();
    expect({ lines: lines(), stderr: stderr() }).toEqual({ lines: [], stderr: "Interrupted.\n" });
  });
});

describe("the output of entrascim status", () => {
  it("never has a token or a credential in it, nor has a verbose one", async () => {
    const { code, stderr } = await status([stateFile, "--verbose"]);
    expect(code).toBe(0);
    expect(stderr).toContain("HTTP request (method=GET");
    const tokens = Object.values(world.emulator.control.inspect().servicePrincipals).flatMap(({ secrets }) =>
      secrets.SecretToken === undefined ? [] : [secrets.SecretToken],
    );
    expect(tokens.length).toBeGreaterThan(1_000);
    const all = outputs.join("\n");
    for (const secret of [...tokens, CLIENT_SECRET, IDENTITY_CLIENT_SECRET, "not-the-secret"]) {
      expect(all.includes(secret)).toBe(false);
    }
    expect(readFileSync(stateFile, "utf8")).not.toContain(tokens[0]);
  });
});
