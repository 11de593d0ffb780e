import { inspect } from "node:util";
import { Problem } from "../core/problem";
import { Secret } from "../core/secret";
import { createCredentialReader } from "./credential-reader";
import type { SecretLocation, SecretSource, SecretValue } from "./infisical/secret-source";

const call = { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY };
const place = { projectId: null, environment: "prod", path: "/azure", key: "KEY" };

function sourceOf(read: (location: SecretLocation) => SecretValue | null): SecretSource {
  return {
    describe: () => Promise.reject(new Error("not expected")),
    importedFrom: () => Promise.reject(new Error("not expected")),
    keys: () => Promise.reject(new Error("not expected")),
    read: async (location, version) => {
      expect(version).toBeNull();
      return read(location);
    },
  };
}

function value(text: string): SecretValue {
  return { id: "i", version: 1, updatedAt: null, updatedBy: null, expanded: false, value: new Secret(text) };
}

describe("createCredentialReader", () => {
  it.each([
    ["its own", "own", "default", "own"],
    ["the default", null, "default", "default"],
  ])("reads from %s project", async (_, own, otherwise, expected) => {
    const read = createCredentialReader(
      sourceOf(({ projectId }) => value(projectId)),
      otherwise,
    );
    expect((await read({ ...place, projectId: own }, call)).reveal()).toBe(expected);
  });

  const hidden = new Problem("unusable_token", { summary: "x", detail: "It is hidden from this identity." });
  const absent = new Problem("not_found", { summary: "x", detail: "Check the slug." });
  const down = new Problem("unavailable", { summary: "x", detail: "Down." });

  it.each<[string, () => SecretValue | null, string | null, Partial<Problem>, string]>([
    ["no project", () => value("x"), null, { code: "invalid_input" }, "INFISICAL_PROJECT_ID"],
    ["no such secret", () => null, "p", { code: "unauthenticated" }, "no secret KEY in folder /azure"],
    ["a hidden one", () => fail(hidden), "p", { code: "unauthenticated" }, "hidden from this identity"],
    ["no such environment", () => fail(absent), "p", { code: "unauthenticated" }, "Check the slug."],
    ["an Infisical that is down", () => fail(down), "p", { code: "unavailable" }, "Down."],
  ])("explains %s", async (_, read, project, expected, words) => {
    const caught: unknown = await createCredentialReader(sourceOf(read), project)(place, call).catch(
      (error: unknown) => error,
    );
    expect(caught).toBeInstanceOf(Problem);
    expect(caught).toMatchObject(expected);
    expect(inspect(caught)).toContain(words);
  });
});

function fail(problem: Problem): never {
  throw problem;
}
