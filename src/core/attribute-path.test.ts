import { formatPath } from "./attribute-path";

it.each([
  [[], ""],
  [["name"], "name"],
  [["destination", "connection", "auth"], "destination.connection.auth"],
  [["jobs", 0, "id"], "jobs[0].id"],
  [[0], "[0]"],
])("writes %j as Terraform does", (path, text) => {
  expect(formatPath(path)).toBe(text);
});
