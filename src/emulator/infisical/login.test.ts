import {
  CLIENT_ID,
  IDENTITY_CLIENT_ID,
  IDENTITY_CLIENT_SECRET,
  IDENTITY_ID,
  KUBERNETES_SUBJECT,
  PROJECT_ID,
} from "../default-seed";
import { issueAccessToken } from "../entra/access-token";
import { GITHUB_ISSUER, issueIdentityToken, KUBERNETES_ISSUER } from "../entra/identity-token";
import { GITHUB_SUBJECT } from "../entra/oidc-api";
import type { EmulatorState } from "../state";
import { call, testState } from "../test-state.test-support";

const AUTH = "/api/v1/auth";
const LIST = `/api/v4/secrets?projectId=${PROJECT_ID}&environment=dev`;

const universal = (state: EmulatorState, clientSecret: string, more = {}) =>
  call(state, "POST", `${AUTH}/universal-auth/login`, {
    body: { clientId: IDENTITY_CLIENT_ID, clientSecret, ...more },
  });
const list = (state: EmulatorState, token: unknown) =>
  call(state, "GET", LIST, { headers: { authorization: `Bearer ${token}` } });

describe("universal auth", () => {
  it("gives a token that works, with its lifetime and the limits of the write budget", async () => {
    const { state } = await testState();
    const answer = await universal(state, IDENTITY_CLIENT_SECRET, { organizationSlug: "contoso" });
    expect(answer.json).toEqual({
      accessToken: expect.any(String),
      expiresIn: 2_592_000,
      accessTokenMaxTTL: 2_592_000,
      tokenType: "Bearer",
    });
    expect(answer.headers["x-ratelimit-remaining"]).toBe("9999");
    expect((await list(state, answer.at("accessToken"))).status).toBe(200);
  });

  it("is locked for five minutes after three failures in a row, for the right secret too", async () => {
    const { state } = await testState();
    for (let failure = 0; failure < 3; failure++) {
      expect((await universal(state, "wrong")).at("message")).toBe("Invalid credentials");
    }
    const locked = await universal(state, IDENTITY_CLIENT_SECRET);
    expect([locked.status, locked.at("error")]).toEqual([401, "UnauthorizedError"]);
    expect(locked.at("message")).toContain("temporarily locked");
    state.clock.advance(300_000);
    expect((await universal(state, IDENTITY_CLIENT_SECRET)).status).toBe(200);
  });

  it("forgets failures that are 30 seconds apart, and those before a success", async () => {
    const { state } = await testState();
    for (let failure = 0; failure < 5; failure++) {
      await universal(state, "wrong");
      state.clock.advance(30_001);
    }
    await universal(state, "wrong");
    await universal(state, IDENTITY_CLIENT_SECRET);
    await universal(state, "wrong");
    expect((await universal(state, IDENTITY_CLIENT_SECRET)).status).toBe(200);
  });

  it.each([
    ["a missing secret", { clientId: "x" }, 422, "ValidationFailure"],
    ["an unknown member", { clientId: "x", clientSecret: "y", extra: 1 }, 422, "ValidationFailure"],
    ["an unknown client", { clientId: "x", clientSecret: "y" }, 401, "UnauthorizedError"],
    ["no JSON", "{", 400, "BadRequest"],
    [
      "another organization",
      { clientId: IDENTITY_CLIENT_ID, clientSecret: IDENTITY_CLIENT_SECRET, organizationSlug: "x" },
      404,
      "NotFound",
    ],
  ])("refuses %s", async (_name, body, status, error) => {
    const { state } = await testState();
    const answer = await call(state, "POST", `${AUTH}/universal-auth/login`, { body });
    expect([answer.status, answer.at("error"), answer.at("statusCode")]).toEqual([status, error, status]);
    expect(answer.at("reqId")).toMatch(/^req-/);
    if (status === 422) expect(answer.at("message", 0, "path")).toBeDefined();
  });
});

describe("logins with somebody else's token", () => {
  const github = { issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: "https://github.com/contoso" };
  const kubernetes = {
    issuer: KUBERNETES_ISSUER,
    subject: KUBERNETES_SUBJECT,
    audience: "https://kubernetes.default.svc",
  };

  it.each([
    ["oidc-auth", github, 200],
    ["oidc-auth", { ...github, subject: "repo:other" }, 401],
    ["oidc-auth", { ...github, audience: "https://other" }, 401],
    ["oidc-auth", { ...github, lifetimeSeconds: -1 }, 401],
    ["kubernetes-auth", kubernetes, 200],
    ["kubernetes-auth", github, 401],
  ])("%s with %j: %i", async (method, request, status) => {
    const { state } = await testState();
    const jwt = issueIdentityToken(state, request);
    const answer = await call(state, "POST", `${AUTH}/${method}/login`, {
      body: { identityId: IDENTITY_ID, jwt },
    });
    expect(answer.status).toBe(status);
  });

  it.each([
    ["https://management.azure.com/", 200],
    ["https://other", 401],
  ])("azure-auth with a token for %s: %i", async (resource, status) => {
    const { state } = await testState();
    const jwt = issueAccessToken(state, state.entra.apps.get(CLIENT_ID)!, resource, "2").token;
    const answer = await call(state, "POST", `${AUTH}/azure-auth/login`, {
      body: { identityId: IDENTITY_ID, jwt },
    });
    expect(answer.status).toBe(status);
  });

  it.each(["oidc-auth", "kubernetes-auth", "azure-auth"])(
    "%s is not found for an unknown identity",
    async (method) => {
      const { state } = await testState();
      const answer = await call(state, "POST", `${AUTH}/${method}/login`, {
        body: { identityId: "x", jwt: "y" },
      });
      expect([answer.status, answer.at("error")]).toEqual([404, "NotFound"]);
    },
  );
});

describe("renew and revoke", () => {
  it("renew gives another token, its life capped from the first issue", async () => {
    const { state } = await testState();
    state.infisical.identities.get(IDENTITY_ID)!.accessTokenTtlSeconds = 100;
    state.infisical.identities.get(IDENTITY_ID)!.accessTokenMaxTtlSeconds = 150;
    const accessToken = (await universal(state, IDENTITY_CLIENT_SECRET)).at("accessToken");
    state.clock.advance(90_000);
    const renewed = await call(state, "POST", `${AUTH}/token/renew`, { body: { accessToken } });
    expect(renewed.at("expiresIn")).toBe(60);
    expect(renewed.at("accessToken")).not.toBe(accessToken);
  });

  it("revoke ends a token", async () => {
    const { state } = await testState();
    const accessToken = (await universal(state, IDENTITY_CLIENT_SECRET)).at("accessToken");
    expect((await call(state, "POST", `${AUTH}/token/revoke`, { body: { accessToken } })).status).toBe(200);
    expect((await list(state, accessToken)).status).toBe(401);
  });
});
