import { Problem } from "../../core/problem";
import { adoptApplications, adoptionRemarks } from "./adopt-applications";
import { adopted, adoptionOf } from "./testing/adoption";
import { application, type FakeClouds, fakeClients, TENANT } from "./testing/fake-tenant";

const call = { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY };
const settings = {
  environment: "prod",
  path: "/scim",
  keyPattern: "{NAME}_SCIM_TOKEN",
  match: true,
  connection: null,
};

async function adopt(clouds: FakeClouds, more: Partial<typeof settings> = {}) {
  const clients = fakeClients(clouds);
  const applications = [application(1, "Asana", "Active"), application(2, "Coda", "Active")];
  const list = { tenant: clients.tenant(null), applications };
  return { adoption: await adoptApplications(list, { ...settings, ...more }, clients, call), clients };
}

describe("adoptApplications", () => {
  it("names all and matches their keys, with one list", async () => {
    const { adoption, clients } = await adopt({ keys: ["ASANA_SCIM_TOKEN"] });
    expect(adoption).toMatchObject({
      tenantId: TENANT,
      cloud: "public",
      applications: [
        { names: { slug: "asana" }, key: { kind: "found", key: "ASANA_SCIM_TOKEN" } },
        { names: { slug: "coda" }, key: { kind: "missing", key: "CODA_SCIM_TOKEN" } },
      ],
    });
    expect(clients.calls).toEqual(["keys prod /scim"]);
  });

  it.each<[string, FakeClouds, Partial<typeof settings>]>([
    ["it is not to", {}, { match: false }],
    ["there is no project", { projectId: null }, {}],
  ])("does not ask Infisical where %s", async (_, clouds, more) => {
    const { adoption, clients } = await adopt(clouds, more);
    expect(adoption.applications.map(({ key }) => key.kind)).toEqual(["unchecked", "unchecked"]);
    expect(clients.calls).toEqual([]);
  });

  it("passes a refusal on, with the way around it", async () => {
    const keys = new Problem("forbidden", { summary: "Denied", detail: "Grant it." });
    await expect(adopt({ keys })).rejects.toMatchObject({
      code: "forbidden",
      summary: "Denied",
      detail: expect.stringMatching(/^Grant it\.\n\n.*--no-match/),
    });
  });

  it("passes an interruption on as it is", async () => {
    const keys = new Problem("cancelled", { summary: "Interrupted", detail: "Run again." });
    await expect(adopt({ keys })).rejects.toBe(keys);
  });
});

describe("adoptionRemarks", () => {
  const missing = { kind: "missing", key: "A_TOKEN", similar: [] } as const;
  const unchecked = { kind: "unchecked", key: "A_TOKEN" } as const;

  it("are none where every key is found", () => {
    expect(adoptionRemarks(adoptionOf([adopted("A")]))).toEqual([]);
  });

  it("name what is missing", () => {
    expect(adoptionRemarks(adoptionOf([adopted("A", missing), adopted("B")]))).toEqual([
      expect.stringMatching(/folder \/scim of environment prod .* 1 of 2 applications: A \(A_TOKEN\)/),
    ]);
  });

  it("say that nobody looked", () => {
    expect(adoptionRemarks(adoptionOf([adopted("A", unchecked)]))).toEqual([
      expect.stringContaining("INFISICAL_PROJECT_ID"),
    ]);
  });
});
