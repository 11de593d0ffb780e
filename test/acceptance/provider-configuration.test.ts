import { PROJECT_ID, SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { expectReadable } from "../support/diagnostics";
import type { PrintedDiagnostic } from "../support/terraform-workspace";
import { connection, startWorld, sync, type World } from "../support/world";

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.emulator.control.clearRequests());
afterEach(() => expect(world.emulator.control.violations()).toEqual([]));

const requests = () => world.emulator.control.requests();

/** Expects an error at this line whose words are these. */
function expectError(found: readonly PrintedDiagnostic[], line: string | RegExp, ...words: string[]): void {
  expectReadable(found);
  const at = found.filter(({ snippet }) => {
    const code = (snippet?.code ?? "").trim();
    return typeof line === "string" ? code === line : line.test(code);
  });
  if (at.length !== 1) throw new Error(`${line}: ${JSON.stringify(found, null, 1)}`);
  expect(at[0]?.severity).toBe("error");
  for (const word of words) expect(`${at[0]?.summary} ${at[0]?.detail}`).toContain(word);
}

describe("a provider that is configured from another resource", () => {
  it("plans without calling anybody, and is applied", async () => {
    const terraform = await world.workspace(
      `resource "terraform_data" "settings" {
        input = { host = "${world.emulator.origin}", tenant = "${TENANT_ID}", project = "${PROJECT_ID}" }
      }
      provider "entrascim" {
        infisical {
          host       = terraform_data.settings.output.host
          project_id = terraform_data.settings.output.project
        }
        azure {
          tenant_id = terraform_data.settings.output.tenant
        }
      }
      ${connection().replace(/tenant_id = .*/, "")}
      ${sync("slack")}`,
      { ARM_TENANT_ID: "", INFISICAL_HOST: "", INFISICAL_PROJECT_ID: "" },
    );
    const changes = await terraform.changes();
    expect(requests()).toEqual([]);
    expect(changes.find(({ address }) => address === "entrascim_connection.prod")?.change).toMatchObject({
      actions: ["create"],
      after_unknown: { tenant_id: true, id: true },
    });
    await terraform.apply("plan.tfplan");
    expect(terraform.state("entrascim_connection.prod")).toMatchObject({
      tenant_id: TENANT_ID,
      status: "ok",
    });
    expect(terraform.state("entrascim_sync.slack")).toMatchObject({
      sync_status: "synced",
      source: { project_id: PROJECT_ID },
    });
    expect(world.stored("slack").SecretToken).toBe(world.emulator.control.inspectToken("slack"));
    expect((await terraform.plan()).code).toBe(0);
    await terraform.destroy();
  });

  it("plans what may change when the other resource is replaced, and changes nothing", async () => {
    const configured = (trigger: string) => `
      resource "terraform_data" "host" {
        input            = "${world.emulator.origin}"
        triggers_replace = "${trigger}"
      }
      provider "entrascim" {
        infisical {
          host = terraform_data.host.output
        }
      }
      ${connection()}
      ${sync("databricks")}`;
    const terraform = await world.workspace(configured("one"));
    await terraform.apply();
    const before = terraform.state("entrascim_sync.databricks");
    terraform.write(configured("two"));
    world.emulator.control.clearRequests();
    const changes = await terraform.changes();
    expect(requests()).toEqual([]);
    expect(changes.flatMap(({ change }) => change.actions).filter((action) => action !== "update")).toEqual([
      "delete",
      "create",
    ]);
    await terraform.apply("plan.tfplan");
    expect(requests().filter(({ method }) => method === "PUT")).toEqual([]);
    expect(terraform.state("entrascim_sync.databricks")).toEqual(before);
    expect((await terraform.plan()).code).toBe(0);
    await terraform.destroy();
  });
});

