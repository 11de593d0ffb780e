// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Infisical writes references like that
import { inspect } from "node:util";
import { Problem, type ProblemCode } from "../../core/problem";
import { Secret } from "../../core/secret";
import {
  at,
  errorBody,
  type FakeAnswer,
  fakeInfisical,
  problemOf,
  wireSecret,
} from "./testing/fake-infisical";

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => wireSecret(`KEY_${i}`, `value-${i}`, i + 1));

describe("keys", () => {
  const folder = (path: string) => ({ projectId: "p-1", environment: "prod", path });

  it("are those of the folder, sorted, from one list without values", async () => {
    const { source, call, whats } = fakeInfisical({ "/scim": [wireSecret("B", "b"), wireSecret("A", "a")] });
    expect(await source.keys(folder("/scim"), call)).toEqual(["A", "B"]);
    expect(await source.describe(at("A"), call)).not.toBeNull();
    expect(whats()).toEqual(["login", "list /scim"]);
  });

  it("are none where there is no folder", async () => {
    const { source, call } = fakeInfisical({ "/": [] });
    expect(await source.keys(folder("/gone"), call)).toEqual([]);
  });

  it("cannot be told where Infisical denies access", async () => {
    const { source, call } = fakeInfisical({ "/scim": [] }, ({ what }) =>
      what === "login" ? undefined : [403, errorBody("PermissionDenied")],
    );
    expect((await problemOf(source.keys(folder("/scim"), call))).code).toBe("forbidden");
  });
});

describe("logIn", () => {
  it("logs in once, for what is asked later too", async () => {
    const { source, call, whats } = fakeInfisical({ "/scim": [wireSecret("A", "a")] });
    await Promise.all([source.logIn(call), source.logIn(call)]);
    await source.describe(at("A"), call);
    expect(whats()).toEqual(["login", "list /scim"]);
  });

  it("rejects as the login does", async () => {
    const { source, call } = fakeInfisical({}, ({ what }) =>
      what === "login" ? [401, errorBody("Unauthorized")] : undefined,
    );
    expect((await problemOf(source.logIn(call))).code).toBe("unauthenticated");
  });
});

describe("forget", () => {
  it("makes the next calls ask again, with the login at hand", async () => {
    const secrets = { "/scim": many(5) };
    const { source, call, whats } = fakeInfisical(secrets);
    const readAll = async () => {
      for (const index of [0, 1, 2, 3]) await source.read(at(`KEY_${index}`), null, call);
    };
    await source.describe(at("KEY_0"), call);
    await readAll();
    const first = whats().slice(1);
    source.forget();
    await source.describe(at("KEY_0"), call);
    await readAll();
    expect(whats()).toEqual(["login", ...first, ...first]);
    expect(first).toContain("list /scim");
  });
});

