import { join } from "node:path";
import { CLIENT_ID, PROJECT_ID, SERVICE_PRINCIPALS, TENANT_ID } from "../../emulator/default-seed";
import {
  type EmulatedDoctor,
  folderTarget,
  infisicalConnection,
  type Scenario,
  startDoctor,
} from "./testing/emulated-doctor";

describe("doctor", () => {
  let world: EmulatedDoctor;
  const run = (scenario?: Scenario) => world.run(scenario);

  beforeEach(async () => {
    world = await startDoctor();
  });

  afterEach(() => world.close());

  it("finds a good machine well", async () => {
    const { text, wasWell } = await run({
      target: { ...folderTarget, key: "SLACK_SCIM_TOKEN", servicePrincipal: SERVICE_PRINCIPALS.slack },
    });
    expect(wasWell).toBe(true);
    const host = new URL(world.emulator.origin).host;
    expect(text).toBe(`Network
  ok       Credentials may be sent to every host that is configured.
  ok       ${join(world.folder, "ca.pem")} of NODE_EXTRA_CA_CERTS is trusted: 1 certificate.
  ok       No proxy is used.
  ok       Infisical answers at ${host}.
  ok       Microsoft's sign-in answers at ${host}.
  ok       Microsoft Graph answers at ${host}.
  ok       The clock agrees with the servers'.

Infisical
  ok       Logged in to ${world.emulator.origin} with the login "universal".
  ok       Folder /scim of environment prod in project ${PROJECT_ID}: 3 secrets may be described.
  ok       Values may be read: SLACK_SCIM_TOKEN, version 1, was read once and dropped.

Microsoft Entra ID
  ok       Tenant ${TENANT_ID}, cloud public: the client secret of ARM_CLIENT_SECRET, for client ${CLIENT_ID} (ARM_* comes before AZURE_*).
  ok       Signed in.
  ok       Synchronization.ReadWrite.All is granted.
  ok       The application ${SERVICE_PRINCIPALS.slack} can be reached: it holds no token yet, and has 1 provisioning job.

Nothing is wrong.
`);
  });

  it("logs in to Infisical once, and sends nothing that changes anything", async () => {
    await run({ target: { ...folderTarget, servicePrincipal: SERVICE_PRINCIPALS.slack } });
    const sent = world.emulator.control.requests().map(({ method, path }) => `${method} ${path}`);
    // Twice: as text and as JSON.
    expect(sent.filter((each) => /POST .*login/.test(each))).toHaveLength(2);
    expect(sent.filter((each) => !each.startsWith("GET ") && !/login|token$/.test(each))).toEqual([]);
  });

  it("reads the folder's first secret when no key is named, and says so", async () => {
    const { found } = await run({ target: folderTarget });
    expect(found["infisical-value"]).toEqual([
      "ok: Values may be read: DATABRICKS_SCIM_TOKEN, version 1, was read once and dropped.",
    ]);
  });

  it("signs in with a secret that lies in Infisical", async () => {
    const { found, wasWell } = await run({
      env: { ARM_CLIENT_ID: undefined, ARM_CLIENT_SECRET: undefined, ARM_TENANT_ID: undefined },
      connection: infisicalConnection,
    });
    expect(wasWell).toBe(true);
    expect(found["entra-sign-in"]).toEqual(["ok: Signed in."]);
  });

  it("skips what it is not told to look at, and says how to", async () => {
    const { found, text, wasWell } = await run();
    expect(wasWell).toBe(true);
    expect(found["infisical-folder"]).toEqual(["skipped: Project, environment and folder: not looked at."]);
    expect(found["infisical-value"]).toEqual([
      "skipped: Reading values: not looked at, since it needs the folder.",
    ]);
    expect(found["entra-application"]).toEqual(["skipped: An enterprise application: not looked at."]);
    expect(text).toContain("entrascim doctor --environment prod --path /scim");
  });
});
