import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { SecretReference } from "./secret-reference";

describe("SecretReference", () => {
  it("makes variables that are sensitive and ephemeral", () => {
    const stack = new TerraformStack(Testing.app(), "prod");
    SecretReference.ephemeralVariable(stack, "token", { description: "The token." });
    expect(JSON.parse(Testing.synth(stack)).variable.token).toEqual({
      type: "string",
      description: "The token.",
      sensitive: true,
      ephemeral: true,
    });
  });

  it.each([
    ["is not sensitive", {}, "sensitive must be true"],
    ["has a default", { sensitive: true, default: "hunter2" }, "default must be left out"],
  ])("refuses a variable that %s", (_, config, message) => {
    const variable = new TerraformVariable(new TerraformStack(Testing.app(), "prod"), "token", config);
    expect(() => SecretReference.fromVariable(variable)).toThrow(`[prod/token] ${message}`);
    expect(() => SecretReference.fromVariable(variable)).not.toThrow(/hunter2/);
  });
});
