import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  IDENTITY_CLIENT_ID,
  IDENTITY_CLIENT_SECRET,
  IDENTITY_ID,
  KUBERNETES_SUBJECT,
} from "../../src/emulator/default-seed";
import { GITHUB_ISSUER, KUBERNETES_ISSUER } from "../../src/emulator/entra/identity-token";
import { GITHUB_SUBJECT } from "../../src/emulator/entra/oidc-api";
import { expectDiagnostic } from "../support/diagnostics";
import type { TerraformWorkspace } from "../support/terraform-workspace";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(180_000);

let world: World;
let folder: string;
let terraform: TerraformWorkspace;
const file = (name: string) => join(folder, name);

/** One secret, looked at without its value. */
const secret = (name: string, provider = "") => `
data "entrascim_secret" "${name}" {
  ${provider}
  environment = "prod"
  secret_path = "/scim"
  secret_key  = "SLACK_SCIM_TOKEN"
}
`;
const pipelineToken = () =>
  world.emulator.control.apps.issueIdentityToken({
    issuer: GITHUB_ISSUER,
    subject: GITHUB_SUBJECT,
    audience: "https://github.com/contoso",
  });
const podToken = () =>
  world.emulator.control.apps.issueIdentityToken({
    issuer: KUBERNETES_ISSUER,
    subject: KUBERNETES_SUBJECT,
    audience: "https://kubernetes.default.svc",
  });

beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(join(tmpdir(), "entrascim-logins-"));
  writeFileSync(file("pipeline"), `${pipelineToken()}\n`);
  writeFileSync(file("pod"), podToken());
  terraform = await world.workspace(secret("x"));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => world.emulator.control.clearRequests());
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

/** Which logins there were, with their number. */
function logins(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(world.emulator.control.counts()).flatMap(([name, count]) => {
      const method = /^POST \/api\/v1\/auth\/([a-z]+)-auth\/login$/.exec(name)?.[1];
      return method === undefined ? [] : [[method, count]];
    }),
  );
}

const BARE = { INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: "", INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "" };

describe("the environment logs in", () => {
  const identity = { ...BARE, INFISICAL_MACHINE_IDENTITY_ID: IDENTITY_ID };
  it.each<[string, () => Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ["with universal auth", () => ({}), { universal: 1 }],
    [
      "with a token, before universal auth",
      () => ({ INFISICAL_TOKEN: world.emulator.control.infisical.createAccessToken(IDENTITY_ID) }),
      {},
    ],
    ["with a pipeline's token", () => ({ ...identity, INFISICAL_AUTH_JWT: pipelineToken() }), { oidc: 1 }],
    [
      "with a token in a variable of another name",
      () => ({ ...identity, INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME: "CI_JOB_JWT", CI_JOB_JWT: pipelineToken() }),
      { oidc: 1 },
    ],
    [
      "with a pod's service account",
      () => ({ ...identity, INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH: file("pod") }),
      { kubernetes: 1 },
    ],
    [
      "with the method that is named",
      () => ({
        INFISICAL_AUTH_METHOD: "kubernetes",
        INFISICAL_MACHINE_IDENTITY_ID: IDENTITY_ID,
        INFISICAL_AUTH_JWT: pipelineToken(),
        INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN: podToken(),
      }),
      { kubernetes: 1 },
    ],
  ])("%s", async (_name, environment, expected) => {
    const { code, output } = await terraform.run(["plan", "-no-color", "-lock=false"], environment());
    expect(code === 0 ? "" : output).toBe("");
    expect(logins()).toEqual(expected);
  });
});

describe("the provider's block logs in", () => {
  it("with each method, before the environment", async () => {
    const aliased = (alias: string, auth: string) =>
      `provider "entrascim" {\n  alias = "${alias}"\n  infisical {\n    auth {\n      ${auth}\n    }\n  }\n}\n${secret(alias, `provider = entrascim.${alias}`)}`;
    const stack = await world.workspace(
      [
        aliased("token", `token = "${world.emulator.control.infisical.createAccessToken(IDENTITY_ID)}"`),
        aliased(
          "universal",
          `universal {\n client_id = "${IDENTITY_CLIENT_ID}"\n client_secret = "${IDENTITY_CLIENT_SECRET}"\n }`,
        ),
        aliased("given", `oidc {\n identity_id = "${IDENTITY_ID}"\n token = "${pipelineToken()}"\n }`),
        aliased("file", `oidc {\n identity_id = "${IDENTITY_ID}"\n token_path = "${file("pipeline")}"\n }`),
        aliased("variable", `oidc {\n identity_id = "${IDENTITY_ID}"\n token_env = "OUR_TOKEN"\n }`),
        aliased("pod", `kubernetes {\n identity_id = "${IDENTITY_ID}"\n token_path = "${file("pod")}"\n }`),
      ].join("\n"),
      { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "not this one", OUR_TOKEN: pipelineToken() },
    );
    const { code, output } = await stack.run(["plan", "-no-color", "-lock=false"]);
    expect(code === 0 ? "" : output).toBe("");
    expect(logins()).toEqual({ universal: 1, oidc: 3, kubernetes: 1 });
  });
});

