import { describeLocation, locationOf } from "./location";

const source = { project_id: "p", environment: "prod", secret_path: "/scim", secret_key: "K", version: null };

it("names the place", () => {
  expect(describeLocation(locationOf(source))).toBe("K in folder /scim of environment prod");
});

it.each([
  ["project", { ...source, project_id: null }, ["source", "project_id"]],
  ["environment", { ...source, environment: null }, ["source"]],
  ["path", { ...source, secret_path: null }, ["source"]],
  ["key", { ...source, secret_key: null }, ["source"]],
])("refuses a source without %s", (_name, incomplete, path) => {
  expect(() => locationOf(incomplete)).toThrow(expect.objectContaining({ code: "invalid_input", path }));
});
