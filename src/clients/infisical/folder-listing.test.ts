import { at, errorBody, fakeInfisical, problemOf, wireSecret } from "./testing/fake-infisical";

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => wireSecret(`KEY_${i}`, `value-${i}`, i + 1));

describe("describe", () => {
  it("of a thousand secrets at once costs one login and one list, without values", async () => {
    const { source, call, whats, asked } = fakeInfisical({ "/scim": many(1000) });
    const versions = await Promise.all(many(1000).map((_, i) => source.describe(at(`KEY_${i}`), call)));
    expect(versions[41]).toEqual({
      id: "id-KEY_41",
      version: 42,
      updatedAt: "2026-01-01T00:00:00.000Z",
      updatedBy: "ann",
    });
    expect(versions).not.toContain(null);
    expect(whats()).toEqual(["login", "list /scim"]);
    expect(Object.fromEntries(asked[1]?.url.searchParams ?? [])).toEqual({
      projectId: "p-1",
      environment: "prod",
      secretPath: "/scim",
      viewSecretValue: "false",
      expandSecretReferences: "false",
      recursive: "false",
      include_imports: "false",
      includeImports: "false",
    });
    expect(asked[1]?.request.headers.authorization).toBe("Bearer t-1");
  });

  it("asks once for each project, environment and path", async () => {
    const { source, call, whats } = fakeInfisical({ "/scim": many(1), "/other": many(1) });
    for (let i = 0; i < 2; i++) {
      await source.describe(at("KEY_0"), call);
      await source.describe(at("KEY_0", "/other"), call);
      await source.describe({ ...at("KEY_0"), environment: "dev" }, call);
      await source.describe({ ...at("KEY_0"), projectId: "p-2" }, call);
    }
    expect(whats()).toEqual(["login", "list /scim", "list /other", "list /scim", "list /scim"]);
  });

  it("of a secret that is not there is null, for another case of letters too", async () => {
    const { source, call } = fakeInfisical({ "/scim": many(1) });
    expect(await source.describe(at("OTHER"), call)).toBeNull();
    expect(await source.describe(at("key_0"), call)).toBeNull();
  });

  it("of a folder that is not there is null once the environment is known to exist", async () => {
    const { source, call, whats } = fakeInfisical({ "/": [] });
    expect(await source.describe(at("KEY_0", "/gone"), call)).toBeNull();
    expect(await source.describe(at("KEY_0", "/gone/too"), call)).toBeNull();
    expect(whats()).toEqual(["login", "list /gone", "list /", "list /gone/too"]);
  });

  it("of an environment that is not there is a problem that names it, and is not asked for again", async () => {
    const { source, call, whats } = fakeInfisical({});
    const problems = [
      await problemOf(source.describe(at("KEY_0"), call)),
      await problemOf(source.describe(at("KEY_1"), call)),
      await problemOf(source.describe(at("KEY_1", "/"), call)),
    ];
    for (const problem of problems) {
      expect(problem.code).toBe("not_found");
      expect(problem.detail).toContain("environment prod of project p-1");
    }
    expect(whats()).toEqual(["login", "list /scim", "list /"]);
  });

  it("of a missing folder is null where the root may not be listed", async () => {
    const { source, call } = fakeInfisical({}, ({ what }) =>
      what === "list /" ? [403, errorBody("PermissionDenied")] : undefined,
    );
    expect(await source.describe(at("KEY_0"), call)).toBeNull();
  });

  it("takes secrets without time and author, and passes personal ones over", async () => {
    const { source, call } = fakeInfisical({
      "/scim": [
        { id: "a", version: 3, secretKey: "BARE" },
        wireSecret("MINE", "v", 1, { type: "personal" }),
        wireSecret("NULLS", "v", 2, { updatedAt: null, actor: null }),
      ],
    });
    expect(await source.describe(at("BARE"), call)).toEqual({
      id: "a",
      version: 3,
      updatedAt: null,
      updatedBy: null,
    });
    expect(await source.describe(at("NULLS"), call)).toMatchObject({
      version: 2,
      updatedAt: null,
      updatedBy: null,
    });
    expect(await source.describe(at("MINE"), call)).toBeNull();
  });

  it("takes an author's name for one line of a terminal", async () => {
    const { source, call } = fakeInfisical({
      "/scim": [wireSecret("KEY", "v", 1, { actor: { name: "eve\u001b[2J\r\nNo changes." } })],
    });
    expect(await source.describe(at("KEY"), call)).toMatchObject({
      updatedBy: "eve\ufffd[2J\ufffd\ufffdNo changes.",
    });
  });

  it("remembers a denied permission, and tries again after a transient fault", async () => {
    const denied = fakeInfisical({}, ({ what }) =>
      what === "list /scim" ? [403, errorBody("PermissionDenied")] : undefined,
    );
    await Promise.all([0, 1, 2].map(() => problemOf(denied.source.describe(at("KEY_0"), denied.call))));
    expect((await problemOf(denied.source.describe(at("KEY_1"), denied.call))).code).toBe("forbidden");
    expect(denied.whats()).toEqual(["login", "list /scim"]);

    let down = true;
    const flaky = fakeInfisical({ "/scim": many(1) }, ({ what }) =>
      down && what.startsWith("list") ? [503, "busy"] : undefined,
    );
    expect((await problemOf(flaky.source.describe(at("KEY_0"), flaky.call))).code).toBe("unavailable");
    down = false;
    expect(await flaky.source.describe(at("KEY_0"), flaky.call)).toMatchObject({ version: 1 });
    expect(flaky.whats()).toEqual(["login", ...Array(6).fill("list /scim")]);
  });
});

describe("importedFrom", () => {
  const imports = [
    { environment: "prod", secretPath: "/first", secrets: [wireSecret("A", "v"), wireSecret("B", "v")] },
    { environment: "dev", secretPath: "/second", secrets: [wireSecret("B", "v")] },
  ];

  it.each([
    ["A", "folder /first of environment prod"],
    ["B", "folder /second of environment dev"],
    ["C", null],
  ])("of %s is %s", async (key, expected) => {
    const { source, call, asked, whats } = fakeInfisical({ "/scim": [] }, ({ what }) =>
      what === "list+imports /scim" ? [200, { secrets: [], imports }] : undefined,
    );
    expect(await source.importedFrom(at(key), call)).toBe(expected);
    await source.importedFrom(at(key), call);
    expect(whats()).toEqual(["login", "list+imports /scim"]);
    expect(asked[1]?.url.searchParams.get("includeImports")).toBe("true");
    expect(asked[1]?.url.searchParams.get("viewSecretValue")).toBe("false");
  });

  it("is null for a folder that is not there, and without imports", async () => {
    const { source, call } = fakeInfisical({ "/scim": [] });
    expect(await source.importedFrom(at("A"), call)).toBeNull();
    expect(await source.importedFrom(at("A", "/gone"), call)).toBeNull();
  });
});