describe("read", () => {
  it("gives the value as a Secret, with its version", async () => {
    const { source, call, asked } = fakeInfisical({ "/scim": [wireSecret("A B/ü", "the-token", 7)] });
    const secret = await source.read(at("A B/ü"), null, call);
    expect(secret?.value.reveal()).toBe("the-token");
    expect(secret).toMatchObject({ id: "id-A B/ü", version: 7, updatedBy: "ann", expanded: false });
    expect(inspect(secret) + JSON.stringify(secret)).not.toContain("the-token");
    expect(asked[1]?.url.pathname).toBe("/api/v4/secrets/A%20B%2F%C3%BC");
    expect(Object.fromEntries(asked[1]?.url.searchParams ?? [])).toEqual({
      projectId: "p-1",
      environment: "prod",
      secretPath: "/scim",
      type: "shared",
      viewSecretValue: "true",
      expandSecretReferences: "false",
      include_imports: "false",
      includeImports: "false",
    });
  });

  it("of fifty secrets at once costs three reads by name and one list", async () => {
    const { source, call, whats } = fakeInfisical({ "/scim": many(50) });
    const secrets = await Promise.all(many(50).map((_, i) => source.read(at(`KEY_${i}`), null, call)));
    expect(secrets.map((secret) => secret?.value.reveal())).toEqual(many(50).map((_, i) => `value-${i}`));
    expect(whats().sort()).toEqual(["list+values /scim", "login", "read KEY_0", "read KEY_1", "read KEY_2"]);
  });

  it("counts the folders apart", async () => {
    const { source, call, whats } = fakeInfisical({ "/a": many(3), "/b": many(3) });
    for (const path of ["/a", "/b"])
      for (let i = 0; i < 3; i++) await source.read(at(`KEY_${i}`, path), null, call);
    expect(whats().filter((what) => what.startsWith("list"))).toEqual([]);
  });

  it("of a pinned version is by name, whatever was read before", async () => {
    const { source, call, whats } = fakeInfisical({ "/scim": many(9) });
    for (let i = 0; i < 3; i++) await source.read(at(`KEY_${i}`), null, call);
    expect((await source.read(at("KEY_5"), 6, call))?.value.reveal()).toBe("value-5");
    expect(whats().at(-1)).toBe("read KEY_5@6");
  });

  it("of a pinned version takes no other one, which a server may answer that knows no versions", async () => {
    const { source, call } = fakeInfisical({ "/scim": many(9) });
    const problem = await problemOf(source.read(at("KEY_5"), 4, call));
    expect(problem).toMatchObject({
      code: "unexpected_response",
      detail: expect.stringContaining("version 6"),
    });
    expect(problem.detail).not.toContain("value-5");
  });

  it.each([0, 3])("of what is not there is null, after %i other reads", async (before) => {
    const { source, call } = fakeInfisical({ "/": [], "/scim": many(3) });
    for (let i = 0; i < before; i++) await source.read(at(`KEY_${i}`), null, call);
    expect(await source.read(at("OTHER"), null, call)).toBeNull();
    expect(await source.read(at("OTHER", "/gone"), null, call)).toBeNull();
    expect(await source.read(at("OTHER"), 3, call)).toBeNull();
    expect(await source.read(at(".."), null, call)).toBeNull();
  });

  it("of an environment that is not there is a problem, until it is there", async () => {
    let exists = false;
    const { source, call } = fakeInfisical({ "/": [], "/scim": many(1) }, ({ what }) =>
      exists || what === "login" ? undefined : [404, errorBody("NotFound")],
    );
    expect((await problemOf(source.read(at("KEY_0"), null, call))).code).toBe("not_found");
    exists = true;
    expect(await source.read(at("OTHER"), null, call)).toBeNull();
    expect(await source.read(at("KEY_0"), null, call)).not.toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ["by the flag", { secretValueHidden: true }],
    ["by the mask", { secretValue: "<hidden-by-infisical>" }],
    ["by leaving it out", { secretValue: undefined }],
  ])("of a value that is hidden %s is unusable, by name and by list", async (_, more) => {
    const { source, call } = fakeInfisical({ "/scim": [...many(3), wireSecret("HIDDEN", "x", 1, more)] });
    for (let i = 0; i < 5; i++) {
      const problem = await problemOf(source.read(at("HIDDEN"), null, call));
      expect(problem.code).toBe("unusable_token");
      expect(problem.detail).toContain("Read Value");
    }
  });
});

