import { at, type FakeAnswer, fakeInfisical, problemOf, wireSecret } from "./testing/fake-infisical";

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => wireSecret(`KEY_${i}`, `value-${i}`, i + 1));

describe("a server without version 4", () => {
  const routeMissing: FakeAnswer = [
    404,
    { message: "Route GET:/api/v4/secrets not found", error: "Not Found", statusCode: 404 },
  ];

  it("is asked in version 3 from then on", async () => {
    const { source, call, asked, whats } = fakeInfisical({ "/": [], "/scim": many(4) }, ({ url }) =>
      url.pathname.startsWith("/api/v4") ? routeMissing : undefined,
    );
    expect(await source.describe(at("KEY_1"), call)).toMatchObject({ version: 2 });
    expect((await source.read(at("KEY_1"), null, call))?.value.reveal()).toBe("value-1");
    expect(await source.read(at("OTHER"), null, call)).toBeNull();
    expect(whats()).toEqual([
      "login",
      "list /scim",
      "v3 list /scim",
      "v3 read KEY_1",
      "v3 read OTHER",
      "v3 list /",
    ]);
    expect(asked[2]?.url.searchParams.get("workspaceId")).toBe("p-1");
    expect(asked[2]?.url.searchParams.has("projectId")).toBe(false);
  });

  it.each<[string, FakeAnswer]>([
    ["a page", [404, "<html>not here</html>"]],
    ["nothing", [404, ""]],
    ["a router's 404", routeMissing],
  ])("and without version 3, answering with %s, is no Infisical", async (_, answer) => {
    const { source, call } = fakeInfisical({}, ({ what }) => (what === "login" ? undefined : answer));
    const problem = await problemOf(source.describe(at("KEY_0"), call));
    expect(problem.code).toBe("unexpected_response");
    expect(problem.detail).toContain("infisical.host");
  });
});
