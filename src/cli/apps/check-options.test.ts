import { type CheckedOptions, checkOptions } from "./check-options";

const options = (more: Partial<CheckedOptions> = {}): CheckedOptions => ({
  environment: "prod",
  path: "/scim",
  keyPattern: "{NAME}_SCIM_TOKEN",
  ...more,
});

describe("checkOptions", () => {
  it.each([
    ["prod", "entrascim_connection.prod"],
    ["local.connection", "local.connection"],
    ["module.entra.connection", "module.entra.connection"],
  ])("refers to the connection %s as %s in Terraform", async (connection, reference) => {
    for (const language of ["hcl", "import"] as const) {
      expect(await checkOptions(options({ connection }), language)).toBe(reference);
    }
  });

  it("takes a variable's name as it is in TypeScript", async () => {
    expect(await checkOptions(options({ connection: "entra" }), "typescript")).toBe("entra");
  });

  it("needs no connection", async () => expect(await checkOptions(options(), "hcl")).toBeNull());

  it.each<[string, Partial<CheckedOptions>]>([
    ["--environment", { environment: "" }],
    ["--environment", { environment: "prod env" }],
    ["--path", { path: "scim" }],
    ["--path", { path: "/scim/" }],
    ["--key-pattern", { keyPattern: "" }],
    ["--key-pattern", { keyPattern: "TOKEN" }],
    ["--key-pattern", { keyPattern: "{NAME}:TOKEN" }],
    ["--connection", { connection: "" }],
    ["--connection", { connection: "a.b[0]" }],
    ["--connection", { connection: 'x" }' }],
  ])("names %s when it cannot be %j", async (option, more) => {
    await expect(checkOptions(options(more), "hcl")).rejects.toMatchObject({
      code: "invalid_input",
      detail: expect.stringContaining(option),
    });
  });
});
