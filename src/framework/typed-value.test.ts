import { Problem } from "../core/problem";
import { Secret } from "../core/secret";
import { conform } from "./conform";
import { type Plain, toyConfig, toySchema, value } from "./toy-provider.test-support";
import { fromTyped, toTyped } from "./typed-value";
import { DecimalNumber, isUnknown, UNKNOWN, Unknown } from "./value";

type Loose = Record<string, unknown>;

const typed = (changes: { readonly [key: string]: Plain }) =>
  toTyped<Loose>(toySchema, conform(toySchema, toyConfig(changes)));

function back(changes: object, unknownAllowed = false) {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => problems.push(problem);
  return {
    result: fromTyped(toySchema, { name: "one", ...changes }, { unknownAllowed, onProblem }),
    problems,
  };
}

describe("a typed value", () => {
  it("has secrets for strings of secret attributes, and prints none", () => {
    const { token_wo } = typed({ token_wo: "s3cr3t" });
    expect(token_wo).toBeInstanceOf(Secret);
    expect(JSON.stringify(typed({ token_wo: "s3cr3t" }))).not.toContain("s3cr3t");
  });

  it("has null for what is missing, blocks too", () => {
    const config = typed({});
    expect([config.note, config.token_wo, config.auth, config.rules]).toEqual([null, null, null, null]);
  });

  it("has unknowns where there are, and spells a wholly unknown block out", () => {
    const config = typed({ name: UNKNOWN, settings: UNKNOWN, token_wo: UNKNOWN, auth: UNKNOWN });
    expect([config.name, config.settings, config.token_wo].every(isUnknown)).toBe(true);
    expect(isUnknown((config.auth as { federated: { file: unknown } }).federated.file)).toBe(true);
  });

  it("keeps what Terraform knows of an unknown", () => {
    const refined = new Unknown(new Uint8Array([1]));
    const { result } = back({ note: (typed({ note: refined }) as { note: unknown }).note }, true);
    expect(result?.note).toBe(refined);
  });

  it.each<[string, Plain, (string | number)[]]>([
    ["a whole number beyond 2^53", { count_of: 2n ** 60n }, ["count_of"]],
    ["a decimal that a double does not hold", { count_of: new DecimalNumber("0.1") }, ["count_of"]],
    ["one in a list of objects", { rules: [{ key: "a", weight: 2n ** 60n }] }, ["rules", 0, "weight"]],
  ])("cannot be made of %s, which is said at its path", (_, changes, path) => {
    try {
      typed(changes as { readonly [key: string]: Plain });
      throw new Error("made");
    } catch (caught) {
      const problem = Problem.from(caught);
      expect([problem.code, problem.path]).toEqual(["invalid_input", path]);
    }
  });
});

describe("a value from a typed one", () => {
  it("has every attribute, with null prototypes and strings for secrets", () => {
    const { result, problems } = back({ token_wo: new Secret("s"), rules: [{ key: "a" }], extra: 1 });
    expect(problems).toEqual([]);
    expect(Object.keys(result ?? {})).toEqual([
      ...Object.keys(toySchema.attributes),
      ...Object.keys(toySchema.blocks),
    ]);
    expect(Object.getPrototypeOf(result)).toBeNull();
    expect(result?.token_wo).toBe("s");
    expect(result?.rules).toStrictEqual(value([{ key: "a", weight: null, etag: null }]));
  });

  it("may be unknown only where that is allowed", () => {
    expect(back({ version: UNKNOWN, job: UNKNOWN, token_wo: UNKNOWN }, true).problems).toEqual([]);
    const { result, problems } = back({ version: UNKNOWN, job: UNKNOWN, token_wo: UNKNOWN, tags: [UNKNOWN] });
    expect(problems.map((problem) => problem.path)).toEqual([
      ["tags", 0],
      ["token_wo"],
      ["version"],
      ["job"],
    ]);
    expect([result?.version, result?.job]).toEqual([null, null]);
  });

  it.each<[string, object, (string | number)[]]>([
    ["a number for a string", { name: 5 }, ["name"]],
    ["a string for a secret", { token_wo: "s3cr3t" }, ["token_wo"]],
    ["a secret for a string", { name: new Secret("s3cr3t") }, ["name"]],
    ["a secret for an object", { job: new Secret("s3cr3t") }, ["job"]],
    ["a secret for a block", { source: new Secret("s3cr3t") }, ["source"]],
    ["an object for a list", { tags: { a: "s3cr3t" } }, ["tags"]],
    ["infinity", { version: Number.POSITIVE_INFINITY }, ["version"]],
    ["a date for a string", { id: new Date() }, ["id"]],
  ])("names the attribute and quotes nothing: %s", (_, changes, path) => {
    const { problems, result } = back(changes);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(`${problems[0]?.summary}${problems[0]?.detail}`).not.toContain("s3cr3t");
    expect(result?.[path[0] ?? ""]).toBeNull();
  });

  it.each([[null], [undefined], [[]], ["x"], [new Secret("s")], [UNKNOWN]])(
    "is null when there is no object: %p",
    (wrong) => {
      const problems: Problem[] = [];
      const options = { unknownAllowed: true, onProblem: (problem: Problem) => problems.push(problem) };
      expect(fromTyped(toySchema, wrong, options)).toBeNull();
      expect(problems).toHaveLength(1);
    },
  );
});
