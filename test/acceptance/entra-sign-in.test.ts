import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  KUBERNETES_SUBJECT,
  SERVICE_CONNECTION_ID,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import { KUBERNETES_ISSUER } from "../../src/emulator/entra/identity-token";
import { send } from "../../src/emulator/test-client.test-support";
import { makeCertificate } from "../support/certificates";
import { expectDiagnostic } from "../support/diagnostics";
import type { CommandResult, TerraformWorkspace } from "../support/terraform-workspace";
import { startWorld, type World } from "../support/world";

jest.setTimeout(180_000);

/** Another application, so that a secret and a client id of two places are not one by chance. */
const OTHER_CLIENT = "c11e4700-0000-4000-8000-000000000002";
const OTHER_SECRET = "emulated~other-client-secret~4f6";
const PASSWORD = "certificate-password-7";
const AUDIENCE = "api://AzureADTokenExchange";

let world: World;
let folder: string;
const file = (name: string) => join(folder, name);
const certificate = makeCertificate("entrascim");

beforeAll(async () => {
  world = await startWorld({
    seed: {
      apps: [
        {
          clientId: OTHER_CLIENT,
          displayName: "entrascim too",
          secrets: [OTHER_SECRET],
          roles: ["Synchronization.ReadWrite.All"],
        },
      ],
    },
  });
  const { control } = world.emulator;
  folder = mkdtempSync(join(tmpdir(), "entrascim-credentials-"));
  control.apps.addCertificate(CLIENT_ID, certificate.certificate);
  writeFileSync(file("client.pem"), certificate.pem);
  writeFileSync(file("client.pfx"), certificate.pkcs12(PASSWORD));
  writeFileSync(file("token"), federated());
  const store = (key: string, value: string) =>
    control.setSecret({ environment: "prod", path: "/azure", key }, value);
  store("CERTIFICATE", certificate.pem);
  store("CERTIFICATE_PFX", certificate.pkcs12(PASSWORD).toString("base64"));
  store("CERTIFICATE_PASSWORD", PASSWORD);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => world.emulator.control.clearRequests());
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

function federated(): string {
  const { apps } = world.emulator.control;
  return apps.issueIdentityToken({
    issuer: KUBERNETES_ISSUER,
    subject: KUBERNETES_SUBJECT,
    audience: AUDIENCE,
    lifetimeSeconds: 3600,
  });
}

/** Reads with the provider's own credentials. */
const READ = `
data "entrascim_provisioning_status" "x" {
  service_principal_id = "${SERVICE_PRINCIPALS.slack}"
}
`;

/** No credential of the surroundings. */
const BARE = { ARM_CLIENT_ID: "", ARM_CLIENT_SECRET: "" };

/** A plan whose provider logs how it signs in. */
function logged(terraform: TerraformWorkspace, environment: Readonly<Record<string, string>>) {
  return terraform.run(["plan", "-no-color", "-lock=false"], { TF_LOG_PROVIDER: "INFO", ...environment });
}

/** The sign-ins that a command logged: kind and client. */
function signIns({ stderr }: CommandResult): readonly string[] {
  const field = (line: string, name: string) => new RegExp(` ${name}=(\\S+)`).exec(line)?.[1] ?? "";
  return stderr
    .split("\n")
    .filter((line) => line.includes("Signed in to Microsoft Entra ID"))
    .map((line) => `${field(line, "kind")} ${field(line, "client")}`)
    .sort();
}

describe("the environment", () => {
  let terraform: TerraformWorkspace;
  beforeAll(async () => {
    terraform = await world.workspace(READ);
  });

  const arm = { ...BARE, ARM_CLIENT_ID: CLIENT_ID };
  const cases: Readonly<Record<string, () => readonly [Readonly<Record<string, string>>, string]>> = {
    "ARM_CLIENT_SECRET before AZURE_*": () => [
      { AZURE_CLIENT_ID: OTHER_CLIENT, AZURE_CLIENT_SECRET: OTHER_SECRET },
      `client_secret ${CLIENT_ID}`,
    ],
    AZURE_CLIENT_SECRET: () => [
      { ...BARE, AZURE_CLIENT_ID: OTHER_CLIENT, AZURE_CLIENT_SECRET: OTHER_SECRET },
      `client_secret ${OTHER_CLIENT}`,
    ],
    "ARM_CLIENT_CERTIFICATE before the secret beside it": () => [
      {
        ARM_CLIENT_CERTIFICATE: certificate.pkcs12(PASSWORD).toString("base64"),
        ARM_CLIENT_CERTIFICATE_PASSWORD: PASSWORD,
      },
      `client_certificate ${CLIENT_ID}`,
    ],
    ARM_CLIENT_CERTIFICATE_PATH: () => [
      { ...arm, ARM_CLIENT_CERTIFICATE_PATH: file("client.pem") },
      `client_certificate ${CLIENT_ID}`,
    ],
    AZURE_CLIENT_CERTIFICATE_PATH: () => [
      { ...BARE, AZURE_CLIENT_ID: CLIENT_ID, AZURE_CLIENT_CERTIFICATE_PATH: file("client.pem") },
      `client_certificate ${CLIENT_ID}`,
    ],
    ARM_OIDC_TOKEN: () => [
      { ...arm, ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: federated() },
      `workload_identity ${CLIENT_ID}`,
    ],
    ARM_OIDC_TOKEN_FILE_PATH: () => [
      { ...arm, ARM_USE_OIDC: "true", ARM_OIDC_TOKEN_FILE_PATH: file("token") },
      `workload_identity ${CLIENT_ID}`,
    ],
    "AZURE_FEDERATED_TOKEN_FILE of a pod": () => [
      { ...BARE, AZURE_CLIENT_ID: CLIENT_ID, AZURE_FEDERATED_TOKEN_FILE: file("token") },
      `workload_identity ${CLIENT_ID}`,
    ],
    "GitHub Actions": () => [
      { ...arm, ARM_USE_OIDC: "true", ...world.emulator.control.apps.environments().github },
      `workload_identity ${CLIENT_ID}`,
    ],
    "Azure DevOps": () => [
      {
        ...arm,
        ARM_USE_OIDC: "true",
        ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID: SERVICE_CONNECTION_ID,
        ...world.emulator.control.apps.environments().azureDevOps,
      },
      `workload_identity ${CLIENT_ID}`,
    ],
  };

  it.each(Object.entries(cases))("%s", async (_name, make) => {
    const [environment, expected] = make();
    const result = await logged(terraform, environment);
    expect(result).toMatchObject({ code: 0 });
    expect(signIns(result)).toEqual([expected]);
  });

  it("never lends the secret of one client to another", async () => {
    const found = await (async () => {
      const lent = await world.workspace(
        `provider "entrascim" {\n  azure {\n    client_id = "${OTHER_CLIENT}"\n  }\n}\n${READ}`,
      );
      return lent.diagnostics("plan", "-lock=false");
    })();
    expectDiagnostic(found, {
      in: "data.entrascim_provisioning_status.x",
      at: /^data/,
      says: ["A credential of one client would be used for another", "azure.client_id", "ARM_CLIENT_SECRET"],
    });
    expect(world.emulator.control.requests()).toEqual([]);
  });
});

describe("the Azure CLI and a managed identity", () => {
  /** What `az account get-access-token` prints, with a token that the emulated Entra issued. */
  async function fakeCli(body: string): Promise<string> {
    const bin = join(folder, `bin-${Math.random().toString(36).slice(2)}`);
    mkdirSync(bin);
    writeFileSync(join(bin, "az"), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, "az"), 0o755);
    return `${bin}:${process.env.PATH ?? ""}`;
  }

  async function tokenOfEntra(): Promise<string> {
    const answer = await send(world.emulator, `/${TENANT_ID}/oauth2/v2.0/token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        scope: `${world.emulator.origin}/.default`,
      }).toString(),
    });
    return String(answer.at("access_token"));
  }

  it("sign in when nothing else is configured, or when they are named", async () => {
    const printed = JSON.stringify({
      accessToken: await tokenOfEntra(),
      expiresOn: "2099-01-01 00:00:00.000000",
      expires_on: 4_070_908_800,
      tenant: TENANT_ID,
      tokenType: "Bearer",
    });
    const terraform = await world.workspace(READ);
    const cli = { ...BARE, PATH: await fakeCli(`cat <<'END'\n${printed}\nEND`) };
    const viaCli = await logged(terraform, cli);
    expect(viaCli).toMatchObject({ code: 0 });
    expect(signIns(viaCli)).toEqual([expect.stringMatching(/^azure_cli /)]);

    const viaIdentity = await logged(terraform, {
      ...BARE,
      ARM_USE_MSI: "true",
      ...world.emulator.control.apps.environments().managedIdentity,
    });
    expect(viaIdentity).toMatchObject({ code: 0 });
    expect(signIns(viaIdentity)).toEqual([expect.stringMatching(/^managed_identity /)]);
  });

  it.each([
    ["is not signed in", "echo 'Please run az login to setup account.' >&2; exit 1", "Run `az login`"],
    ["fails", "echo 'az: bearer eyJhbGciOi.secret' >&2; exit 1", "to see why"],
  ])("a CLI that %s says what to do", async (_name, body, words) => {
    const terraform = await world.workspace(READ, { ...BARE, PATH: await fakeCli(body) });
    const found = await terraform.diagnostics("plan", "-lock=false");
    expectDiagnostic(found, {
      in: "data.entrascim_provisioning_status.x",
      at: /^data/,
      says: ["Azure CLI", words, "Nothing else was tried"],
    });
    expect(JSON.stringify(found)).not.toContain("eyJ");
  });
});

describe("the provider's block and the connection's", () => {
  it("sign in as they say, each with its own, before the environment", async () => {
    const provider = (alias: string, lines: string) => `
provider "entrascim" {
  alias = "${alias}"
  azure {
${lines}
  }
}
data "entrascim_provisioning_status" "${alias}" {
  provider             = entrascim.${alias}
  service_principal_id = "${SERVICE_PRINCIPALS.slack}"
}
`;
    const github = world.emulator.control.apps.environments().github;
    const terraform = await world.workspace(
      [
        provider("secret", `client_id = "${OTHER_CLIENT}"\nclient_secret = "${OTHER_SECRET}"`),
        provider("pem", `client_id = "${CLIENT_ID}"\nclient_certificate_path = "${file("client.pem")}"`),
        provider(
          "pfx",
          `client_id = "${CLIENT_ID}"\nclient_certificate_path = "${file("client.pfx")}"\nclient_certificate_password = "${PASSWORD}"`,
        ),
        provider(
          "token",
          `client_id = "${CLIENT_ID}"\nuse_oidc = true\noidc_token_file_path = "${file("token")}"`,
        ),
        provider(
          "request",
          `client_id = "${CLIENT_ID}"\nuse_oidc = true\noidc_request_url = "${github.ACTIONS_ID_TOKEN_REQUEST_URL}"\noidc_request_token = "${github.ACTIONS_ID_TOKEN_REQUEST_TOKEN}"`,
        ),
      ].join(""),
    );
    const result = await logged(terraform, {});
    expect(result).toMatchObject({ code: 0 });
    expect(signIns(result)).toEqual(
      [
        `client_secret ${OTHER_CLIENT}`,
        `client_certificate ${CLIENT_ID}`,
        `client_certificate ${CLIENT_ID}`,
        `workload_identity ${CLIENT_ID}`,
        `workload_identity ${CLIENT_ID}`,
      ].sort(),
    );
  });

  it("a connection's auth comes before all of them", async () => {
    const connection = (name: string, auth: string, client = CLIENT_ID) => `
resource "entrascim_connection" "${name}" {
  name      = "${name}"
  client_id = "${client}"
  auth {
    ${auth}
  }
}
`;
    const kept = (lines: string) =>
      `client_certificate {\n environment = "prod"\n secret_path = "/azure"\n ${lines}\n }`;
    const terraform = await world.workspace(
      [
        `provider "entrascim" {\n  azure {\n    client_id = "${OTHER_CLIENT}"\n    client_secret = "${OTHER_SECRET}"\n  }\n}\n`,
        connection("kept", kept('secret_key = "CERTIFICATE"')),
        connection(
          "protected",
          kept('secret_key = "CERTIFICATE_PFX"\n password_key = "CERTIFICATE_PASSWORD"'),
        ),
        connection("file", `client_certificate {\n path = "${file("client.pem")}"\n }`),
        connection("token", `workload_identity {\n token_file_path = "${file("token")}"\n }`),
        connection("pipeline", "workload_identity {}"),
        connection("machine", "managed_identity {}"),
        connection("wrong-password".replace("-", "_"), kept('secret_key = "CERTIFICATE_PFX"')).replace(
          '= "wrong_password"',
          '= "wrong-password"',
        ),
        connection("no_file", `client_certificate {\n path = "/no/such.pem"\n }`).replace(
          '= "no_file"',
          '= "no-file"',
        ),
        connection("no_token", `workload_identity {\n token_file_path = "/no/token"\n }`).replace(
          '= "no_token"',
          '= "no-token"',
        ),
        connection(
          "stranger",
          `workload_identity {\n token_file_path = "${file("token")}"\n }`,
          OTHER_CLIENT,
        ),
      ].join(""),
    );
    const { github, managedIdentity } = world.emulator.control.apps.environments();
    const environment = { TF_LOG_PROVIDER: "INFO", ...github, ...managedIdentity };
    const result = await terraform.run(["apply", "-json", "-auto-approve"], environment);
    expect(signIns(result)).toEqual(
      [
        `client_certificate ${CLIENT_ID}`,
        `client_certificate ${CLIENT_ID}`,
        `client_certificate ${CLIENT_ID}`,
        `managed_identity ${CLIENT_ID}`,
        `workload_identity ${CLIENT_ID}`,
        `workload_identity ${CLIENT_ID}`,
      ].sort(),
    );
    const found = result.stdout
      .split("\n")
      .filter((line) => line.includes('"type":"diagnostic"'))
      .map((line) => JSON.parse(line).diagnostic);
    const says = (name: string, at: RegExp, ...words: string[]) =>
      expectDiagnostic(found, { in: `entrascim_connection.${name}`, at, says: words });
    says(
      "wrong_password",
      /^secret_key = /,
      "certificate cannot be used",
      "protected by a password, and none is configured",
    );
    says("no_file", /^path = /, "auth.client_certificate.path names", "ENOENT");
    says("no_token", /^token_file_path = /, "token_file_path names", "ENOENT");
    says(
      "stranger",
      /^token_file_path = /,
      "AADSTS70021",
      "federated credential",
      "issuer, subject and audience",
    );
    expect(found).toHaveLength(4);
    for (const name of ["kept", "protected", "file", "token", "pipeline", "machine"]) {
      expect(terraform.state(`entrascim_connection.${name}`)).toMatchObject({ status: "ok" });
    }
    expect(JSON.stringify(terraform.state("entrascim_connection.kept"))).not.toContain("BEGIN");
  });
});
