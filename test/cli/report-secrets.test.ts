import { readFileSync } from "node:fs";
import type { Report } from "../../src/cli/report/report-schema";
import { SERVICE_PRINCIPALS } from "../../src/emulator/default-seed";
import { connection, startWorld, sync, type World } from "../support/world";
import { environmentOf, planned } from "./planned-workspace";
import { type CliResult, runEntrascim } from "./run-entrascim";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe("entrascim report, of a plan full of secrets", () => {
  const SECRETS = {
    variable: "secret-of-a-variable-1a",
    sensitiveVariable: "secret-of-a-sensitive-variable-2b",
    literal: "secret-literal-of-the-provider-3c",
    output: "secret-of-an-output-4d",
    other: "secret-of-another-resource-5e",
    local: "secret-of-a-local-6f",
    path: "/secret-path-7g",
    trigger: "secret-trigger-8h",
    baseAddress: "https://secret-address-9i.example.com/scim",
    token: "secret-write-only-token-0j",
    condition: "secret-of-a-condition-1k",
  };
  const configuration = `
variable "plain" {
  default = "${SECRETS.variable}"
}
variable "hidden" {
  default   = "${SECRETS.sensitiveVariable}"
  sensitive = true
}
variable "path" {
  default   = "${SECRETS.path}"
  sensitive = true
}
variable "trigger" {
  default   = "${SECRETS.trigger}"
  sensitive = true
}
variable "base_address" {
  default   = "${SECRETS.baseAddress}"
  sensitive = true
}
variable "token" {
  default   = "${SECRETS.token}"
  sensitive = true
}
provider "entrascim" {
  azure {
    client_id     = "c11e4700-0000-4000-8000-000000000009"
    client_secret = "${SECRETS.literal}"
  }
}
locals {
  mine = "${SECRETS.local}"
}
resource "terraform_data" "other" {
  input = { password = "${SECRETS.other}", local = local.mine, hidden = var.hidden }
}
output "plain" {
  value = "${SECRETS.output}"
}
output "hidden" {
  value     = var.hidden
  sensitive = true
}
check "named" {
  assert {
    condition     = var.plain == ""
    error_message = "${SECRETS.condition}"
  }
}
${connection()}
${sync("servicenow", { body: 'sync_trigger = var.trigger\n  plan_checks = "warn"', destination: "base_address = var.base_address" }).replace('"/scim"', "var.path")}
resource "entrascim_sync" "slack" {
  name             = "slack-scim"
  token_wo         = var.token
  token_wo_version = 1

  destination {
    connection           = entrascim_connection.prod
    service_principal_id = "${SERVICE_PRINCIPALS.slack}"
  }
  #lifecycle
}
`;

  it("prints none of them in any format, with its log and its gates", async () => {
    const terraform = await world.workspace(configuration);
    const { json, log, plan } = await planned(terraform);
    const text = readFileSync(json, "utf8");
    // Terraform's own JSON has them, so that there is something to leave out.
    for (const name of ["variable", "sensitiveVariable", "other", "output", "path", "trigger"] as const) {
      expect(text).toContain(SECRETS[name]);
    }
    const gates = [
      "--fail-on",
      "destroy,create,warning,other-changes",
      "--only",
      "rotation",
      "--environment",
      "dev",
    ];
    const runs: CliResult[] = [];
    for (const format of ["text", "markdown", "json", "html"]) {
      runs.push(await runEntrascim(["report", json, "--log", log, "--format", format, ...gates]));
    }
    runs.push(await runEntrascim(["report", plan], environmentOf(terraform)));
    runs.push(await runEntrascim(["report", terraform.directory, "--json"], environmentOf(terraform)));
    for (const { stdout, stderr } of runs) {
      expect(stdout).toMatch(/entrascim\\?_sync\.slack/);
      for (const secret of Object.values(SECRETS)) expect(stdout + stderr).not.toContain(secret);
    }
    expect(runs[2]?.stdout).toContain("(sensitive)");
  });

  it("prints no message that somebody wrote into a condition of a sync", async () => {
    const lifecycle = `lifecycle {
      precondition {
        condition     = var.plain == ""
        error_message = "${SECRETS.condition}"
      }
    }`;
    const terraform = await world.workspace(configuration.replace("#lifecycle", lifecycle));
    const { log } = await planned(terraform);
    expect(readFileSync(log, "utf8")).toContain(SECRETS.condition);
    const { code, stdout, stderr } = await runEntrascim(
      ["report", terraform.directory, "--json"],
      environmentOf(terraform),
    );
    expect(code).toBe(5);
    expect((JSON.parse(stdout) as Report).summary.other_diagnostics.errors).toBe(1);
    for (const secret of Object.values(SECRETS)) expect(stdout + stderr).not.toContain(secret);
  });
});
