import { SERVICE_PRINCIPALS, TENANT_DOMAIN, TENANT_ID } from "../../src/emulator/default-seed";
import { ROUTES, traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.control.clearRequests());
afterAll(() => world.close());

const other = sync("slack", { label: "other" });
const overSecond = other.replace("entrascim_connection.prod", "entrascim_connection.second");

describe("two syncs with one destination", () => {
  it.each<[string, string]>([
    ["written alike", other],
    [
      "over another connection to the same tenant, in upper case",
      connection("second") +
        overSecond.replace(SERVICE_PRINCIPALS.slack, SERVICE_PRINCIPALS.slack.toUpperCase()),
    ],
    [
      "over a connection that calls the tenant by its domain",
      connection("second").replace(TENANT_ID, TENANT_DOMAIN) + overSecond,
    ],
  ])("are an error of the first plan that names both: %s", async (_, second) => {
    const terraform = await world.workspace(connection() + sync("slack") + second);
    const { code, output } = await terraform.plan();
    expect(code).toBe(1);
    expect(output).toContain("Error: Two syncs have the same destination");
    expect(output.replace(/\s+/g, " ")).toMatch(/"(slack|other)-scim" and "(slack|other)-scim" both push/);
    expect(traffic(world.emulator).put).toBe(0);
  });

  it("are an error of the apply where the plan could not know, and one of them is pushed", async () => {
    const unknown = `
      resource "terraform_data" "id" {
        input = "${SERVICE_PRINCIPALS.databricks}"
      }`;
    const late = sync("databricks", { label: "late" }).replace(
      `"${SERVICE_PRINCIPALS.databricks}"`,
      "terraform_data.id.output",
    );
    const terraform = await world.workspace(connection() + sync("databricks") + unknown + late);
    const { code, output } = await terraform.run(["apply", "-auto-approve", "-no-color"]);
    expect(code).toBe(1);
    expect(output).toContain("Two syncs have the same destination");
    expect(traffic(world.emulator).put).toBe(1);
  });
});

it("two syncs that have the name in common too are an error of the second push, since a plan cannot tell them apart", async () => {
  const copy = sync("servicenow", { label: "copy" }).replace("copy-scim", "servicenow-scim");
  const terraform = await world.workspace(connection() + sync("servicenow") + copy);
  const { code, output } = await terraform.run(["apply", "-auto-approve", "-no-color"]);
  expect(code).toBe(1);
  expect(output).toContain("Two syncs have the same destination");
  expect(traffic(world.emulator).put).toBe(1);
});

it("a sync that goes and one that comes write one after the other, also where the tenant is spelled otherwise", async () => {
  const both = connection() + connection("second").replace(TENANT_ID, TENANT_DOMAIN);
  const goes = sync("slack", { label: "goes", body: 'on_destroy = "clear"' });
  const terraform = await world.workspace(both + goes.replace("connection.prod", "connection.second"));
  await terraform.apply();
  // The one that comes begins while the other still waits to try again.
  const late = `resource "terraform_data" "late" {
    provisioner "local-exec" {
      command = "sleep 1"
    }
  }`;
  terraform.write(
    both + late + sync("slack", { label: "comes", body: "depends_on = [terraform_data.late]" }),
  );
  world.emulator.control.fault({ match: ROUTES.put, kind: "status", status: 503, retryAfter: 3 });
  await terraform.apply();
  expect(world.stored("slack").SecretToken).toBe(world.emulator.control.inspectToken("slack"));
});

it("a sync whose service principal is only written in another letter case is the same one", async () => {
  const before = connection() + sync("slack");
  const terraform = await world.workspace(before);
  await terraform.apply();
  terraform.write(before.replace(SERVICE_PRINCIPALS.slack, SERVICE_PRINCIPALS.slack.toUpperCase()));
  const { code, output } = await terraform.plan();
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("No changes") });
});
