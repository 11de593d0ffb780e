import { CLIENT_ID, SERVICE_PRINCIPALS } from "../default-seed";
import { issueAccessToken } from "../entra/access-token";
import { call, graphAuthorization, ORIGIN, testState } from "../test-state.test-support";

const ONE = `/v1.0/servicePrincipals/${SERVICE_PRINCIPALS.servicenow}`;
const SECRETS = `${ONE}/synchronization/secrets`;
const PUT = { body: { value: [{ key: "SyncAll", value: "true" }] } };

describe("authentication", () => {
  const cases: readonly [
    string,
    (state: Awaited<ReturnType<typeof testState>>["state"]) => Record<string, string>,
    RegExp,
  ][] = [
    ["no token", () => ({}), /empty/],
    ["a token that is none", () => ({ authorization: "Bearer abc" }), /CompactToken/],
    [
      "a token of another resource",
      (state) => ({
        authorization: `Bearer ${issueAccessToken(state, state.entra.apps.get(CLIENT_ID)!, "https://other", "1").token}`,
      }),
      /audience/,
    ],
    [
      "an expired token",
      (state) => {
        const headers = graphAuthorization(state);
        state.clock.advance(3_600_000);
        return headers;
      },
      /expired/,
    ],
    [
      "a revoked token",
      (state) => {
        const headers = graphAuthorization(state);
        for (const id of state.entra.issuedTokens) state.entra.revokedTokens.add(id);
        return headers;
      },
      /Continuous access evaluation/,
    ],
  ];
  it.each(cases)("refuses %s with 401", async (_name, headers, message) => {
    const { state } = await testState();
    const answer = await call(state, "GET", ONE, { headers: headers(state) });
    expect([answer.status, answer.at("error", "code")]).toEqual([401, "InvalidAuthenticationToken"]);
    expect(answer.at("error", "message")).toMatch(message);
    expect(answer.headers["www-authenticate"]).toContain(ORIGIN);
  });
});

describe("authorization", () => {
  it.each([
    ["no role", [], 403, 401, 401],
    ["Application.Read.All", ["Application.Read.All"], 200, 401, 401],
    ["Directory.Read.All", ["Directory.Read.All"], 200, 401, 401],
    ["Synchronization.Read.All", ["Synchronization.Read.All"], 403, 200, 401],
    ["Synchronization.ReadWrite.All", ["Synchronization.ReadWrite.All"], 403, 200, 204],
    ["Application.ReadWrite.All", ["Application.ReadWrite.All"], 200, 200, 204],
    ["Directory.ReadWrite.All", ["Directory.ReadWrite.All"], 200, 200, 204],
    ["Application.ReadWrite.OwnedBy, no owner", ["Application.ReadWrite.OwnedBy"], 403, 401, 401],
  ])("with %s", async (_name, roles, directory, read, write) => {
    const { state } = await testState();
    state.entra.apps.get(CLIENT_ID)!.roles = [...roles];
    const headers = graphAuthorization(state);
    const answers = [
      await call(state, "GET", ONE, { headers }),
      await call(state, "GET", SECRETS, { headers }),
      await call(state, "PUT", SECRETS, { headers, ...PUT }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([directory, read, write]);
    if (directory === 403) expect(answers[0]?.at("error", "code")).toBe("Authorization_RequestDenied");
    if (write === 401) expect(answers[2]?.at("error")).toMatchObject({ code: "UnknownError", message: "" });
  });

  it("lets an owner with OwnedBy do everything on its own service principal alone", async () => {
    const { state } = await testState();
    const app = state.entra.apps.get(CLIENT_ID)!;
    app.roles = ["Application.ReadWrite.OwnedBy"];
    app.owns.add(SERVICE_PRINCIPALS.servicenow);
    const headers = graphAuthorization(state);
    expect((await call(state, "PUT", SECRETS, { headers, ...PUT })).status).toBe(204);
    expect((await call(state, "GET", ONE, { headers })).status).toBe(200);
    expect(
      (
        await call(state, "GET", ONE.replace(SERVICE_PRINCIPALS.servicenow, SERVICE_PRINCIPALS.slack), {
          headers,
        })
      ).status,
    ).toBe(403);
    expect((await call(state, "GET", "/v1.0/servicePrincipals", { headers })).status).toBe(403);
  });
});
