import { IDENTITY_CLIENT_ID, IDENTITY_ID, PROJECT_ID } from "../default-seed";
import type { EmulatorState } from "../state";
import { call, testState } from "../test-state.test-support";
import { InfisicalControl } from "./infisical-control";

async function open() {
  const { state } = await testState();
  return { state, infisical: new InfisicalControl(state) };
}

const list = async (state: EmulatorState, token: string) => {
  const target = `/api/v4/secrets?projectId=${PROJECT_ID}&environment=dev&secretPath=/scim&include_imports=true`;
  return call(state, "GET", target, { headers: { authorization: `Bearer ${token}` } });
};

describe("InfisicalControl", () => {
  it("creates and revokes static tokens", async () => {
    const { state, infisical } = await open();
    const token = infisical.createAccessToken(IDENTITY_ID);
    expect((await list(state, token)).status).toBe(200);
    infisical.revokeTokens();
    expect((await list(state, token)).status).toBe(401);
  });

  it("sets permissions, and takes an identity out of a project", async () => {
    const { state, infisical } = await open();
    const token = infisical.createAccessToken(IDENTITY_ID);
    infisical.setPermissions(IDENTITY_ID, PROJECT_ID, []);
    expect((await list(state, token)).at("error")).toBe("PermissionDenied");
    infisical.setPermissions(IDENTITY_ID, PROJECT_ID, null);
    expect((await list(state, token)).at("error")).toBe("ForbiddenError");
  });

  it("sets limits of tokens and budgets", async () => {
    const { state, infisical } = await open();
    infisical.setTokenLimits(IDENTITY_ID, { ttlSeconds: 10, uses: 1 });
    const token = infisical.createAccessToken(IDENTITY_ID);
    expect((await list(state, token)).status).toBe(200);
    expect((await list(state, token)).status).toBe(401);
    infisical.setRateLimits({ secrets: 1 });
    await list(state, token);
    expect((await list(state, token)).status).toBe(429);
  });

  it("replaces client secrets, adds imports and switches v4 off", async () => {
    const { state, infisical } = await open();
    infisical.setClientSecrets(IDENTITY_ID, ["other"]);
    const login = await call(state, "POST", "/api/v1/auth/universal-auth/login", {
      body: { clientId: IDENTITY_CLIENT_ID, clientSecret: "other" },
    });
    const token = String(login.at("accessToken"));
    infisical.addImport(
      PROJECT_ID,
      { environment: "dev", path: "/scim" },
      { environment: "dev", path: "/azure" },
    );
    expect((await list(state, token)).at("imports", 0, "secretPath")).toBe("/azure");
    infisical.setV4(false);
    expect((await list(state, token)).status).toBe(404);
  });

  it("says that it does not know an identity or a project", async () => {
    const { infisical } = await open();
    const place = { environment: "dev", path: "/" };
    expect(() => infisical.createAccessToken("none")).toThrow(expect.objectContaining({ code: "not_found" }));
    expect(() => infisical.addImport("none", place, place)).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });
});
