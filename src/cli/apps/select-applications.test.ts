import { selectApplications } from "./select-applications";
import { appId, application, fakeClients, objectId } from "./testing/fake-tenant";

const asana = application(1, "Asana", "Active");
const box = application(2, "Box");
const call = { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY };

function select(named: readonly string[], applications = [asana, box]) {
  return selectApplications(fakeClients({ applications }).tenant(null), named, call);
}

describe("selectApplications", () => {
  it.each([
    ["object id", objectId(1)],
    ["application id", appId(1)],
    ["display name", "Asana"],
  ])("finds one by %s", async (_, name) => expect(await select([name])).toEqual([asana]));

  it("keeps the order, and takes each once", async () => {
    expect(await select(["Box", objectId(1), "Asana", appId(2)])).toEqual([box, asana]);
  });

  it.each([["Asan"], [objectId(7)], [""]])("does not find %j", async (name) => {
    await expect(select([name])).rejects.toMatchObject({ code: "not_found" });
  });

  it("does not choose among several of one name", async () => {
    const chosen = select(["Box"], [box, application(3, "Box")]);
    await expect(chosen).rejects.toMatchObject({
      code: "ambiguous",
      detail: expect.stringContaining(objectId(3)),
    });
  });

  it("passes on that the jobs may not be read", async () => {
    const clients = fakeClients({ applications: [asana], refused: [objectId(1)] });
    await expect(selectApplications(clients.tenant(null), ["Asana"], call)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