describe("a reference", () => {
  const withReference = (value: string, expanded: FakeAnswer) =>
    fakeInfisical({ "/scim": [wireSecret("REF", value, 3)] }, ({ what }) =>
      what.startsWith("read+expand") ? expanded : undefined,
    );

  it.each(["${OTHER}", "a-${prod.folder.OTHER}", "${@slug.prod.OTHER}", "${slug::prod.OTHER}"])(
    "%s is expanded",
    async (value) => {
      const { source, call, whats } = withReference(value, [200, { secret: wireSecret("REF", "whole", 4) }]);
      const secret = await source.read(at("REF"), null, call);
      expect(secret?.value.reveal()).toBe("whole");
      expect(secret).toMatchObject({ version: 4, expanded: true });
      expect(whats()).toEqual(["login", "read REF", "read+expand REF"]);
    },
  );

  it.each(["$OTHER", "${}", "${a b}", "$ {OTHER}", "{OTHER}", "${OTHER"])(
    "is not what %s is",
    async (value) => {
      const { source, call, whats } = withReference(value, [500, ""]);
      expect(await source.read(at("REF"), null, call)).toMatchObject({ expanded: false });
      expect(whats()).toEqual(["login", "read REF"]);
    },
  );

  it("of a pinned version is expanded in that version", async () => {
    const { source, call, whats } = withReference("${OTHER}", [
      200,
      { secret: wireSecret("REF", "whole", 3) },
    ]);
    await source.read(at("REF"), 3, call);
    expect(whats()).toEqual(["login", "read REF@3", "read+expand REF@3"]);
  });

  it.each<[string, FakeAnswer, ProblemCode]>([
    ["stays as it is", [200, { secret: wireSecret("REF", "a-${OTHER}") }], "unusable_token"],
    [
      "is hidden",
      [200, { secret: wireSecret("REF", "x", 1, { secretValueHidden: true }) }],
      "unusable_token",
    ],
    ["is denied", [403, errorBody("ForbiddenError")], "forbidden"],
  ])("that %s is an error", async (_, expanded, code) => {
    const { source, call } = withReference("${OTHER}", expanded);
    const problem = await problemOf(source.read(at("REF"), null, call));
    expect(problem.code).toBe(code);
    expect(problem.message).not.toContain("${");
    if (code === "forbidden") expect(problem.detail).toContain("refers to");
  });

  it("in a secret that goes away meanwhile is null", async () => {
    const { source, call } = withReference("${OTHER}", [404, errorBody("NotFound")]);
    expect(await source.read(at("REF"), null, call)).toBeNull();
  });
});

describe("an access token as it is", () => {
  it("is used without a login, and an answer that refuses it is final", async () => {
    const settings = { login: { method: "token", token: new Secret("st.abc") } } as const;
    const fine = fakeInfisical({ "/scim": many(1) }, undefined, { settings });
    await fine.source.describe(at("KEY_0"), fine.call);
    expect(fine.whats()).toEqual(["list /scim"]);
    expect(fine.asked[0]?.request.headers.authorization).toBe("Bearer st.abc");

    const refused = fakeInfisical({}, () => [403, errorBody("TokenError")], { settings });
    const problem = await problemOf(refused.source.describe(at("KEY_0"), refused.call));
    expect(problem.code).toBe("unauthenticated");
    expect(problem.message).not.toContain("st.abc");
    expect(refused.whats()).toEqual(["list /scim"]);
  });
});

describe("settings without a login", () => {
  it("are no problem before the first call, and are the problem of each", async () => {
    const login = new Problem("invalid_input", {
      summary: "No login to Infisical",
      detail: "Set something.",
    });
    const { source, call, whats } = fakeInfisical({}, undefined, { settings: { login } });
    expect(await problemOf(source.describe(at("KEY_0"), call))).toBe(login);
    expect(await problemOf(source.read(at("KEY_0"), null, call))).toBe(login);
    expect(whats()).toEqual([]);
  });
});

describe("a host", () => {
  it("may have a path", async () => {
    const { source, call, asked } = fakeInfisical({ "/scim": [] }, undefined, {
      settings: { host: "https://example.com/vault" },
    });
    await source.describe(at("KEY_0"), call);
    expect(asked.map(({ url }) => url.pathname)).toEqual([
      "/vault/api/v1/auth/universal-auth/login",
      "/vault/api/v4/secrets",
    ]);
  });
});
