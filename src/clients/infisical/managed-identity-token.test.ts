import { Problem } from "../../core/problem";
import type { InfisicalLogin } from "./choose-login";
import { at, type FakeAnswer, fakeInfisical, problemOf, wireSecret } from "./testing/fake-infisical";

const folders = { "/scim": [wireSecret("KEY", "value")], "/other": [] };

describe("a managed identity's token", () => {
  const login: InfisicalLogin = {
    method: "azure",
    identityId: "i",
    resource: "https://management.azure.com/",
  };
  const imds = "GET /metadata/identity/oauth2/token";
  const onAzure = (answer: FakeAnswer | Problem) =>
    fakeInfisical(
      folders,
      ({ what }) => {
        if (what !== imds) return undefined;
        if (answer instanceof Problem) throw answer;
        return answer;
      },
      { settings: { login } },
    );

  it("comes from the metadata service", async () => {
    const { source, call, asked } = onAzure([200, { access_token: "imds-token", expires_in: "86399" }]);
    await source.describe(at("KEY"), call);
    expect(asked[0]?.url.href).toBe(
      "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F",
    );
    expect(asked[0]?.request.headers.metadata).toBe("true");
    expect(JSON.parse(asked[1]?.request.body ?? "null")).toEqual({ identityId: "i", jwt: "imds-token" });
  });

  it.each<[FakeAnswer | Problem, number]>([
    [[400, { error: "invalid_request", error_description: "Identity not found" }], 1],
    [new Problem("unavailable", { summary: "s", detail: "EHOSTUNREACH" }), 3],
    [new Problem("timeout", { summary: "s", detail: "d" }), 3],
  ])("is a refused login where there is none", async (answer, tries) => {
    const { source, call, whats } = onAzure(answer);
    for (let i = 0; i < 3; i++) {
      const problem = await problemOf(source.describe(at("KEY"), call));
      expect(problem.code).toBe("unauthenticated");
      expect(problem.detail).toContain("managed identity");
    }
    expect(whats()).toEqual(Array(tries).fill(imds));
  });
});
