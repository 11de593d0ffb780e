import {
  at,
  errorBody,
  type FakeAnswer,
  fakeInfisical,
  problemOf,
  wireSecret,
} from "./testing/fake-infisical";

const folders = { "/scim": [wireSecret("KEY", "value")], "/other": [] };
const token = (accessToken: string, expiresIn = 7200): FakeAnswer => [
  200,
  { accessToken, expiresIn, tokenType: "Bearer" },
];

/** Logins give `t-1`, `t-2`, …; `accepts` says which of them the other calls take. */
function rotating(accepts: (bearer: string, uses: number) => boolean, refusal: FakeAnswer, life = 7200) {
  let logins = 0;
  const uses = new Map<string, number>();
  return fakeInfisical(folders, ({ what, request }) => {
    if (what === "login") return token(`t-${++logins}`, life);
    const bearer = request.headers.authorization?.slice("Bearer ".length) ?? "";
    uses.set(bearer, (uses.get(bearer) ?? 0) + 1);
    return accepts(bearer, uses.get(bearer) ?? 0) ? undefined : refusal;
  });
}

describe("an access token", () => {
  it.each<[string, FakeAnswer]>([
    ["401", [401, errorBody("UnauthorizedError")]],
    ["403 TokenError", [403, errorBody("TokenError")]],
  ])("that was good once and is refused with %s means one more login, shared", async (_, refusal) => {
    // Good for one use, as an identity with a limit of uses gives them out.
    const { source, call, whats } = rotating((bearer, uses) => bearer === "t-2" || uses === 1, refusal);
    await source.describe(at("KEY"), call);
    const three = await Promise.all([1, 2, 3].map(() => source.read(at("KEY"), null, call)));
    expect(three).not.toContain(null);
    expect(whats().filter((what) => what === "login")).toHaveLength(2);
  });

  it("that is refused at once means one more login, and no other when that is refused too", async () => {
    const { source, call, whats } = rotating(() => false, [401, errorBody("UnauthorizedError")]);
    const problems = [];
    for (let i = 0; i < 10; i++) problems.push(await problemOf(source.describe(at("KEY", `/${i}`), call)));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["unauthenticated"]));
    expect(whats().filter((what) => what === "login")).toHaveLength(2);
  });

  it("with a number of uses is replaced each time it is used up", async () => {
    const { source, call, whats } = rotating((_, uses) => uses <= 2, [401, errorBody("UnauthorizedError")]);
    for (let i = 0; i < 7; i++) expect(await source.read(at("KEY"), 1, call)).not.toBeNull();
    expect(whats().filter((what) => what === "login")).toHaveLength(4);
  });

  it("is not given up for a denied permission", async () => {
    const { source, call, whats } = rotating(() => false, [403, errorBody("PermissionDenied")]);
    expect((await problemOf(source.describe(at("KEY"), call))).code).toBe("forbidden");
    expect(whats()).toEqual(["login", "list /scim"]);
  });

  it.each([
    [7200, 7100, false],
    [7200, 7150, true],
    [100, 89, false],
    [100, 91, true],
    [0, 10 ** 9, false],
  ])("that lives %i s is replaced after %i s: %s", async (life, later, replaced) => {
    const { source, call, clock, whats } = rotating(() => true, [401, ""], life);
    await source.describe(at("KEY"), call);
    clock.advance(later * 1000);
    await source.describe(at("KEY", "/other"), { ...call, deadline: Number.POSITIVE_INFINITY });
    expect(whats().filter((what) => what === "login")).toHaveLength(replaced ? 2 : 1);
  });
});
