import { createSecretKey } from "node:crypto";
import { IDENTITY_ID, PROJECT_ID } from "../default-seed";
import { signToken } from "../json-web-token";
import type { EmulatorState } from "../state";
import { call, testState } from "../test-state.test-support";
import { issueIdentityAccessToken } from "./identity-token";

const LIST = `/api/v4/secrets?projectId=${PROJECT_ID}&environment=dev`;

function issue(state: EmulatorState): string {
  return issueIdentityAccessToken(state, state.infisical.identities.get(IDENTITY_ID)!).accessToken;
}

async function read(state: EmulatorState, headers: Record<string, string>) {
  const answer = await call(state, "GET", LIST, { headers });
  return [answer.status, answer.at("error")];
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("an access token", () => {
  it("is wanted: without one it is 401", async () => {
    const { state } = await testState();
    expect(await read(state, {})).toEqual([401, "UnauthorizedError"]);
    expect(await read(state, { authorization: "Basic eDp5" })).toEqual([401, "UnauthorizedError"]);
  });

  it("that is malformed, forged or expired is 403 TokenError", async () => {
    const { state } = await testState();
    expect(await read(state, bearer("abc"))).toEqual([403, "TokenError"]);
    const forged = signToken("HS256", createSecretKey(Buffer.alloc(32)), { exp: 9_999_999_999 });
    expect(await read(state, bearer(forged))).toEqual([403, "TokenError"]);
    const token = issue(state);
    state.clock.advance(2_592_001_000);
    expect(await read(state, bearer(token))).toEqual([403, "TokenError"]);
  });

  it("that was revoked is 401", async () => {
    const { state } = await testState();
    const token = issue(state);
    for (const record of state.infisical.tokens.values()) record.revoked = true;
    expect(await read(state, bearer(token))).toEqual([401, "UnauthorizedError"]);
  });

  it("dies after so many uses", async () => {
    const { state } = await testState();
    state.infisical.identities.get(IDENTITY_ID)!.accessTokenUsesLimit = 2;
    const token = issue(state);
    expect((await read(state, bearer(token)))[0]).toBe(200);
    expect((await read(state, bearer(token)))[0]).toBe(200);
    expect(await read(state, bearer(token))).toEqual([401, "UnauthorizedError"]);
  });
});
