import {
  CLIENT_ID,
  IDENTITY_ID,
  PROJECT_ID,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { ROUTES, traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

const SLACK = "entrascim_sync.slack";
const SECRET = { environment: "prod", key: "SLACK_SCIM_TOKEN" };
const noRetries = 'provider "entrascim" {\n  http {\n    max_retries = 0\n  }\n}\n';

let world: World;
let terraform: TerraformWorkspace;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const control = () => world.emulator.control;
const state = () => terraform.state(SLACK);

/** Creates the sync of Slack, and forgets the requests that it took. */
async function created(configuration = noRetries + connection() + sync("slack")): Promise<void> {
  terraform = await world.workspace(configuration);
  await terraform.apply();
  control().clearRequests();
}

describe("what a refresh reads", () => {
  it("is keys, versions and jobs, and no value: two requests to Graph, one list, one sign-in", async () => {
    await created();
    expect((await terraform.plan()).code).toBe(0);
    expect(traffic(world.emulator)).toMatchObject({
      graph: 2,
      secrets: 1,
      jobs: 1,
      token: 1,
      login: 1,
      list: 1,
    });
    const reads = control()
      .requests()
      .filter(({ api, method }) => api === "infisical" && method === "GET");
    const ofTokens = reads.filter(({ query }) => query.secretPath === "/scim");
    expect(ofTokens).toEqual([
      expect.objectContaining({
        route: ROUTES.list.route,
        query: expect.objectContaining({
          viewSecretValue: "false",
          expandSecretReferences: "false",
          includeImports: "false",
        }),
      }),
    ]);
    await terraform.destroy();
  });

  it("is one list for all syncs of a folder", async () => {
    const apps = control().addApplications(5);
    await created(connection() + apps.map(manySync).join(""));
    expect((await terraform.plan()).code).toBe(0);
    expect(traffic(world.emulator)).toMatchObject({ graph: 10, token: 1, login: 1, list: 1, read: 1 });
    await terraform.destroy();
  });
});

describe("a secret that is gone", () => {
  it("is told in state and by a warning, changes nothing, and lets destroy work", async () => {
    await created();
    control().deleteSecret(SECRET);
    const { code, output } = await terraform.plan();
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining("The secret does not exist any more"),
    });
    await terraform.run(["apply", "-refresh-only", "-auto-approve"]);
    expect(state()).toMatchObject({ sync_status: "secret_missing", source_version: null, synced_version: 1 });
    await terraform.destroy();
    control().setSecret(SECRET, control().inspectToken("slack"));
  });
});

describe("a service principal that is gone", () => {
  const configuration = (id: string) =>
    noRetries + connection() + sync("slack").replace(SERVICE_PRINCIPALS.slack, id);

  it("takes the sync out of state, is planned as a create with a warning, and lets destroy work", async () => {
    const gone = control().portal.addApplication({ name: "gone", displayName: "Gone" });
    control().setSecret({ environment: "prod", key: "SLACK_SCIM_TOKEN" }, control().inspectToken("gone"));
    await created(configuration(gone));
    control().portal.deleteServicePrincipal(gone);
    const { code, output } = await terraform.plan();
    expect(output).toContain("Warning: The service principal does not exist");
    expect({ code, created: output.includes("1 to add") }).toEqual({ code: 2, created: true });
    const destroyed = await terraform.destroy();
    expect(destroyed.output).toContain("Destroy complete");
    expect(state()).toBeUndefined();
    control().setSecret(SECRET, control().inspectToken("slack"));
  });

  it("is an error where only the synchronization call says so", async () => {
    await created();
    control().fault({ kind: "status", status: 404, match: ROUTES.secrets, times: "always" });
    const before = state();
    const { code, output } = await terraform.plan();
    control().clearFaults();
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining("has no provisioning yet"),
    });
    expect(state()).toEqual(before);
    await terraform.destroy();
  });
});

describe("an API that cannot be used", () => {
  beforeAll(() => created());
  afterAll(() => terraform.destroy());
  afterEach(() => control().clearFaults());

  it.each<[string, () => void]>([
    [
      "503 of Graph",
      () => control().fault({ kind: "status", status: 503, match: ROUTES.jobs, times: "always" }),
    ],
    [
      "broken JSON of Graph",
      () => control().fault({ kind: "malformed", match: ROUTES.secrets, times: "always" }),
    ],
    [
      "a broken connection to Graph",
      () => control().fault({ kind: "reset-before", match: ROUTES.secrets, times: "always" }),
    ],
    [
      "503 of Infisical",
      () => control().fault({ kind: "status", status: 503, match: ROUTES.list, times: "always" }),
    ],
    [
      "broken JSON of Infisical",
      () => control().fault({ kind: "malformed", match: ROUTES.list, times: "always" }),
    ],
    [
      "503 of the sign-in",
      () => control().fault({ kind: "status", status: 503, match: ROUTES.token, times: "always" }),
    ],
  ])("is an error that leaves state as it is: %s", async (_, arrange) => {
    const before = state();
    arrange();
    const { code, output } = await terraform.run(["apply", "-refresh-only", "-auto-approve", "-no-color"]);
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining("Error: ") });
    expect(state()).toEqual(before);
  });
});

