import { fakeIo } from "../testing/fake-io";
import { type ApplicationQuery, listApplications } from "./list-applications";
import { application, fakeClients } from "./testing/fake-tenant";

const asana = application(1, "Asana", "Active");
const box = application(2, "Box");
const call = { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY };

function list(query: Partial<ApplicationQuery>, isTTY = false) {
  const io = fakeIo({ isTTY });
  const clients = fakeClients({ applications: [asana, box] });
  const whole = { search: null, named: [], all: false, pick: false, verbose: false, ...query };
  return { io, clients, listed: listApplications(whole, clients, io, call) };
}

describe("listApplications", () => {
  it.each<[string, Partial<ApplicationQuery>, readonly unknown[]]>([
    ["those that provision", {}, [asana]],
    ["all", { all: true }, [asana, box]],
    ["those that a search finds", { search: "b", all: true }, [box]],
    ["those that are named", { named: ["Box"] }, [box]],
  ])("gives %s", async (_, query, applications) => {
    expect((await list(query).listed).applications).toEqual(applications);
  });

  it("asks for the jobs of those alone that are named", async () => {
    const { clients, listed } = list({ named: ["Box"] });
    await listed;
    expect(clients.calls).toEqual(["jobs"]);
  });

  it("lets nobody choose of nothing", async () => {
    expect((await list({ search: "box", pick: true }).listed).applications).toEqual([]);
  });

  it("writes no progress between requests that are told", async () => {
    const { io, listed } = list({ verbose: true }, true);
    await listed;
    expect(io.stderr.text).toBe("");
  });

  it("clears its progress away when it fails", async () => {
    const { io, listed } = list({ pick: true }, true);
    await expect(listed).rejects.toMatchObject({ code: "invalid_input" });
    expect(io.stderr.text.endsWith("\r\u001b[2K")).toBe(true);
  });
});
