import { PROJECT_ID, SERVICE_PRINCIPALS, TOKEN_KEYS } from "../default-seed";
import { type Emulator, startEmulator } from "../start-emulator";

const ID = SERVICE_PRINCIPALS.servicenow;
const HOUR = 3_600_000;

describe("Control", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  it("makes the attempts that become due, really, and ends a quarantine once the token is right", async () => {
    const { control } = emulator;
    const job = () => control.inspect().servicePrincipals[ID]?.jobs[0];
    control.portal.setStoredSecrets(ID, { SecretToken: "stale" });
    expect(await control.runCycle(ID)).toMatchObject({ outcome: "quarantined" });
    await control.advanceTime(13 * HOUR);
    expect(job()?.quarantine?.seriesCount).toBe(3);
    expect(control.counts()["GET /scim/{app}/v2/Users"]).toBe(3);
    control.portal.setStoredSecrets(ID, { SecretToken: control.inspectToken("servicenow") });
    await control.advanceTime(12 * HOUR);
    expect(job()).toMatchObject({ code: "Active", quarantine: null });
  });

  it("gives up after four weeks", async () => {
    const { control } = emulator;
    control.portal.setStoredSecrets(ID, { SecretToken: "stale" });
    await control.runCycle(ID);
    await control.advanceTime(40 * 24 * HOUR);
    const [job] = control.inspect().servicePrincipals[ID]!.jobs;
    expect([job?.schedule, job?.code]).toEqual(["Disabled", "Quarantine"]);
  });

  it("moves the time also where nothing is due", async () => {
    const before = emulator.control.inspect().now;
    await emulator.control.advanceTime(HOUR);
    expect(emulator.control.inspect().now).toBeGreaterThanOrEqual(before + HOUR);
  });

  it("rotates tokens without telling anybody", () => {
    const { control } = emulator;
    const before = control.inspect();
    const token = control.rotateToken("slack");
    const after = control.inspect();
    expect(after.applications.slack).toMatchObject({ token, tokensIssued: 2 });
    expect(token).not.toBe(before.applications.slack?.token);
    expect(after.secrets).toEqual(before.secrets);
    expect(after.servicePrincipals).toEqual(before.servicePrincipals);
  });

  it("changes secrets", () => {
    const { control } = emulator;
    const at = { environment: "dev", key: TOKEN_KEYS.slack };
    const { id, version } = control.setSecret(at, "2");
    expect(version).toBe(2);
    control.renameSecret(at, "OTHER");
    const own = () =>
      control.inspect().secrets.filter((each) => each.environment === "dev" && each.path === "/scim");
    expect(own()).toContainEqual({
      ...at,
      key: "OTHER",
      project: PROJECT_ID,
      path: "/scim",
      id,
      version: 2,
      value: "2",
    });
    control.deleteSecret({ ...at, key: "OTHER" });
    expect(own()).toHaveLength(2);
  });

  it("adds a thousand applications quickly, and more after them", () => {
    const { control } = emulator;
    const added = control.addApplications(1000);
    expect(added[0]).toMatchObject({ name: "app-0001", secretKey: "APP_0001_SCIM_TOKEN" });
    expect(control.addApplications(1, "dev")[0]?.name).toBe("app-1001");
    const { secrets, applications, servicePrincipals } = control.inspect();
    expect(Object.keys(servicePrincipals)).toHaveLength(1004);
    expect(secrets.find(({ key }) => key === "APP_0500_SCIM_TOKEN")?.value).toBe(
      applications["app-0500"]?.token,
    );
  });

  it("switches behaviours", async () => {
    const { control } = emulator;
    control.setSwitches({ startLiftsQuarantine: false });
    control.setSwitches({ replaceSecrets: true });
    control.setLatency(1);
    expect(await control.runCycle(ID)).toMatchObject({ outcome: "quarantined" });
  });

  it.each<[string, (emulator: Emulator) => unknown]>([
    ["an application", ({ control }) => control.rotateToken("none")],
    ["a secret", ({ control }) => control.deleteSecret({ environment: "dev", key: "NONE" })],
    ["a pause", ({ control }) => control.pause(99)],
    ["a job", ({ control }) => control.runCycle(SERVICE_PRINCIPALS.internalApi)],
  ])("says that it does not know %s", (_name, act) => {
    expect(() => act(emulator)).toThrow(expect.objectContaining({ code: "not_found" }));
  });

  it("refuses a fault that is none", () => {
    expect(() => emulator.control.fault(JSON.parse('{"kind":"explode"}'))).toThrow();
  });
});