describe("credentials that are refused", () => {
  it("of Entra: the state is kept and says why, and destroy works", async () => {
    await created();
    const { synced_version } = state() ?? {};
    control().apps.setPolicy(CLIENT_ID, { disabled: true });
    const { code, output } = await terraform.plan();
    expect(code).toBe(2);
    expect(output).toContain("Warning: The sync could not be read");
    expect(output).toMatch(/sync_status\s+= "unreadable" -> \(known after apply\)/);
    const applied = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect(applied).toMatchObject({ code: 1, output: expect.stringContaining("AADSTS7000112") });
    expect(state()).toMatchObject({ synced_version, sync_status: "unreadable" });
    await terraform.destroy();
    control().apps.setPolicy(CLIENT_ID, { disabled: false });
  });

  it("of Infisical: the state is kept and says why, and destroy works", async () => {
    await created();
    control().infisical.setPermissions(IDENTITY_ID, PROJECT_ID, []);
    const { code, output } = await terraform.plan();
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringContaining("Warning: The sync could not be read"),
    });
    await terraform.destroy();
    control().infisical.setPermissions(IDENTITY_ID, PROJECT_ID, [
      { environment: "*", path: "/", describe: true, readValue: true },
    ]);
  });

  it("are mended by another connection in place, which pushes only what has to be pushed", async () => {
    const old = "c11e4700-0000-4000-8000-0000000000ff";
    const literal = (client: string) =>
      `${noRetries}${sync("slack").replace(
        "entrascim_connection.prod",
        `{
        tenant_id = "${TENANT_ID}"
        client_id = "${client}"
        cloud     = null
        auth = {
          client_secret = {
            project_id  = null
            environment = "prod"
            secret_path = "/azure"
            secret_key  = "ENTRA_CLIENT_SECRET"
          }
          client_certificate = null
          workload_identity  = null
          managed_identity   = null
          azure_cli          = null
        }
      }`,
      )}`;
    await created(literal(CLIENT_ID));
    terraform.write(literal(old));
    const broken = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect(broken.code).toBe(0);
    const unreadable = await terraform.plan();
    expect(unreadable.output).toContain("AADSTS700016");
    terraform.write(literal(CLIENT_ID));
    control().clearRequests();
    await terraform.apply();
    expect(traffic(world.emulator).put).toBe(0);
    expect(state()).toMatchObject({ sync_status: "synced", sync_message: null });

    terraform.write(literal(old));
    await terraform.apply();
    world.rotate("slack");
    terraform.write(literal(CLIENT_ID));
    control().clearRequests();
    await terraform.apply();
    expect(traffic(world.emulator).put).toBe(1);
    expect(world.stored("slack").SecretToken).toBe(control().inspectToken("slack"));
    expect((await terraform.plan()).code).toBe(0);
    await terraform.destroy();
  });
});

describe("many syncs in one apply", () => {
  it("read few secrets by name and the others by one list, with one login per configured process", async () => {
    const apps = control().addApplications(30);
    terraform = await world.workspace(connection() + apps.map(manySync).join(""));
    control().clearRequests();
    await terraform.run(["plan", "-out=plan.tfplan"]);
    expect(traffic(world.emulator)).toMatchObject({ login: 1, list: 1, read: 1, put: 0 });
    control().clearRequests();
    await terraform.apply("plan.tfplan");
    const reads = control()
      .requests()
      .filter(({ query }) => query.secretPath === "/scim");
    const withValue = reads.filter(({ query }) => query.viewSecretValue === "true");
    expect(withValue.filter(({ route }) => route === ROUTES.read.route).length).toBeLessThanOrEqual(3);
    expect(withValue.filter(({ route }) => route === ROUTES.list.route).length).toBeLessThanOrEqual(1);
    expect(traffic(world.emulator)).toMatchObject({ login: 1, token: 1, put: 30 });
    const { servicePrincipals, applications } = control().inspect();
    for (const { name, servicePrincipalId } of apps) {
      expect(servicePrincipals[servicePrincipalId]?.secrets.SecretToken).toBe(applications[name]?.token);
    }
  });
});

function manySync(app: {
  readonly name: string;
  readonly servicePrincipalId: string;
  readonly secretKey: string;
}) {
  return sync("slack", { label: app.name })
    .replace(SERVICE_PRINCIPALS.slack, app.servicePrincipalId)
    .replace("SLACK_SCIM_TOKEN", app.secretKey);
}
