// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is read here

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fakeContext, lines } from "../testing/fake-context";
import { credentialsCheck } from "./credentials-check";

const SECRET = "s3cret-value";
const token = (value: string) =>
  `provider "entrascim" {\n  infisical {\n    auth {\n      token = ${value}\n    }\n  }\n}\n`;

describe("credentialsCheck", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  async function found(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    const findings = await credentialsCheck.run(fakeContext({ directory }));
    expect(JSON.stringify(findings)).not.toContain(SECRET);
    return findings;
  }

  const plain = "which is not ephemeral: every saved plan shows it, sensitive or not.";

  it.each([
    [
      "no provider block",
      { "main.tf": "" },
      ["ok: No credential is written into the provider's configuration."],
    ],
    [
      "an empty provider block",
      { "main.tf": 'provider "entrascim" {}' },
      ["ok: No credential is written into the provider's configuration."],
    ],
    [
      "null",
      { "main.tf": token("null") },
      ["ok: No credential is written into the provider's configuration."],
    ],
    [
      "a literal",
      { "main.tf": token(`"${SECRET}"`) },
      ["error: main.tf:4: infisical.auth.token is written out, so the file and every saved plan show it."],
    ],
    [
      "the content of a file",
      { "main.tf": token('file("token")') },
      ["error: main.tf:4: infisical.auth.token is written out, so the file and every saved plan show it."],
    ],
    [
      "an ordinary variable",
      { "main.tf": token("var.t"), "v.tf": 'variable "t" { sensitive = true }' },
      [`warning: main.tf:4: infisical.auth.token comes from var.t, ${plain}`],
    ],
    [
      "an ephemeral variable",
      { "main.tf": token("var.t"), "v.tf": 'variable "t" { ephemeral = true }' },
      ["ok: main.tf:4: infisical.auth.token is ephemeral: no plan and no state shows it."],
    ],
    [
      "a template with an ephemeral variable, by way of locals",
      {
        "main.tf": token('"x${local.a}"'),
        "v.tf": 'locals {\n a = local.b\n b = var.t\n}\nvariable "t" { ephemeral = true }',
      },
      ["ok: main.tf:4: infisical.auth.token is ephemeral: no plan and no state shows it."],
    ],
    [
      "an ephemeral resource",
      { "main.tf": token("ephemeral.vault_kv.x.data.token") },
      ["ok: main.tf:4: infisical.auth.token is ephemeral: no plan and no state shows it."],
    ],
    [
      "a data source",
      { "main.tf": token("data.vault_kv.x.value") },
      [`warning: main.tf:4: infisical.auth.token comes from data.vault_kv.x.value, ${plain}`],
    ],
    [
      "locals in a circle",
      { "main.tf": token("local.a"), "v.tf": "locals {\n a = local.b\n b = local.a\n}" },
      [`warning: main.tf:4: infisical.auth.token comes from local.a, ${plain}`],
    ],
    [
      "a default and a file of values",
      {
        "main.tf": token("var.t"),
        "v.tf": `variable "t" {\n ephemeral = true\n default = "${SECRET}"\n}`,
        "prod.tfvars": `other = 1\nt = "${SECRET}"`,
        "x.tfvars.json": `{"t":\n"${SECRET}"}`,
      },
      [
        "ok: main.tf:4: infisical.auth.token is ephemeral: no plan and no state shows it.",
        "error: v.tf:3: the variable t, which infisical.auth.token comes from, has its value written out as a default.",
        "warning: prod.tfvars:2: the value of t, which infisical.auth.token comes from, stands in a file.",
        "warning: x.tfvars.json:2: the value of t, which infisical.auth.token comes from, stands in a file.",
      ],
    ],
    [
      "a default that is null",
      { "main.tf": token("var.t"), "v.tf": 'variable "t" {\n ephemeral = true\n default = null\n}' },
      ["ok: main.tf:4: infisical.auth.token is ephemeral: no plan and no state shows it."],
    ],
    [
      "CDKTF's JSON",
      {
        "cdk.tf.json": `{"provider": {"entrascim": [{"azure": {\n"client_id": "x",\n"client_secret": "${SECRET}"}}]}}`,
      },
      ["error: cdk.tf.json:3: azure.client_secret is written out, so the file and every saved plan show it."],
    ],
    [
      "several providers",
      { "main.tf": `${token(`"${SECRET}"`)}${token("var.t")}` },
      [
        "error: main.tf:4: infisical.auth.token is written out, so the file and every saved plan show it.",
        `warning: main.tf:11: infisical.auth.token comes from var.t, ${plain}`,
      ],
    ],
    [
      "a token in a sync",
      { "main.tf": `resource "entrascim_sync" "x" {\n  token_wo = "${SECRET}"\n}` },
      ["error: main.tf:2: token_wo is written out, so the file and every saved plan show it."],
    ],
    [
      "another provider's literal",
      { "main.tf": `provider "azuread" {\n client_secret = "${SECRET}"\n}` },
      ["ok: No credential is written into the provider's configuration."],
    ],
    [
      "a file that is no HCL",
      { "main.tf": `provider "entrascim" { token = "${SECRET}` },
      ["warning: main.tf could not be understood, so it was not searched."],
    ],
  ])("judges %s", async (_, files, expected) => {
    expect(lines(await found(files))).toEqual(expected);
  });

  it.each([
    [
      "infisical.auth.token",
      token(`"${SECRET}"`),
      "Delete it and set INFISICAL_TOKEN in the environment, or take",
    ],
    [
      "azure.client_secret",
      `provider "entrascim" {\n azure {\n  client_secret = "${SECRET}"\n }\n}`,
      "Delete it and set ARM_CLIENT_SECRET or AZURE_CLIENT_SECRET in the environment, or take",
    ],
    [
      "token_wo",
      `resource "entrascim_sync" "x" {\n token_wo = "${SECRET}"\n}`,
      "Take it from an ephemeral resource",
    ],
  ])("says what to do about %s", async (_, text, remedy) => {
    const [finding] = await found({ "main.tf": text });
    expect(finding?.remedy).toContain(remedy);
  });

  it("looks at the one stack of a CDKTF project", async () => {
    writeFileSync(join(directory, "cdktf.json"), '{"output": "out"}');
    const stack = join(directory, "out", "stacks", "scim");
    mkdirSync(stack, { recursive: true });
    writeFileSync(
      join(directory, "out", "manifest.json"),
      '{"stacks": {"scim": {"workingDirectory": "stacks/scim"}}}',
    );
    writeFileSync(
      join(stack, "cdk.tf.json"),
      `{"provider":{"entrascim":{"azure":{"oidc_token":"${SECRET}"}}}}`,
    );
    const findings = await found({});
    expect(lines(findings)).toEqual([
      "error: cdk.tf.json:1: azure.oidc_token is written out, so the file and every saved plan show it.",
    ]);
  });
});
