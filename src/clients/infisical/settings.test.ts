import { Problem } from "../../core/problem";
import type { InfisicalAttributes } from "./attributes";
import { resolveInfisicalSettings } from "./settings";

function attributes(more: Partial<InfisicalAttributes>): InfisicalAttributes {
  return { host: null, project_id: null, organization_slug: null, auth: null, ...more };
}

function thrown(act: () => unknown): Problem {
  try {
    act();
  } catch (caught) {
    return Problem.from(caught);
  }
  throw new Error("nothing was thrown");
}

describe("host, project and organization", () => {
  it.each([
    [null, {}, "https://app.infisical.com"],
    [null, { INFISICAL_HOST: "" }, "https://app.infisical.com"],
    [null, { INFISICAL_HOST: " https://eu.infisical.com/ \n" }, "https://eu.infisical.com"],
    [
      "https://Vault.example.com//",
      { INFISICAL_HOST: "https://eu.infisical.com" },
      "https://vault.example.com",
    ],
    ["https://example.com:8443/vault/", {}, "https://example.com:8443/vault"],
    ["http://localhost:8080", {}, "http://localhost:8080"],
    ["http://127.0.0.1:8080/", {}, "http://127.0.0.1:8080"],
  ])("host %j with %j is %s", (host, env, expected) => {
    expect(resolveInfisicalSettings(attributes({ host }), env).host).toBe(expected);
  });

  it.each([
    "http://vault.example.com",
    "vault.example.com",
    "https://",
    "https://u:secret@h/",
    "https://h/?a=secret",
    "https://h/#a",
    "http://169.254.169.254",
  ])("host %s is refused, as an attribute and in the environment", (host) => {
    const written = thrown(() => resolveInfisicalSettings(attributes({ host }), {}));
    expect(written.code).toBe("invalid_input");
    expect(written.path).toEqual(["infisical", "host"]);
    expect(written.message).not.toContain("secret");
    const found = thrown(() => resolveInfisicalSettings(null, { INFISICAL_HOST: host }));
    expect(found.path).toBeUndefined();
    expect(found.detail).toContain("INFISICAL_HOST");
  });

  it("come from the attributes, else from the environment, else are not set", () => {
    const env = { INFISICAL_PROJECT_ID: "env-p", INFISICAL_AUTH_ORGANIZATION_SLUG: "env-o" };
    const written = attributes({ project_id: "p", organization_slug: "o" });
    expect(resolveInfisicalSettings(written, env)).toMatchObject({ projectId: "p", organizationSlug: "o" });
    expect(resolveInfisicalSettings(null, env)).toMatchObject({
      projectId: "env-p",
      organizationSlug: "env-o",
    });
    expect(resolveInfisicalSettings(null, {})).toMatchObject({ projectId: null, organizationSlug: null });
  });
});

describe("the login", () => {
  it("is chosen by the auth block and the environment; when there is none, its problem is kept for later", () => {
    const env = { INFISICAL_TOKEN: "t" };
    expect(resolveInfisicalSettings(null, env).login).toMatchObject({ method: "token" });
    expect(resolveInfisicalSettings(null, {}).login).toBeInstanceOf(Problem);
    const auth = {
      token: null,
      universal: null,
      oidc: null,
      kubernetes: null,
      azure: { identity_id: "i", resource: "r" },
    };
    expect(resolveInfisicalSettings(attributes({ auth }), env).login).toEqual({
      method: "azure",
      identityId: "i",
      resource: "r",
    });
  });
});
