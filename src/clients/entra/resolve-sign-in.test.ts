import type { Environment } from "../../core/environment";
import type { Problem } from "../../core/problem";
import { resolveDefaultTenant } from "./resolve-sign-in";
import type { AzureSettings } from "./sign-in-input";
import { azure, CLIENT, connection, TENANT } from "./testing/fake-entra";
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

  it.each(["ARM_TENANT_ID", "AZURE_TENANT_ID"])(
    "is refused where %s holds none, without quoting it",
    (name) => {
      for (const value of ["verbatim secret", "verbatim~secret", "../verbatim", "verbatim."]) {
        const problem = problemOf({
          connection: null,
          env: { ...armSecret, ARM_TENANT_ID: "", [name]: value },
        });
        expect(problem).toMatchObject({ code: "invalid_input", path: undefined });
        expect(problem.detail).toContain(name);
        expect(problem.message).not.toContain("verbatim");
      }
    },
  );

  it.each(["", "verbatim secret", "../verbatim"])(
    "is refused where a state or block holds none: %j",
    (tenant) => {
      const ofConnection = problemOf({ connection: connection({ tenant_id: tenant }), env: armSecret });
      const ofProvider = problemOf({ connection: null, settings: { tenant_id: tenant }, env: armSecret });
      expect(ofConnection).toMatchObject({ code: "invalid_input", path: ["tenant_id"] });
      expect(ofProvider).toMatchObject({ code: "invalid_input", path: ["azure", "tenant_id"] });
      expect(ofConnection.message + ofProvider.message).not.toContain("verbatim");
    },
  );

  it.each<[string, Partial<AzureSettings>, Environment, string | null]>([
    ["the provider's", { tenant_id: "a" }, { ARM_TENANT_ID: "b", AZURE_TENANT_ID: "c" }, "a"],
    ["ARM_TENANT_ID", {}, { ARM_TENANT_ID: "b", AZURE_TENANT_ID: "c" }, "b"],
    ["AZURE_TENANT_ID", {}, { AZURE_TENANT_ID: "c" }, "c"],
    ["none", {}, {}, null],
  ])("defaults to %s tenant", (_, settings, env, expected) => {
    expect(resolveDefaultTenant({ settings: azure(settings), env })).toBe(expected);
  });
});

describe("the client id", () => {
  it.each(["ARM_CLIENT_ID", "AZURE_CLIENT_ID"])(
    "says that %s is no client id, without quoting what may be the secret",
    (name) => {
      const env = { ARM_TENANT_ID: "b.example", ARM_CLIENT_SECRET: CLIENT, [name]: "verbatim~secret" };
      const problem = problemOf({ connection: null, env });
      expect(problem.code).toBe("invalid_input");
      expect(problem.detail).toContain(name);
      expect(problem.message).not.toContain("verbatim");
    },
  );
});
