import { UNKNOWN } from "../../framework/value";
import type { Plain } from "../testing/simulated-terraform";
import { base, connection, errors, setup, source, withDestination } from "../testing/sync-fixture";

describe("bad input at validate", () => {
  it.each([
    ["an upper-case name", { ...base, name: "ServiceNow" }, ["name"]],
    ["a name that is too long", { ...base, name: "a".repeat(257) }, ["name"]],
    ["a description that is too long", { ...base, description: "a".repeat(257) }, ["description"]],
    [
      "a path without leading slash",
      { ...base, source: { ...source, secret_path: "scim" } },
      ["source", "secret_path"],
    ],
    [
      "an environment that is no slug",
      { ...base, source: { ...source, environment: "Prod" } },
      ["source", "environment"],
    ],
    [
      "a version that is no whole number",
      { ...base, source: { ...source, version: 1.5 } },
      ["source", "version"],
    ],
    ["an explicit null key", { ...base, source: { ...source, secret_key: null } }, ["source", "secret_key"]],
    [
      "an object id that is no UUID",
      withDestination({ service_principal_id: "app" }),
      ["destination", "service_principal_id"],
    ],
    [
      "a base address over http",
      withDestination({ base_address: "http://app.example.com" }),
      ["destination", "base_address"],
    ],
    [
      "an unknown cloud",
      withDestination({ connection: { ...connection, cloud: "germany" } }),
      ["destination", "connection"],
    ],
    ["an explicit null connection", withDestination({ connection: null }), ["destination", "connection"]],
    ["an unknown on_destroy", { ...base, on_destroy: "delete" }, ["on_destroy"]],
    ["a timeout that is no duration", { ...base, timeouts: { create: "soon" } }, ["timeouts", "create"]],
  ])("%s", async (_name, config, path) => {
    const { terraform } = setup();
    expect(errors(await terraform.validate(config as Plain))).toContainEqual(
      expect.objectContaining({ path }),
    );
  });

  it("accepts what is fine, and what is not known yet", async () => {
    const { terraform } = setup();
    expect(await terraform.validate(base)).toEqual([]);
    expect(
      await terraform.validate({
        ...base,
        name: UNKNOWN,
        source: { ...source, secret_key: UNKNOWN },
        description: UNKNOWN,
      }),
    ).toEqual([]);
  });
});
