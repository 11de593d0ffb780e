import { parseSearch } from "./odata-search";

describe("parseSearch", () => {
  it.each([
    ['"displayName:serv"', "ServiceNow Production", true],
    ['"displayName:prod serv"', "ServiceNow Production", true],
    ['"displayName:now"', "ServiceNow Production", false],
    ['"displayName:azure databricks"', "Azure Databricks SCIM", true],
    ['"displayName:a" AND "displayName:s"', "Azure Databricks SCIM", true],
    ['"displayName:x" OR "displayName:s"', "Azure Databricks SCIM", true],
    ['"displayName:x" AND "displayName:s"', "Azure Databricks SCIM", false],
    ['"displayName:say \\"hi\\""', "Say hi", true],
  ])("%s finds %j: %s", (text, name, found) => {
    expect(parseSearch(text)(name)).toBe(found);
  });

  it.each(["displayName:serv", '"serv"', "", '"appId:1"', '"displayName:"'])("refuses %j", (text) => {
    expect(() => parseSearch(text)).toThrow(/search/);
  });
});