describe("a provider block that is wrong", () => {
  it("is refused at the attribute while it is validated", async () => {
    const terraform = await world.workspace("");
    // Terraform leaves out providers that nothing uses.
    const provider = (alias: string, body: string) => `
provider "entrascim" {
  alias = "${alias}"
  ${body}
}
data "entrascim_service_principals" "${alias}" { provider = entrascim.${alias} }
`;
    terraform.write(
      [
        provider("http_host", 'infisical {\n    host = "http://infisical.example.com"\n  }'),
        provider("http_graph", 'azure {\n    graph_endpoint = "http://graph.example.com"\n  }'),
        provider("tenant", 'azure {\n    tenant_id = "our tenant"\n  }'),
        provider("cloud", 'azure {\n    cloud = "mars"\n  }'),
        provider("retries", "http {\n    max_retries = -1\n  }"),
        provider("timeout", 'http {\n    request_timeout = "soon"\n  }'),
        provider(
          "two_logins",
          'infisical {\n    auth {\n      token = "t"\n      universal {\n        client_id = "c"\n      }\n    }\n  }',
        ),
        provider(
          "two_tokens",
          'infisical {\n    auth {\n      oidc {\n        token_path = "/t"\n        token_env = "T"\n      }\n    }\n  }',
        ),
        provider("misspelt", 'infisical {\n    hots = "x"\n  }'),
      ].join("\n"),
    );
    const found = await terraform.diagnostics("validate");
    expectError(found, 'host = "http://infisical.example.com"', "must be an https URL");
    expectError(found, 'graph_endpoint = "http://graph.example.com"', "must be an https URL");
    expectError(found, 'tenant_id = "our tenant"', "verified domains");
    expectError(found, 'cloud = "mars"', "public, usgovernment, dod, china");
    expectError(found, "max_retries = -1", "at least 0");
    expectError(found, 'request_timeout = "soon"', "duration");
    expectError(found, /^universal \{|^token = "t"|^client_id/, "Only one of");
    expectError(found, /^token_path|^token_env/, "Only one of");
    expectError(found, 'hots = "x"', 'Did you mean "host"?');
    expect(found).toHaveLength(9);
  });

  it.each<[string, string, Readonly<Record<string, string>>, string | RegExp, readonly string[]]>([
    [
      "http for a library that refuses it",
      'azure {\n    authority_host = "http://127.0.0.1:9"\n  }',
      {},
      'authority_host = "http://127.0.0.1:9"',
      ["azure.authority_host must be an https URL"],
    ],
    [
      "a login that lacks a part",
      'infisical {\n    auth {\n      oidc {\n        token_env = "NO_SUCH_TOKEN"\n      }\n    }\n  }',
      { INFISICAL_MACHINE_IDENTITY_ID: "i" },
      'token_env = "NO_SUCH_TOKEN"',
      ["NO_SUCH_TOKEN"],
    ],
    ["a method that is none", "", { INFISICAL_AUTH_METHOD: "magic" }, /./, ["INFISICAL_AUTH_METHOD must be"]],
    [
      "an http host in the environment",
      "",
      { INFISICAL_HOST: "http://infisical.example.com" },
      /./,
      ["INFISICAL_HOST must be an https URL"],
    ],
    [
      "an unknown cloud in the environment",
      "",
      { ARM_ENVIRONMENT: "mars" },
      /./,
      ["ARM_ENVIRONMENT must be one of"],
    ],
    [
      "a list of hosts that is none",
      "",
      { ENTRASCIM_ALLOWED_HOSTS: "https://x" },
      /./,
      ["Entry 1", "without scheme"],
    ],
  ])("is refused when it is configured: %s", async (_name, body, environment, line, words) => {
    const terraform = await world.workspace(
      `provider "entrascim" {\n  ${body}\n}\n${connection()}`,
      environment,
    );
    const found = await terraform.diagnostics("plan", "-lock=false");
    expectError(found, line, ...words);
    expect(requests()).toEqual([]);
  });
});

describe("ENTRASCIM_ALLOWED_HOSTS", () => {
  const configuration = () => `
    data "entrascim_secret" "token" {
      environment = "prod"
      secret_path = "/scim"
      secret_key  = "SLACK_SCIM_TOKEN"
    }
    data "entrascim_provisioning_status" "slack" {
      service_principal_id = "${SERVICE_PRINCIPALS.slack}"
    }`;

  it.each(["infisical.example.com, graph.example.com", ""])(
    "keeps credentials from hosts outside of it: %j",
    async (hosts) => {
      const terraform = await world.workspace(configuration(), { ENTRASCIM_ALLOWED_HOSTS: hosts });
      const found = await terraform.diagnostics("plan", "-lock=false");
      expectReadable(found);
      expect(found.map(({ severity, summary }) => [severity, summary])).toEqual([
        ["error", expect.stringMatching(/^Nothing is sent to 127\.0\.0\.1:\d+$/)],
        ["error", expect.stringMatching(/^Nothing is sent to 127\.0\.0\.1:\d+$/)],
      ]);
      expect(found[0]?.detail).toContain("ENTRASCIM_ALLOWED_HOSTS is set and does not list it");
      expect(requests()).toEqual([]);
    },
  );

  it("lets them through to hosts that it lists", async () => {
    const terraform = await world.workspace(configuration(), {
      ENTRASCIM_ALLOWED_HOSTS: `*.example.com, ${new URL(world.emulator.origin).host}`,
    });
    expect((await terraform.plan("-lock=false")).code).not.toBe(1);
  });
});
