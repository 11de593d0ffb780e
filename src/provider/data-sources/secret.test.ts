import { dataSourceContext } from "../testing/data-source-context";
import { secretDataSource } from "./secret";

const config = {
  project_id: null,
  environment: "prod",
  secret_path: "/scim",
  secret_key: "TOKEN",
  id: null,
  version: null,
  updated_at: null,
  updated_by: null,
};

it("tells version, time and author, and never the value", async () => {
  const { clients, context } = dataSourceContext();
  const result = await secretDataSource.read({ config, ...context });
  expect(result).toEqual({
    ...config,
    project_id: "default-project",
    id: "s1",
    version: 4,
    updated_at: "2025-12-31T00:00:00Z",
    updated_by: "ada",
  });
  expect(clients.source.calls).toEqual(["describe"]);
});

it("is an error when there is none", async () => {
  const { clients, context } = dataSourceContext();
  clients.source.secret = null;
  await expect(secretDataSource.read({ config, ...context })).rejects.toMatchObject({ path: ["secret_key"] });
});

it("needs a project from somewhere", async () => {
  const { clients, context } = dataSourceContext();
  clients.defaultProjectId = null;
  await expect(secretDataSource.read({ config, ...context })).rejects.toMatchObject({
    code: "invalid_input",
  });
});
