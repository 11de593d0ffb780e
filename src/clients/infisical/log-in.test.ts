import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProblemCode } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { InfisicalLogin } from "./choose-login";
import {
  type Asked,
  at,
  errorBody,
  type FakeAnswer,
  fakeInfisical,
  problemOf,
  wireSecret,
} from "./testing/fake-infisical";

const folders = { "/scim": [wireSecret("KEY", "value")], "/other": [] };

const bodyOf = (asked: Asked | undefined): unknown => JSON.parse(asked?.request.body ?? "null");

describe("a login", () => {
  it("sends what each method needs", async () => {
    const folder = await mkdtemp(join(tmpdir(), "entrascim-"));
    const path = join(folder, "token");
    await writeFile(path, "file.token.x\n");
    const cases: [InfisicalLogin, string, unknown][] = [
      [
        { method: "universal", clientId: "c", clientSecret: new Secret("s") },
        "universal-auth",
        { clientId: "c", clientSecret: "s", organizationSlug: "org" },
      ],
      [
        { method: "oidc", identityId: "i", token: { from: "value", name: "T", token: new Secret("a.b.c") } },
        "oidc-auth",
        { identityId: "i", jwt: "a.b.c", organizationSlug: "org" },
      ],
      [
        { method: "kubernetes", identityId: "i", token: { from: "file", name: "P", path } },
        "kubernetes-auth",
        { identityId: "i", jwt: "file.token.x", organizationSlug: "org" },
      ],
      [
        { method: "azure", identityId: "i", resource: "https://r/" },
        "azure-auth",
        { identityId: "i", jwt: "azure-token-for-https://r/", organizationSlug: "org" },
      ],
    ];
    for (const [login, route, body] of cases) {
      const { source, call, asked } = fakeInfisical(folders, undefined, {
        settings: { login, organizationSlug: "org" },
        azureToken: async (resource) => new Secret(`azure-token-for-${resource}`),
      });
      await source.describe(at("KEY"), call);
      expect(asked[0]?.url.pathname).toBe(`/api/v1/auth/${route}/login`);
      expect(bodyOf(asked[0])).toEqual(body);
      expect(asked[0]?.request.headers).toMatchObject({ "content-type": "application/json" });
    }
    await rm(folder, { recursive: true });
  });

  it("leaves an organization out that is not set", async () => {
    const { source, call, asked } = fakeInfisical(folders);
    await source.describe(at("KEY"), call);
    expect(bodyOf(asked[0])).toEqual({ clientId: "c-1", clientSecret: "s-1" });
  });

  it.each<[FakeAnswer, ProblemCode, RegExp]>([
    [[401, errorBody("UnauthorizedError")], "unauthenticated", /client secret.*locks an identity out/],
    [[400, errorBody("BadRequest")], "unauthenticated", /400 \(BadRequest\)/],
    [[403, errorBody("ForbiddenError")], "unauthenticated", /trusted IPs/],
    [[404, errorBody("NotFound")], "unauthenticated", /404 \(NotFound\)/],
    [
      [
        422,
        errorBody("ValidationFailure", [
          { code: "too_small", path: ["body", "clientId"], message: "secret message" },
        ]),
      ],
      "invalid_input",
      /body\.clientId \(too_small\)/,
    ],
    [[404, "<html>"], "unexpected_response", /infisical\.host/],
    [[308, "", { location: "https://eu.infisical.com/api" }], "untrusted", /https:\/\/eu\.infisical\.com/],
    [[200, "<html>secret message"], "unexpected_response", /is not JSON/],
    [[200, { accessToken: "", expiresIn: 1 }], "unexpected_response", /accessToken/],
  ])("answered with %j is sent once for a whole process", async (answer, code, text) => {
    const { source, call, whats } = fakeInfisical(folders, () => answer);
    const at1000 = Array.from({ length: 1000 }, (_, i) =>
      problemOf(source.describe(at("KEY", `/${i}`), call)),
    );
    for (const problem of await Promise.all(at1000)) expect(problem.code).toBe(code);
    const later = await problemOf(source.read(at("KEY"), null, call));
    expect(later.detail).toMatch(text);
    expect(later.message).not.toMatch(/secret message|s-1/);
    expect(whats()).toEqual(["login"]);
  });

  it("that meets a fault is tried again in its place and, when that fails too, by the next caller", async () => {
    let down = 5;
    const { source, call, whats } = fakeInfisical(folders, ({ what }) =>
      what === "login" && down-- > 0 ? [503, ""] : undefined,
    );
    expect((await problemOf(source.describe(at("KEY"), call))).code).toBe("unavailable");
    expect(await source.describe(at("KEY"), call)).not.toBeNull();
    expect(whats()).toEqual([...Array(6).fill("login"), "list /scim"]);
  });

  it("of one who is interrupted is begun anew for the others", async () => {
    const interrupted = new AbortController();
    const { source, call, whats } = fakeInfisical(folders);
    const first = problemOf(source.describe(at("KEY"), { ...call, signal: interrupted.signal }));
    const second = source.describe(at("KEY", "/other"), call);
    for (let i = 0; whats().length === 0 && i < 100; i++) await Promise.resolve();
    interrupted.abort();
    expect((await first).code).toBe("cancelled");
    expect(await second).toBeNull();
    expect(whats()).toEqual(["login", "login", "list /other"]);
  });

  it.each([
    ["is not there", null, "cannot be read"],
    ["is empty", " \n", "is empty"],
    ["holds another secret", "hunter2", "something else"],
    ["holds a table of them", "root:hunter2:0:0:root:/root:/bin/sh\n", "something else"],
  ])("whose token's file %s is not sent", async (_, content, text) => {
    const folder = await mkdtemp(join(tmpdir(), "entrascim-"));
    const path = join(folder, "token");
    if (content !== null) await writeFile(path, content);
    const login: InfisicalLogin = {
      method: "oidc",
      identityId: "i",
      token: { from: "file", name: "TOKEN_PATH", path },
    };
    const { source, call, whats } = fakeInfisical(folders, undefined, { settings: { login } });
    const problem = await problemOf(source.describe(at("KEY"), call));
    expect(problem.code).toBe("invalid_input");
    expect(problem.detail).toContain("TOKEN_PATH");
    expect(problem.detail).toContain(text);
    expect(problem.detail).not.toContain(path);
    expect(problem.detail).not.toContain("hunter2");
    expect(whats()).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
