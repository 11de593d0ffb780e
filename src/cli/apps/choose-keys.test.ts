import { chooseKeys, keyOf } from "./choose-keys";

const PATTERN = "{NAME}_SCIM_TOKEN";
const named = (displayName: string) => {
  const slug = displayName.toLowerCase().replaceAll(" ", "-");
  return { displayName, names: { slug, identifier: slug.replaceAll("-", "_") } };
};

describe("chooseKeys", () => {
  it("takes the very key that the pattern says, where the folder holds it", () => {
    expect(chooseKeys([named("ServiceNow")], PATTERN, ["OTHER", "SERVICENOW_SCIM_TOKEN"])).toEqual([
      { kind: "found", key: "SERVICENOW_SCIM_TOKEN" },
    ]);
  });

  it("takes it unchecked, where nobody could look", () => {
    expect(chooseKeys([named("Azure Databricks")], PATTERN, null)).toEqual([
      { kind: "unchecked", key: "AZURE_DATABRICKS_SCIM_TOKEN" },
    ]);
  });

  it.each([
    ["another letter case", ["servicenow_scim_token"]],
    ["a part of it", ["SERVICENOW"]],
    ["nothing", []],
  ])("never takes %s for it", (_, held) => {
    expect(chooseKeys([named("ServiceNow")], PATTERN, held)).toMatchObject([{ kind: "missing" }]);
  });

  it.each<[string, string, string[], string[]]>([
    [
      "a shared word",
      "Azure Databricks SCIM Connector",
      ["DATABRICKS_SCIM_TOKEN", "SLACK_SCIM_TOKEN"],
      ["DATABRICKS_SCIM_TOKEN"],
    ],
    ["the same words, joined", "ServiceNow", ["SERVICE_NOW_SCIM"], ["SERVICE_NOW_SCIM"]],
    ["words beyond Latin", "Zürich HR", ["ZÜRICH_TOKEN"], ["ZÜRICH_TOKEN"]],
    ["nothing but common words", "SCIM App", ["SCIM_TOKEN", "APP_SECRET"], []],
    ["a name that shares nothing", "Slack", ["ZOOM_SCIM_TOKEN"], []],
    [
      "the likeliest first, three at most",
      "Data Lake",
      ["DATA_MART_A", "DATA_MART_B", "DATA_MART_C", "LAKE_TOKEN"],
      ["LAKE_TOKEN", "DATA_MART_A", "DATA_MART_B"],
    ],
  ])("suggests by %s", (_, displayName, held, similar) => {
    expect(chooseKeys([named(displayName)], PATTERN, held)).toMatchObject([{ kind: "missing", similar }]);
  });

  it("suggests no key that another application has by convention", () => {
    const held = ["DATABRICKS_SCIM_TOKEN"];
    expect(chooseKeys([named("Databricks"), named("Databricks Dev")], PATTERN, held)).toEqual([
      { kind: "found", key: "DATABRICKS_SCIM_TOKEN" },
      { kind: "missing", key: "DATABRICKS_DEV_SCIM_TOKEN", similar: [] },
    ]);
  });
});

describe("keyOf", () => {
  it.each([
    ["{NAME}_SCIM_TOKEN", "SLACK_SCIM_TOKEN"],
    ["scim-{NAME}-{NAME}", "scim-SLACK-SLACK"],
    ["$&{NAME}", "$&SLACK"],
  ])("fills %s", (pattern, key) => expect(keyOf(pattern, "slack")).toBe(key));
});
