import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { IDENTITY_ID, PROJECT_ID } from "../../../emulator/default-seed";
import {
  type Case,
  type EmulatedDoctor,
  folderTarget,
  type Scenario,
  startDoctor,
} from "../testing/emulated-doctor";

describe("checks of Infisical", () => {
  let world: EmulatedDoctor;
  const run = (scenario?: Scenario) => world.run(scenario);

  beforeEach(async () => {
    world = await startDoctor();
  });

  afterEach(() => world.close());

  const permissions =
    (describe: boolean, readValue: boolean): Case[2] =>
    ({ control }) =>
      control.infisical.setPermissions(IDENTITY_ID, PROJECT_ID, [
        { environment: "*", path: "/", describe, readValue },
      ]);

  it.each<Case>([
    [
      "no login",
      { env: { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "" } },
      null,
      { "infisical-login": ["error: No login to Infisical."] },
    ],
    [
      "a wrong secret",
      { env: { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "s3cret-wrong" } },
      null,
      { "infisical-login": ["error: Infisical refused the login."] },
    ],
    [
      "a token that is none",
      { env: { INFISICAL_TOKEN: "s3cret-token" }, target: folderTarget },
      null,
      {
        "infisical-login": [expect.stringMatching(/^ok: An access token is given/)],
        "infisical-folder": ["error: Infisical refused the access token."],
      },
    ],
    [
      "no project",
      { env: { INFISICAL_PROJECT_ID: "" }, target: folderTarget },
      null,
      { "infisical-folder": ["skipped: The project: not looked at, since none is named."] },
    ],
    [
      "another project",
      { target: { ...folderTarget, projectId: "94013c70-0000-4000-8000-00000000dead" } },
      null,
      { "infisical-folder": [expect.stringMatching(/^error: Infisical /)] },
    ],
    [
      "a folder that is not there",
      { target: { environment: "prod", path: "/nope" } },
      null,
      { "infisical-folder": [expect.stringMatching(/^warning: Folder \/nope .* has no secrets/)] },
    ],
    [
      "a key that is not there",
      { target: { ...folderTarget, key: "NOPE" } },
      null,
      { "infisical-value": ["error: There is no secret NOPE in folder /scim of environment prod."] },
    ],
    [
      "values that are hidden",
      { target: folderTarget },
      permissions(true, false),
      {
        "infisical-folder": [expect.stringMatching(/^ok: .* 3 secrets may be described/)],
        "infisical-value": ["error: Infisical denies permission."],
      },
    ],
    [
      "nothing that may be seen",
      { target: folderTarget },
      permissions(false, false),
      { "infisical-folder": [expect.stringMatching(/^(error|warning): /)] },
    ],
    [
      "a host that is none",
      { env: { INFISICAL_HOST: "https://user:s3cret@infisical.example" } },
      null,
      { "reach-infisical": ["error: Infisical's host cannot be used."] },
    ],
  ])("finds %s", async (_, scenario, prepare, expected) => {
    prepare?.(world.emulator);
    const { found } = await run(scenario);
    expect(found).toMatchObject(expected);
  });

  it("finds a token that could not be pushed, and a reference", async () => {
    world.emulator.control.setSecret({ environment: "prod", key: "LINES" }, "s3cret\nof two lines");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference as Infisical writes it
    world.emulator.control.setSecret({ environment: "prod", key: "REFERENCE" }, "${SLACK_SCIM_TOKEN}");
    const lines = await run({ target: { ...folderTarget, key: "LINES" } });
    expect(lines.found["infisical-value"]?.[1]).toBe("warning: The value is not usable as a SCIM token.");
    const reference = await run({ target: { ...folderTarget, key: "REFERENCE" } });
    expect(reference.found["infisical-value"]?.[1]).toBe(
      "warning: REFERENCE refers to another secret, whose rotation nobody notices.",
    );
  });

  it("does not look for a login that the provider block has", async () => {
    writeFileSync(
      join(world.folder, "main.tf"),
      'provider "entrascim" {\n infisical {\n  auth {\n   token = "s3cret"\n  }\n }\n azure {\n  use_oidc = true\n }\n}\n',
    );
    const { found, wasWell } = await run({
      env: { INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "", ARM_TENANT_ID: "", ARM_CLIENT_SECRET: "" },
    });
    expect(wasWell).toBe(true);
    expect(found["infisical-login"]?.[0]).toMatch(/^skipped: .* \(infisical\.auth\) is not evaluated\.$/);
    expect(found["entra-credential"]?.[0]).toMatch(/^skipped: .* \(azure\) is not evaluated\.$/);
    const both = await run();
    expect(both.found["infisical-login"]?.[0]).toMatch(
      /^ok: Logged in .* \(infisical\.auth\) is not evaluated\.$/,
    );
    expect(both.found["entra-credential"]?.[0]).toMatch(/^ok: Tenant .* \(azure\) are not evaluated\.$/);
  });
});
