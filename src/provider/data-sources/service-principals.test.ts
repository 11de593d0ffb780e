import { problem } from "../../sync/testing/fakes";
import { dataSourceContext } from "../testing/data-source-context";
import { servicePrincipalsDataSource } from "./service-principals";

const everyone = { connection: null, search: null, with_provisioning: false, service_principals: null };

function setup() {
  const fixture = dataSourceContext();
  fixture.clients.principals = [
    { objectId: "1", appId: "a", displayName: "ServiceNow" },
    { objectId: "2", appId: "b", displayName: "Slack" },
  ];
  const read = (config: Partial<Record<"search", string>>) =>
    servicePrincipalsDataSource.read({
      config: { ...everyone, search: config.search ?? null },
      ...fixture.context,
    });
  return { ...fixture, read };
}

it("lists everything that is found with its jobs", async () => {
  const { read } = setup();
  expect((await read({})).service_principals).toEqual([
    expect.objectContaining({ object_id: "1", app_id: "a", display_name: "ServiceNow" }),
    {
      object_id: "2",
      app_id: "b",
      display_name: "Slack",
      jobs: [{ id: "scim.1", template_id: "scim", status: "Active" }],
    },
  ]);
});

it("searches by words", async () => {
  const { read } = setup();
  expect((await read({ search: "slack" })).service_principals).toHaveLength(1);
});

it("leaves out what has no provisioning, whatever its template is called", async () => {
  const { clients, context } = setup();
  clients.destination.jobsNow = [];
  const { service_principals } = await servicePrincipalsDataSource.read({
    config: { ...everyone, with_provisioning: true },
    ...context,
  });
  expect(service_principals).toEqual([]);
});

it("takes a 404 for jobs as none, since most service principals have no provisioning", async () => {
  const { clients, read } = setup();
  clients.destination.on = {
    jobs: () => {
      throw problem("not_found");
    },
  };
  expect((await read({})).service_principals?.map(({ jobs }) => jobs)).toEqual([[], []]);
});

it("never takes a fault for an empty list", async () => {
  const { clients, read } = setup();
  clients.destination.on = {
    jobs: () => {
      throw problem("forbidden");
    },
  };
  await expect(read({})).rejects.toMatchObject({ code: "forbidden" });
});

it("says which part of the provider's configuration is not known yet", async () => {
  const { context } = dataSourceContext(false);
  await expect(servicePrincipalsDataSource.read({ config: everyone, ...context })).rejects.toMatchObject({
    detail: expect.stringContaining("azure.tenant_id"),
  });
});
