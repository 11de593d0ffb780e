import {
  configuredToy,
  makeToy,
  type Plain,
  type Toy,
  type ToyOptions,
  toyConfig,
} from "../toy-provider.test-support";
import { UNKNOWN, type Value } from "../value";

async function validate(config: Value, toy: Toy = makeToy(), writeOnlyAllowed = true) {
  const { diagnostics } = await toy.server.validateResource({ type: "toy_thing", config, writeOnlyAllowed });
  return diagnostics;
}

/** Severity, summary and path, which is what these cases are about. */
const brief = (diagnostics: Awaited<ReturnType<typeof validate>>) =>
  diagnostics.map(({ severity, summary, path }) => [severity, summary, path]);

type Case = [string, { readonly [key: string]: Plain }, string, readonly (string | number)[] | undefined];

describe("validate of a resource", () => {
  it("has nothing to say of a good configuration", async () => {
    expect(await validate(toyConfig())).toEqual([]);
  });

  it.each<Case>([
    ["an explicit null for a required attribute", { name: null }, 'Missing value for "name"', ["name"]],
    ["one in a block", { source: { key: null } }, 'Missing value for "source.key"', ["source", "key"]],
    [
      "a nested one that is null as a whole",
      { destination: { connection: null, target: "t" } },
      'Missing value for "destination.connection"',
      ["destination", "connection"],
    ],
    ["one in a list", { rules: [{ key: "a" }, {}] }, 'Missing value for "rules[1].key"', ["rules"]],
    ["a missing block", { destination: null }, 'Missing block "destination"', undefined],
    ["a broken rule", { name: "Upper" }, 'Invalid value for "name"', ["name"]],
    [
      "a broken rule of a list, at the element",
      { tags: ["a", ""] },
      'Invalid value for "tags[1]"',
      ["tags", 1],
    ],
    ["a fraction", { count_of: 1.5 }, 'Invalid value for "count_of"', ["count_of"]],
    [
      "a number beyond what a double holds",
      { count_of: 2n ** 60n },
      'Invalid value for "count_of"',
      ["count_of"],
    ],
    [
      "a timeout that is no duration",
      { timeouts: { create: "soon" } },
      'Invalid value for "timeouts.create"',
      ["timeouts", "create"],
    ],
    [
      "both of an exclusive pair, at the second",
      { token_wo: "s3cr3t", token_wo_version: 1 },
      'Only one of "source" and "token_wo" may be set',
      ["token_wo"],
    ],
    ["none of it, at no path", { source: null }, 'One of "source" and "token_wo" must be set', undefined],
    [
      "a missing companion, at the one that asks for it",
      { source: null, token_wo: "s3cr3t" },
      '"token_wo" requires "token_wo_version"',
      ["token_wo"],
    ],
    [
      "two branches of a block, at the second branch",
      { auth: { password_file: "f", federated: { file: "f" } } },
      'Only one of "auth.password_file", "auth.cli" and "auth.federated" may be set',
      ["auth", "federated"],
    ],
  ])("refuses %s", async (_, change, summary, path) => {
    expect(brief(await validate(toyConfig(change)))).toEqual([["error", summary, path]]);
  });

  it("takes null where the schema says that null is a value", async () => {
    expect(
      await validate(toyConfig({ destination: { connection: { client_id: null }, target: "t" } })),
    ).toEqual([]);
  });

  it("says the rule's own message once, what helps, and never the value", async () => {
    expect(await validate(toyConfig({ name: "S3CR3TS3CR3T" }))).toEqual([
      {
        severity: "error",
        summary: 'Invalid value for "name"',
        detail: "name must be at most 8 characters long. It has 12 characters.",
        path: ["name"],
      },
    ]);
    const secret = await validate(toyConfig({ source: null, token_wo: "s3c", token_wo_version: 1 }));
    expect(secret.map((item) => item.detail)).toEqual(["token_wo must have at least 4 characters."]);
  });

  it("words a missing choice with the hint, so that an import says what to fill in", async () => {
    const [first] = await validate(toyConfig({ source: null }));
    expect(first?.detail).toBe(
      'Exactly one of "source" and "token_wo" must be set, and none is. Give a source block or token_wo.',
    );
  });

  it("warns of a deprecated attribute", async () => {
    expect(await validate(toyConfig({ note: "x" }))).toEqual([
      { severity: "warning", summary: '"note" is deprecated', detail: "Use name.", path: ["note"] },
    ]);
  });

  it.each([
    ["set", "s3cr3t"],
    ["unknown", UNKNOWN],
  ] as const)("refuses a write-only value that is %s for a client that would store it", async (_, token) => {
    const config = toyConfig({ source: null, token_wo: token, token_wo_version: 1 });
    const diagnostics = await validate(config, makeToy(), false);
    expect(brief(diagnostics)).toEqual([["error", '"token_wo" needs Terraform 1.11', ["token_wo"]]]);
    expect(JSON.stringify(diagnostics)).not.toContain("s3cr3t");
  });

  it("lets a client that would store it leave it out", async () => {
    expect(await validate(toyConfig(), makeToy(), false)).toEqual([]);
  });

  it("checks nothing of what is unknown, and does not load zod for it", async () => {
    const toy = makeToy();
    const config = toyConfig({ name: UNKNOWN, tags: [UNKNOWN, "x"], rules: UNKNOWN, settings: UNKNOWN });
    expect(await validate(config, toy)).toEqual([]);
    expect(toy.loads.zod).toBe(0);
  });
});

