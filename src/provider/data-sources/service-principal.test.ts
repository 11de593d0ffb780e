import { problem } from "../../sync/testing/fakes";
import { dataSourceContext } from "../testing/data-source-context";
import { servicePrincipalDataSource } from "./service-principal";

const nothing = { connection: null, object_id: null, app_id: null, display_name: null, jobs: null };

function setup() {
  const fixture = dataSourceContext();
  fixture.clients.principals = [
    { objectId: "1", appId: "a", displayName: "ServiceNow" },
    { objectId: "2", appId: "b", displayName: "Reporting" },
    { objectId: "3", appId: "c", displayName: "Reporting" },
  ];
  const read = (config: Partial<Record<keyof typeof nothing, string>>) =>
    servicePrincipalDataSource.read({
      config: { ...nothing, ...config } as typeof nothing,
      ...fixture.context,
    });
  return { ...fixture, read };
}

it.each([
  ["application id", { app_id: "a" }],
  ["display name", { display_name: "ServiceNow" }],
])("finds one by %s", async (_name, config) => {
  expect(await setup().read(config)).toMatchObject({
    object_id: "1",
    app_id: "a",
    display_name: "ServiceNow",
  });
});

it("finds one by object id", async () => {
  expect(await setup().read({ object_id: "9" })).toMatchObject({
    object_id: "9",
    display_name: "ServiceNow",
  });
});

it.each([
  ["object_id", "ABCDEF00-0000-0000-0000-000000000000"],
  ["app_id", "ABCDEF00-0000-0000-0000-000000000000"],
  ["display_name", "SERVICENOW"],
] as const)(
  "keeps the spelling of %s that is configured, where Graph answers another",
  async (name, spelling) => {
    const { clients, read } = setup();
    const principal = {
      objectId: "abcdef00-0000-0000-0000-000000000000",
      appId: "a",
      displayName: "ServiceNow",
    };
    clients.destination.on = { servicePrincipal: async () => principal };
    const tenant = clients.tenant(null);
    tenant.directory.byAppId = async () => principal;
    tenant.directory.byDisplayName = async () => [principal];
    clients.tenant = () => tenant;
    expect((await read({ [name]: spelling }))[name]).toBe(spelling);
  },
);

it.each([
  ["application id", { app_id: "x" }, ["app_id"]],
  ["display name", { display_name: "x" }, ["display_name"]],
])("says that there is none by %s", async (_name, config, path) => {
  await expect(setup().read(config)).rejects.toMatchObject({ code: "not_found", path });
});

it("says that there is none by object id", async () => {
  const { clients, read } = setup();
  clients.destination.on = {
    servicePrincipal: () => {
      throw problem("not_found");
    },
  };
  await expect(read({ object_id: "9" })).rejects.toMatchObject({ code: "not_found", path: ["object_id"] });
});

it("lists the candidates of an ambiguous name", async () => {
  await expect(setup().read({ display_name: "Reporting" })).rejects.toMatchObject({
    code: "ambiguous",
    path: ["display_name"],
    detail: expect.stringMatching(/2 \(application id b\)[\s\S]*3 \(application id c\)/),
  });
});

it("bounds that list", async () => {
  const { clients, read } = setup();
  clients.principals = Array.from({ length: 50 }, (_, i) => ({
    objectId: `${i}`,
    appId: "a",
    displayName: "Same",
  }));
  await expect(read({ display_name: "Same" })).rejects.toMatchObject({
    detail: expect.stringContaining("and 30 more"),
  });
});
