import { parseSync } from "../terraform/sync-attributes";
import { knownEnvironments } from "./environment-of";
import { environmentWarning } from "./environment-warning";
import { connectionValues, destination, syncAttributes } from "./testing/plan-fixture";

interface Parts {
  readonly name?: string;
  readonly from?: string | null;
  readonly credential?: string | null;
}

const sync = ({ name = "servicenow-scim", from = "prod", credential = null }: Parts) =>
  parseSync(
    syncAttributes({
      name,
      source: from === null ? null : { environment: from, secret_path: "/", secret_key: "K" },
      destination: destination({
        connection: connectionValues({
          auth: credential === null ? null : { client_secret: { environment: credential } },
        }),
      }),
    }),
  );

const warn = (
  parts: Parts,
  more: { before?: Parts; connection?: string; allowed?: string[]; others?: Parts[] } = {},
) => {
  const after = sync(parts);
  const known = knownEnvironments([after, ...(more.others ?? []).map(sync)]);
  return environmentWarning(
    more.before === undefined ? null : sync(more.before),
    after,
    more.connection ?? "entra",
    { allowed: more.allowed ?? [], known },
  );
};

describe("environmentWarning", () => {
  it.each<[string, Parameters<typeof warn>]>([
    ["nothing says where it belongs", [{ from: "dev" }]],
    ["its name agrees", [{ name: "servicenow-prod", from: "prod" }]],
    ["its name agrees under another name", [{ name: "servicenow-production", from: "prod" }]],
    ["a part of its name is only like an environment", [{ name: "test-rail", from: "prod" }]],
    ["several environments are in its name", [{ name: "dev-to-prod", from: "dev" }]],
    [
      "its name speaks before its connection",
      [{ name: "app-dev", from: "dev" }, { connection: "entra-prod" }],
    ],
    ["its credential lies in the same environment", [{ from: "dev", credential: "dev" }]],
    ["it has no source", [{ name: "a-prod", from: null }]],
    ["it read from there before", [{ from: "dev" }, { before: { from: "dev" } }]],
    ["it is allowed", [{ name: "a-prod", from: "shared" }, { allowed: ["prod", "shared"] }]],
    ["it is allowed, whatever was before", [{ from: "dev" }, { before: { from: "prod" }, allowed: ["dev"] }]],
  ])("is silent where %s", (_, args) => {
    expect(warn(...args)).toBeNull();
  });

  it("says that a sensitive environment cannot be checked, where it has to be", () => {
    expect(warn({ from: "(sensitive)", name: "a-prod" })).toBeNull();
    expect(warn({ from: "(sensitive)" }, { allowed: ["prod"] })).toMatch(/cannot be checked/);
  });

  it.each<[string, Parameters<typeof warn>, RegExp]>([
    [
      "its name",
      [{ name: "servicenow-prod", from: "dev" }],
      /from environment dev, and belongs to prod: its name is servicenow-prod/,
    ],
    [
      "the name of an environment in use",
      [{ name: "app-qa", from: "prod" }, { others: [{ from: "qa" }] }],
      /belongs to qa/,
    ],
    [
      "an environment with hyphens",
      [{ name: "app-pre-live", from: "prod" }, { others: [{ from: "pre-live" }] }],
      /belongs to pre-live/,
    ],
    [
      "its connection's name",
      [{ from: "dev" }, { connection: "entra-prod" }],
      /its connection is entra-prod/,
    ],
    ["where its credential lies", [{ from: "dev", credential: "prod" }], /the credential of its connection/],
    ["what it was before", [{ from: "dev" }, { before: { from: "prod" } }], /until now from prod/],
    ["--environment", [{ from: "dev" }, { allowed: ["prod", "shared"] }], /--environment says prod, shared/],
    [
      "--environment, before its name",
      [{ name: "a-dev", from: "dev" }, { allowed: ["prod"] }],
      /--environment says prod/,
    ],
  ])("holds it against %s", (_, args, message) => {
    expect(warn(...args)).toMatch(message);
  });
});