describe("exactly one of, while anything may be unknown", () => {
  const unknownSource = { key: UNKNOWN, project_id: UNKNOWN };

  it.each<[string, { readonly [key: string]: Plain }, { validate: number; plan: number }]>([
    [
      "dynamic branches that all look present",
      { source: unknownSource, token_wo: UNKNOWN, token_wo_version: UNKNOWN },
      { validate: 0, plan: 0 },
    ],
    ["a definite one beside a maybe", { token_wo: UNKNOWN, token_wo_version: 1 }, { validate: 0, plan: 0 }],
    ["an unknown alone", { source: null, token_wo: UNKNOWN, token_wo_version: 1 }, { validate: 0, plan: 0 }],
    [
      "an empty branch beside a definite one: a maybe until the provider is configured",
      { auth: { password_file: "f", cli: {} } },
      { validate: 0, plan: 1 },
    ],
    ["two empty branches", { auth: { cli: {}, federated: {} } }, { validate: 0, plan: 1 }],
    ["an empty branch alone", { auth: { cli: {} } }, { validate: 0, plan: 0 }],
    [
      "an unknown leaf beside an empty branch",
      { auth: { cli: {}, federated: { file: UNKNOWN } } },
      { validate: 0, plan: 0 },
    ],
    ["a block that is unknown as a whole", { auth: UNKNOWN }, { validate: 0, plan: 0 }],
    ["an empty block", { auth: {} }, { validate: 1, plan: 1 }],
  ])("%s", async (_, change, errors) => {
    expect(await validate(toyConfig(change))).toHaveLength(errors.validate);
    expect(await validate(toyConfig(change), await configuredToy())).toHaveLength(errors.plan);
  });
});

describe("a resource's own rules", () => {
  const own = (): { options: ToyOptions; calls: unknown[] } => {
    const calls: unknown[] = [];
    return {
      calls,
      options: {
        resource: {
          validate: ({ config, diagnostics }) => {
            calls.push(config.name);
            diagnostics.error("Own", "Own.", ["name"]);
          },
        },
      },
    };
  };

  it("run when the declared ones are kept", async () => {
    const { options, calls } = own();
    expect(brief(await validate(toyConfig(), makeToy(options)))).toEqual([["error", "Own", ["name"]]]);
    expect(calls).toEqual(["one"]);
  });

  it("do not run on what the declared ones refuse", async () => {
    const { options, calls } = own();
    expect(await validate(toyConfig({ name: null }), makeToy(options))).toHaveLength(1);
    expect(calls).toEqual([]);
  });
});
