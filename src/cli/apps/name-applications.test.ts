// biome-ignore-all lint/suspicious/noTemplateCurlyInString: display names may look like templates
import { nameApplications } from "./name-applications";

const id = (end: string) => `11111111-2222-4333-8444-${end.padStart(12, "0")}`;

async function slugs(...names: readonly (string | [name: string, id: string])[]): Promise<readonly string[]> {
  const applications = names.map((each, index) => ({
    displayName: typeof each === "string" ? each : each[0],
    objectId: typeof each === "string" ? id(`${index}`) : each[1],
    appId: "",
  }));
  return (await nameApplications(applications)).map(({ names: { slug } }) => slug);
}

describe("nameApplications", () => {
  it.each([
    ["ServiceNow", "servicenow"],
    ["Azure Databricks SCIM Provisioning Connector", "azure-databricks-scim-provisioning-connector"],
    ["Zürich – Straße", "zurich-strasse"],
    ["Яндекс", "yandeks"],
    ["日本語", "ri-ben-yu"],
    ["AT&T / R&D", "at-t-r-d"],
    ["8x8", "app-8x8"],
    ['"${var.x}" %{ if }\n', "var-x-if"],
    ["--- Slack ---", "slack"],
    ["😀", "app-00000000"],
    ["", "app-00000000"],
    [`${"long ".repeat(11)}name-that-is-cut`, "long-long-long-long-long-long-long-long-long-long-long-name"],
    [`${"long ".repeat(12)}`, "long-long-long-long-long-long-long-long-long-long-long-long"],
    ["x".repeat(200), "x".repeat(60)],
  ])("%j is %j", async (name, slug) => expect(await slugs(name)).toEqual([slug]));

  it("writes the same with underscores for Terraform", async () => {
    const [named] = await nameApplications([{ displayName: "8x8 Work", objectId: id("1"), appId: "" }]);
    expect(named?.names).toEqual({ slug: "app-8x8-work", identifier: "app_8x8_work" });
  });

  it("puts the end of the id behind a name that several have", async () => {
    expect(await slugs("Reporting", "Slack", "reporting")).toEqual([
      "reporting-00000000",
      "slack",
      "reporting-00000002",
    ]);
  });

  it("does not depend on the order", async () => {
    const one: [string, string] = ["Reporting", id("a")];
    const other: [string, string] = ["Reporting!", id("b")];
    expect(await slugs(one, other)).toEqual((await slugs(other, one)).toReversed());
  });

  it("takes the whole id where its end is shared too", async () => {
    const first = "11111111-2222-4333-8444-000000000001";
    const second = "99999999-2222-4333-8444-000000000001";
    expect(await slugs(["Reporting", first], ["Reporting", second])).toEqual([
      `reporting-${first}`,
      `reporting-${second}`,
    ]);
  });

  it("does not give a name that somebody has by itself", async () => {
    const all = await slugs(["Reporting", id("1")], ["Reporting", id("2")], ["Reporting 00000001", id("3")]);
    expect(new Set(all).size).toBe(3);
    expect(all[1]).toBe("reporting-00000002");
  });
});
