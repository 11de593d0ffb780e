import { SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { traffic } from "../support/traffic";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe("two syncs with one destination", () => {
  it.each<[string, string]>([
    ["written alike", sync("slack", { label: "other" })],
    [
      "over another connection to the same tenant, in upper case",
      connection("second") +
        sync("slack", { label: "other" })
          .replace("entrascim_connection.prod", "entrascim_connection.second")
          .replace(SERVICE_PRINCIPALS.slack, SERVICE_PRINCIPALS.slack.toUpperCase()),
    ],
  ])("are an error of the plan that names both: %s", async (_, other) => {
    const terraform = await world.workspace(connection() + sync("slack") + other);
    // Only what is there already has a connection that plan knows.
    await terraform.apply("-target=entrascim_connection.prod", "-target=entrascim_connection.second");
    const { code, output } = await terraform.plan();
    expect(code).toBe(1);
    expect(output).toContain("Error: Two syncs have the same destination");
    expect(output.replace(/\s+/g, " ")).toMatch(/"(slack|other)-scim" and "(slack|other)-scim" both push/);
    expect(output).toContain(TENANT_ID);
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
