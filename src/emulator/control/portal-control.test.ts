import { SERVICE_PRINCIPALS } from "../default-seed";
import { call, graphAuthorization, ORIGIN, testState } from "../test-state.test-support";
import { PortalControl } from "./portal-control";

const ID = SERVICE_PRINCIPALS.servicenow;
const ONE = `/v1.0/servicePrincipals/${ID}`;

async function open() {
  const { state } = await testState();
  const servicePrincipal = state.graph.servicePrincipals.get(ID)!;
  const get = (target: string) => call(state, "GET", target, { headers: graphAuthorization(state) });
  return { state, portal: new PortalControl(state), servicePrincipal, job: servicePrincipal.jobs[0]!, get };
}

describe("PortalControl", () => {
  it("changes what is stored", async () => {
    const { portal, servicePrincipal, job } = await open();
    portal.setStoredSecrets(ID, { SecretToken: "t", SyncAll: "true" });
    expect(job.code).toBe("NotRun");
    portal.setBaseAddress(ID, "https://other.example");
    portal.removeToken(ID);
    expect(Object.fromEntries(servicePrincipal.secrets)).toEqual({
      BaseAddress: "https://other.example",
      SyncAll: "true",
    });
    expect(job.code).toBe("NotConfigured");
  });

  it("deletes, renames and hides service principals", async () => {
    const { portal, get, state } = await open();
    portal.renameServicePrincipal(ID, "Renamed");
    expect((await get(ONE)).at("displayName")).toBe("Renamed");
    portal.hideServicePrincipal(ID, { reads: 1 });
    expect([(await get(ONE)).status, (await get(ONE)).status]).toEqual([404, 200]);
    portal.hideServicePrincipal(ID, { ms: 10 });
    expect((await get(ONE)).status).toBe(404);
    state.clock.advance(10);
    expect((await get(ONE)).status).toBe(200);
    portal.deleteServicePrincipal(ID);
    expect((await get(ONE)).at("error", "code")).toBe("Request_ResourceNotFound");
  });

  it("puts jobs in quarantine, on and off schedule, and away", async () => {
    const { portal, job, servicePrincipal } = await open();
    portal.quarantine(ID, "TooManyDeletes");
    expect([job.code, job.quarantine?.reason]).toEqual(["Quarantine", "TooManyDeletes"]);
    portal.setSchedule(ID, "Active");
    expect(job.code).toBe("Quarantine");
    portal.setSchedule(ID, "Paused");
    expect([job.schedule, job.code]).toEqual(["Paused", "Quarantine"]);
    portal.setSchedule(ID, "Disabled");
    expect(job.schedule).toBe("Disabled");
    portal.removeJobs(ID);
    expect(servicePrincipal.jobs).toEqual([]);
  });

  it("adds applications", async () => {
    const { portal, state } = await open();
    const id = portal.addApplication({ name: "zoom", displayName: "Zoom", secretToken: "current" });
    const { secrets } = state.graph.servicePrincipals.get(id)!;
    expect(secrets.get("SecretToken")).toBe(state.scim.applications.get("zoom")?.token);
    expect(secrets.get("BaseAddress")).toBe(`${ORIGIN}/scim/zoom/v2`);
  });

  it.each<[string, (portal: PortalControl) => void]>([
    ["a service principal", (portal) => portal.removeToken("none")],
    ["a job", (portal) => portal.quarantine(SERVICE_PRINCIPALS.internalApi)],
  ])("says that it does not know %s", async (_name, act) => {
    const { portal } = await open();
    expect(() => act(portal)).toThrow(expect.objectContaining({ code: "not_found" }));
  });
});
