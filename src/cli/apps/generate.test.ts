import { generate } from "./generate";
import { adopted, adoptionOf } from "./testing/adoption";

const whole = adoptionOf([adopted("A")]);
const addition = adoptionOf([adopted("A")], { connection: "entra" });

describe("generate", () => {
  it.each([
    ["hcl", whole, ["connection.tf", "syncs.tf", "imports.tf"]],
    ["hcl", addition, ["syncs.tf", "imports.tf"]],
    ["typescript", whole, ["adopted-applications.ts"]],
    ["typescript", addition, ["adopted-applications.ts"]],
    ["import", whole, ["imports.tf"]],
    ["import", addition, ["imports.tf"]],
  ] as const)("writes %s into files", (language, adoption, names) => {
    const files = generate(adoption, language);
    expect([...files.keys()]).toEqual(names);
    for (const text of files.values()) expect(text).toMatch(/[^\n]\n$/);
  });

  it("imports no connection that it does not write", () => {
    expect(generate(whole, "import").get("imports.tf")).not.toContain("entrascim_connection");
  });
});
