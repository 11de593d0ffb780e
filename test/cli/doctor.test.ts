import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { DoctorReport } from "../../src/cli/doctor/doctor";
import { findTerraform } from "../../src/cli/terraform/find-terraform";
import { VERSION } from "../../src/core/version";
import { SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import { startWorld, type World } from "../support/world";
import { runEntrascim } from "./run-entrascim";

const terraformBlock = `
terraform {
  required_providers {
    entrascim = { source = "entrascim/entrascim", version = "${VERSION}" }
  }
}
`;

describe("entrascim doctor", () => {
  let world: World;
  let home: string;
  let stack: string;

  beforeAll(async () => {
    world = await startWorld();
  });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
    stack = join(home, "stack");
    mkdirSync(stack);
    writeFileSync(join(stack, "main.tf"), `${terraformBlock}\nprovider "entrascim" {}\n`);
  });

  afterEach(() => rmSync(home, { recursive: true }));
  afterAll(() => world.close());

  const everything = [
    "--environment",
    "prod",
    "--path",
    "/scim",
    "--key",
    "SERVICENOW_SCIM_TOKEN",
    "--service-principal",
    SERVICE_PRINCIPALS.servicenow,
  ];

  async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const result = await runEntrascim(["doctor", stack, ...args], {
      ...world.environment,
      HOME: home,
      ...env,
    });
    for (const secret of secrets()) {
      expect(result.stdout).not.toContain(secret);
      expect(result.stderr).not.toContain(secret);
    }
    return result;
  }

  /** Every credential and every token that there is. */
  function secrets(): readonly string[] {
    const { emulator, environment } = world;
    return [
      environment.ARM_CLIENT_SECRET ?? "",
      environment.INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET ?? "",
      ...["servicenow", "slack", "databricks"].map((name) => emulator.control.inspectToken(name)),
      "s3cret",
      "eyJ",
    ];
  }

  async function install(): Promise<void> {
    expect((await runEntrascim(["install"], { HOME: home })).code).toBe(0);
    const env = { PATH: process.env.PATH, HOME: home, CHECKPOINT_DISABLE: "1" };
    await promisify(execFile)(findTerraform(process.env).command, ["init"], { cwd: stack, env });
  }

  it("finds all well where it is, with the files that the real Terraform has locked", async () => {
    await install();
    const { code, stdout, stderr } = await run(everything);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^ {2}ok {7}It starts\.$/m);
    expect(stdout).toMatch(/^ {2}ok {7}\.terraform\.lock\.hcl has entrascim .* and that is installed\.$/m);
    expect(stdout).toMatch(/\nNothing is wrong\.\n$/);
    expect(code).toBe(0);
  });

  it("finds what is wrong, and ends with 5", async () => {
    writeFileSync(
      join(stack, "provider.tf"),
      'provider "entrascim" {\n  alias = "other"\n  azure {\n    client_secret = "s3cret"\n  }\n}\n',
    );
    const { code, stdout } = await run(everything, {
      INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: "s3cret",
      ARM_CLIENT_SECRET: "s3cret",
      SSLKEYLOGFILE: join(home, "keys"),
    });
    expect(code).toBe(5);
    for (const found of [
      "warning  SSLKEYLOGFILE is set",
      "error    The provider is not installed",
      "error    provider.tf:4: azure.client_secret is written out",
      "error    Infisical refused the login",
      "AADSTS7000215",
    ]) {
      expect(stdout).toContain(found);
    }
    expect(stdout).toMatch(/\n\d errors, \d+ warnings?, \d+ not looked at\.\n$/);
  });

  it("prints JSON and nothing else, also with --verbose", async () => {
    await install();
    const { code, stdout, stderr } = await run([...everything, "--json", "--verbose"]);
    const report = JSON.parse(stdout) as DoctorReport;
    expect(report).toMatchObject({
      version: VERSION,
      directory: stack,
      healthy: true,
      counts: { error: 0, warning: 0 },
    });
    expect(report.checks.map(({ id }) => id)).toContain("entra-permissions");
    expect(stderr).toMatch(/^debug: HTTP request \(method=/m);
    expect(code).toBe(0);
  });

  it("counts warnings with --strict alone", async () => {
    await install();
    const warned = { ALL_PROXY: "http://user:s3cret@127.0.0.1:1" };
    expect((await run(["--offline"], warned)).code).toBe(0);
    const { code, stdout } = await run(["--offline", "--strict"], warned);
    expect(code).toBe(5);
    expect(stdout).toMatch(/\n1 warning\b.*\n$/);
    expect(stdout).not.toContain("Signed in");
  });
});
