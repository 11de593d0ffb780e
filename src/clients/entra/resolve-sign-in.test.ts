import type { Problem } from "../../core/problem";
import { resolveDefaultTenant } from "./resolve-sign-in";
import type { AzureSettings, Environment } from "./sign-in-input";
import { azure, connection, TENANT } from "./testing/fake-entra";
import { armSecret, type Case, problemOf, resolve } from "./testing/resolve-case";

describe("the tenant", () => {
  it("is the connection's before the default", () => {
    expect(resolve({ env: { ARM_TENANT_ID: "b.example" } }).tenantId).toBe(TENANT);
    const unnamed = connection({ tenant_id: null });
    expect(resolve({ connection: unnamed, env: { ARM_TENANT_ID: "b.example" } }).tenantId).toBe("b.example");
  });

  it.each<[string, Case, readonly string[], Problem["path"]]>([
    [
      "no tenant",
      { connection: connection({ tenant_id: null }), env: armSecret },
      ["tenant_id", "azure.tenant_id", "ARM_TENANT_ID", "AZURE_TENANT_ID"],
      ["tenant_id"],
    ],
    ["no tenant of the provider", { connection: null, env: armSecret }, ["tenant_id"], undefined],
  ])("is asked for where there is %s", (_, written, words, path) => {
    const problem = problemOf(written);
    expect(problem).toMatchObject({ code: "invalid_input", path });
    for (const word of words) expect(problem.detail).toContain(word);
  });

  it.each<[string, Partial<AzureSettings>, Environment, string | null]>([
    ["the provider's", { tenant_id: "a" }, { ARM_TENANT_ID: "b", AZURE_TENANT_ID: "c" }, "a"],
    ["ARM_TENANT_ID", {}, { ARM_TENANT_ID: "b", AZURE_TENANT_ID: "c" }, "b"],
    ["AZURE_TENANT_ID", {}, { AZURE_TENANT_ID: "c" }, "c"],
    ["none", {}, {}, null],
  ])("defaults to %s tenant", (_, settings, env, expected) => {
    expect(resolveDefaultTenant({ settings: azure(settings), env })).toBe(expected);
  });
});