describe("a login that cannot be", () => {
  const cases: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
    "none lists what to set": [
      BARE,
      [
        "No login to Infisical",
        "INFISICAL_UNIVERSAL_AUTH_CLIENT_ID and INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET",
        "INFISICAL_TOKEN",
        "infisical.auth",
      ],
    ],
    "a half one names its half": [
      { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "" },
      ["No login to Infisical", "Set, and not enough: INFISICAL_UNIVERSAL_AUTH_CLIENT_ID"],
    ],
    "several are listed": [
      {
        ...BARE,
        INFISICAL_MACHINE_IDENTITY_ID: IDENTITY_ID,
        INFISICAL_AUTH_JWT: "a.b.c",
        INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN: "a.b.c",
      },
      ["Several logins", "oidc, kubernetes", "INFISICAL_AUTH_METHOD"],
    ],
    "a file that is not there": [
      {
        ...BARE,
        INFISICAL_AUTH_METHOD: "kubernetes",
        INFISICAL_MACHINE_IDENTITY_ID: IDENTITY_ID,
        INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH: "/no/token",
      },
      ["INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH", "cannot be read"],
    ],
  };
  it.each(Object.entries(cases))("%s", async (_name, [environment, says]) => {
    const bad = await world.workspace(secret("x"), environment);
    const found = await bad.diagnostics("plan", "-lock=false");
    expectDiagnostic(found, { in: "data.entrascim_secret.x", at: /^data/, says });
    expect(world.emulator.control.requests()).toEqual([]);
  });

  it("is asked once however many need it, since three failures lock the identity out", async () => {
    const bad = await world.workspace(
      [secret("one"), secret("two"), connection(), sync("slack"), sync("databricks")].join("\n"),
      { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "wrong" },
    );
    const found = await bad.diagnostics("plan", "-lock=false");
    expectDiagnostic(found, {
      in: "data.entrascim_secret.one",
      at: /^data/,
      says: ["Infisical refused the login", "401", "trusted IPs", "It was not tried again"],
    });
    expect(logins()).toEqual({ universal: 1 });
  });
});

describe("a session", () => {
  it("logs in once more when its token is refused meanwhile, and goes on", async () => {
    const { control } = world.emulator;
    const stack = await world.workspace(connection() + sync("slack"));
    const pause = control.pauseAt({ method: "POST", api: "entra" });
    const applied = stack.apply();
    await pause.arrived;
    control.infisical.revokeTokens();
    pause.resume();
    await applied;
    expect(stack.state("entrascim_sync.slack")).toMatchObject({ sync_status: "synced" });

    control.infisical.setTokenLimits(IDENTITY_ID, { uses: 1 });
    control.clearRequests();
    world.rotate("slack");
    await stack.apply();
    expect(world.stored("slack").SecretToken).toBe(control.inspectToken("slack"));
    expect(logins().universal).toBeGreaterThan(2);
    control.infisical.setTokenLimits(IDENTITY_ID, { uses: 0 });
    await stack.destroy();
  });

  it("talks to a server that knows v3 alone", async () => {
    const { control } = world.emulator;
    control.infisical.setV4(false);
    const stack = await world.workspace(connection() + sync("databricks") + secret("x"));
    await stack.apply();
    expect(world.stored("databricks").SecretToken).toBe(control.inspectToken("databricks"));
    expect((await stack.plan()).code).toBe(0);
    expect(stack.state("data.entrascim_secret.x")).toMatchObject({ version: expect.any(Number) });
    const versions = new Set(
      control.requests().flatMap(({ path, status }) => {
        const version = /^\/api\/(v\d)\/secrets/.exec(path)?.[1];
        return version !== undefined && status === 200 ? [version] : [];
      }),
    );
    expect([...versions]).toEqual(["v3"]);
    control.infisical.setV4(true);
    await stack.destroy();
  });
});
