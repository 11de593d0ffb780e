import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Testing } from "cdktf";
import { QuickstartStack } from "../../examples/cdktf/quickstart/quickstart-stack";
import { WithAzureadStack } from "../../examples/cdktf/with-azuread/with-azuread-stack";
import { findTerraform } from "../../src/cli/terraform/find-terraform";

// the examples import the package as a stranger does
jest.mock("entrascim/constructs", () => jest.requireActual("../../constructs"), { virtual: true });

const EXAMPLES = join(__dirname, "..", "..", "examples");
const TENANT = "11111111-1111-1111-1111-111111111111";
const CLIENT = "22222222-2222-2222-2222-222222222222";
const APP = "33333333-3333-3333-3333-333333333333";

/** Matches a reference to an attribute, or to the whole, of a resource whose logical id has a hash. */
const reference = (resource: string, attribute = "") =>
  expect.stringMatching(new RegExp(`^\\$\\{${resource}(_\\w{8})?${attribute && `\\.${attribute}`}\\}$`));

const only = (resources: Record<string, unknown>) => Object.values(resources)[0];

describe("examples/cdktf/quickstart", () => {
  it("is one connection and one sync", () => {
    const props = { tenantId: TENANT, clientId: CLIENT, servicePrincipalId: APP };
    const stack = JSON.parse(Testing.synth(new QuickstartStack(Testing.app(), "quickstart", props), true));
    expect(stack.provider).toEqual({ entrascim: [{}] });
    expect(only(stack.resource.entrascim_connection)).toEqual({
      name: "entra-prod",
      tenant_id: TENANT,
      client_id: CLIENT,
      auth: {
        client_secret: { environment: "prod", secret_path: "/azure", secret_key: "ENTRA_CLIENT_SECRET" },
      },
    });
    expect(only(stack.resource.entrascim_sync)).toEqual({
      name: "servicenow-scim",
      source: { environment: "prod", secret_path: "/scim", secret_key: "SERVICENOW_SCIM_TOKEN" },
      destination: { connection: reference("entrascim_connection.entra"), service_principal_id: APP },
    });
    expect(stack.output).toEqual({
      sync_status: { value: reference("entrascim_sync.servicenow", "sync_status") },
      synced_version: { value: reference("entrascim_sync.servicenow", "synced_version") },
    });
    expect(stack.terraform.backend).toEqual({ local: { path: "../../../terraform.quickstart.tfstate" } });
  });
});

describe("examples/cdktf/with-azuread", () => {
  it("gives a new application its token before its job starts", () => {
    const props = { tenantId: TENANT, clientId: CLIENT };
    const stack = JSON.parse(Testing.synth(new WithAzureadStack(Testing.app(), "azure", props), true));
    expect(only(stack.resource.entrascim_sync)).toMatchObject({
      destination: {
        connection: reference("entrascim_connection.entra"),
        service_principal_id: reference("data.azuread_service_principal.service-principal", "object_id"),
        base_address: "https://intranet.example.com/scim/v2",
      },
    });
    expect(only(stack.resource.azuread_synchronization_job)).toEqual({
      service_principal_id: reference("data.azuread_service_principal.service-principal", "id"),
      template_id: "scim",
      depends_on: ["entrascim_sync.intranet"],
    });
  });
});

describe("every CDKTF example", () => {
  it.each(readdirSync(join(EXAMPLES, "cdktf")))(
    "%s can be run where it lies, and reports nothing",
    (name) => {
      const directory = join(EXAMPLES, "cdktf", name);
      expect(readdirSync(directory)).toEqual(expect.arrayContaining(["cdktf.json", "main.ts"]));
      expect(JSON.parse(readFileSync(join(directory, "cdktf.json"), "utf8"))).toMatchObject({
        language: "typescript",
        app: "node --import tsx main.ts",
        projectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        sendCrashReports: "false",
      });
    },
  );
});

describe("every HCL example", () => {
  it("is formatted as Terraform formats it", () => {
    const unformatted = execFileSync(
      findTerraform(process.env).command,
      ["fmt", "-list=true", "-write=false", "-recursive"],
      {
        cwd: join(EXAMPLES, "hcl"),
        env: { ...process.env, TF_CLI_CONFIG_FILE: undefined },
        encoding: "utf8",
      },
    );
    expect(unformatted).toBe("");
  });
});
