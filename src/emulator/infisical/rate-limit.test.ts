import { IDENTITY_ID, PROJECT_ID } from "../default-seed";
import { call, testState } from "../test-state.test-support";
import { issueIdentityAccessToken } from "./identity-token";

describe("rate limits", () => {
  it("answer 429 with the rest of the minute, in headers and text, until it is over", async () => {
    const { state } = await testState();
    state.infisical.limits.secrets = 2;
    const { accessToken } = issueIdentityAccessToken(state, state.infisical.identities.get(IDENTITY_ID)!);
    const list = () =>
      call(state, "GET", `/api/v4/secrets?projectId=${PROJECT_ID}&environment=dev`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
    expect((await list()).headers).toMatchObject({ "x-ratelimit-limit": "2", "x-ratelimit-remaining": "1" });
    await list();
    state.clock.advance(20_000);
    const limited = await list();
    expect(limited.status).toBe(429);
    expect(Number(limited.headers["retry-after"])).toBeLessThanOrEqual(40);
    expect(limited.headers["x-ratelimit-remaining"]).toBe("0");
    expect(limited.json).toMatchObject({
      error: "RateLimitExceeded",
      message: `Rate limit exceeded. Please try again in ${limited.headers["retry-after"]} seconds`,
    });
    state.clock.advance(40_000);
    expect((await list()).status).toBe(200);
  });

  it("count logins apart", async () => {
    const { state } = await testState();
    state.infisical.limits.writes = 0;
    expect((await call(state, "POST", "/api/v1/auth/universal-auth/login", { body: {} })).status).toBe(429);
    expect((await call(state, "GET", "/api/status")).status).toBe(200);
  });
});
