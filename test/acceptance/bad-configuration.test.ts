import { SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { type ExpectedDiagnostic, expectDiagnostic, expectReadable } from "../support/diagnostics";
import type { PrintedDiagnostic } from "../support/terraform-workspace";
import { startWorld, type World } from "../support/world";

jest.setTimeout(120_000);

/** One mistake in a configuration that is good otherwise, and what is said of it. */
interface Mistake extends Omit<ExpectedDiagnostic, "in"> {
  readonly block: (name: string) => string;
}

const good = {
  name: 'name = "good"',
  source: 'environment = "prod"\n    secret_path = "/scim"\n    secret_key  = "SLACK_SCIM_TOKEN"',
  connection: "connection = entrascim_connection.good",
  target: `service_principal_id = "${SERVICE_PRINCIPALS.slack}"`,
};

/** A sync in which this is written instead, or besides. */
function sync(parts: Partial<typeof good> & { readonly more?: string; readonly noSource?: true }) {
  const { name, source, connection, target, more, noSource } = { ...good, ...parts };
  return (label: string) => `
resource "entrascim_sync" "${label}" {
  ${name}
  ${more ?? ""}
  ${noSource ? "" : `source {\n    ${source}\n  }`}
  destination {
    ${connection}
    ${target}
  }
}`;
}

function connection(body: string) {
  return (label: string) => `
resource "entrascim_connection" "${label}" {
  name = "good"
  ${body}
}`;
}

function source(line: string) {
  const name = line.split(" ")[0] ?? "";
  const others = good.source.split("\n").filter((each) => !each.trim().startsWith(name));
  return sync({ source: [...others, `    ${line}`].join("\n") });
}

const noKind =
  "client_secret = null, client_certificate = null, workload_identity = null, managed_identity = null, azure_cli = null";
const literal = (cloud: string, auth: string) =>
  `connection = { tenant_id = "${TENANT_ID}", client_id = null, cloud = ${cloud}, auth = ${auth} }`;
const certificate = (lines: string) => connection(`auth {\n    client_certificate {\n${lines}\n    }\n  }`);

const MISTAKES: Readonly<Record<string, Mistake>> = {
  upper_case: {
    block: sync({ name: 'name = "ServiceNow"' }),
    at: 'name = "ServiceNow"',
    says: ['"name"', "lower-case letters, digits and single hyphens"],
  },
  long_name: { block: sync({ name: `name = "${"a".repeat(257)}"` }), at: /^name = "a+"$/, says: ["256"] },
  no_name: { block: sync({ name: "" }), at: /^resource/, says: ['"name" is required'] },
  long_description: {
    block: sync({ more: `description = "${"é".repeat(257)}"` }),
    at: /^description/,
    says: ["at most 256 characters"],
  },
  environment: {
    block: source('environment = "Prod"'),
    at: 'environment = "Prod"',
    says: ["source.environment", "lower-case"],
  },
  relative_path: {
    block: source('secret_path = "scim"'),
    at: 'secret_path = "scim"',
    says: ["source.secret_path must start with a slash"],
  },
  open_path: {
    block: source('secret_path = "/scim/"'),
    at: 'secret_path = "/scim/"',
    says: ["must not end with a slash"],
  },
  spaced_key: { block: source('secret_key = "MY KEY"'), at: 'secret_key = "MY KEY"', says: ["white space"] },
  null_key: {
    block: source("secret_key = null"),
    at: "secret_key = null",
    says: ["Missing value", "source.secret_key is required"],
  },
  half_version: { block: source("version = 1.5"), at: "version = 1.5", says: ["whole number"] },
  version_zero: { block: source("version = 0"), at: "version = 0", says: ["at least 1"] },
  misspelt: { block: source("versoin = 7"), at: "versoin = 7", says: ['Did you mean "version"?'] },
  neither_token: {
    block: sync({ noSource: true }),
    at: /^resource/,
    says: ['One of "source" and "token_wo" must be set', "Give a source block"],
  },
  both_tokens: {
    block: sync({ more: 'token_wo = "t"\n  token_wo_version = 1' }),
    at: 'token_wo = "t"',
    says: ['Only one of "source" and "token_wo" may be set'],
  },
  token_without_version: {
    block: sync({ noSource: true, more: 'token_wo = "t"' }),
    at: 'token_wo = "t"',
    says: ['requires "token_wo_version"', "raise token_wo_version"],
  },
  version_without_token: {
    block: sync({ more: "token_wo_version = 1" }),
    at: "token_wo_version = 1",
    says: ['requires "token_wo"'],
  },
  no_uuid: {
    block: sync({ target: 'service_principal_id = "servicenow"' }),
    at: 'service_principal_id = "servicenow"',
    says: ["destination.service_principal_id must be a UUID"],
  },
  http_base: {
    block: sync({ target: `${good.target}\n    base_address = "http://app.example.com/scim"` }),
    at: 'base_address = "http://app.example.com/scim"',
    says: ["destination.base_address must be an https URL"],
  },
  validation: {
    block: sync({ more: 'validation = "always"' }),
    at: 'validation = "always"',
    says: ["standard, strict, off"],
  },
  on_destroy: {
    block: sync({ more: 'on_destroy = "delete"' }),
    at: 'on_destroy = "delete"',
    says: ["retain, clear"],
  },
  timeouts: {
    block: sync({ more: 'timeouts {\n    create = "soon"\n  }' }),
    at: 'create = "soon"',
    says: ["timeouts.create must be a duration"],
  },
  null_connection: {
    block: sync({ connection: "connection = null" }),
    at: "connection = null",
    says: ["destination.connection is required"],
  },
  string_connection: {
    block: sync({ connection: 'connection = "prod"' }),
    at: 'connection = "prod"',
    says: ["object required"],
  },
  partial_connection: {
    block: sync({ connection: `connection = { tenant = "${TENANT_ID}" }` }),
    at: /^connection = \{ tenant/,
    says: ['"tenant_id"', "required"],
  },
  literal_cloud: {
    block: sync({ connection: literal('"mars"', "null") }),
    at: /^connection = \{ tenant_id/,
    says: ["destination.connection.cloud must be one of public, usgovernment, dod, china"],
  },
  name_too_long: {
    block: (label) => connection("")(label).replace('"good"', `"${"a".repeat(33)}"`),
    at: /^name = "a+"$/,
    says: ["at most 32 characters"],
  },
  tenant: {
    block: connection('tenant_id = "our tenant"'),
    at: 'tenant_id = "our tenant"',
    says: ["UUID or one of its verified domains"],
  },
  client: { block: connection('client_id = "abc"'), at: 'client_id = "abc"', says: ["must be a UUID"] },
  cloud: { block: connection('cloud = "mars"'), at: 'cloud = "mars"', says: ["public, usgovernment, dod"] },
  no_kind: {
    block: connection("auth {\n  }"),
    at: /^resource/,
    says: ['"auth.client_secret"', "none is", "leave out auth to sign in as the provider does"],
  },
  two_kinds: {
    block: connection(
      `auth {
    client_secret {
      environment = "prod"
      secret_path = "/"
      secret_key  = "KEY"
    }
    client_certificate {
      path = "/c.pem"
    }
  }`,
    ),
    at: "client_certificate {",
    says: ["Only one of", '"auth.client_secret" and "auth.client_certificate" are'],
  },
  unknown_kind: {
    block: connection("auth {\n    magic {}\n  }"),
    at: "magic {}",
    says: ['"magic" are not expected'],
  },
  no_certificate: {
    block: certificate(""),
    at: "client_certificate {",
    says: ['"auth.client_certificate.path" and "auth.client_certificate.secret_key" must be set'],
  },
  two_certificates: {
    block: certificate('path = "/c.pem"\nenvironment = "prod"\nsecret_path = "/"\nsecret_key = "KEY"'),
    at: 'secret_key = "KEY"',
    says: ["Only one of"],
  },
  placeless_certificate: {
    block: certificate('secret_key = "KEY"'),
    at: 'secret_key = "KEY"',
    says: ['requires "auth.client_certificate.environment"'],
  },
  passworded_file: {
    block: certificate('path = "/c.pem"\npassword_key = "KEY"'),
    at: 'password_key = "KEY"',
    says: ['requires "auth.client_certificate.secret_key"'],
  },
};

const BY_NAME: Readonly<Record<string, Pick<Mistake, "at" | "says"> & { readonly body: string }>> = {
  no_way: { body: "", at: /^data/, says: ['"object_id", "app_id" and "display_name" must be set'] },
  two_ways: {
    body: `display_name = "x"\n  app_id = "${TENANT_ID}"`,
    at: /^(display_name|app_id)/,
    says: ["Only one of"],
  },
  empty_name: { body: 'display_name = ""', at: 'display_name = ""', says: ["must not be empty"] },
};

let world: World;
let diagnostics: readonly PrintedDiagnostic[];

beforeAll(async () => {
  world = await startWorld();
  const blocks = [
    connection(`tenant_id = "${TENANT_ID}"`)("good"),
    ...Object.entries(MISTAKES).map(([name, { block }]) => block(name)),
    ...Object.entries(BY_NAME).map(
      ([name, { body }]) => `\ndata "entrascim_service_principal" "${name}" {\n  ${body}\n}`,
    ),
  ];
  const terraform = await world.workspace(blocks.join("\n"));
  diagnostics = await terraform.diagnostics("validate");
});
afterAll(() => world.close());

describe("terraform validate points at", () => {
  it.each(Object.entries(MISTAKES))("%s", (name, { block, at, says }) => {
    const type = block(name).includes('"entrascim_sync"') ? "entrascim_sync" : "entrascim_connection";
    expectDiagnostic(diagnostics, { in: `${type}.${name}`, at, says });
  });

  it.each(Object.entries(BY_NAME))("%s of a data source", (name, { at, says }) => {
    expectDiagnostic(diagnostics, { in: `data.entrascim_service_principal.${name}`, at, says });
  });

  it("nothing else, and calls nobody", () => {
    expectReadable(diagnostics);
    expect(diagnostics).toHaveLength(Object.keys({ ...MISTAKES, ...BY_NAME }).length);
    expect(world.emulator.control.requests()).toEqual([]);
  });
});

describe("terraform plan points at", () => {
  it("what only shows when values are known", async () => {
    const terraform = await world.workspace(
      [
        'variable "kind" { default = "none" }',
        sync({ connection: literal("null", `{ ${noKind} }`) })("literal_no_kind"),
        sync({
          connection: literal(
            "null",
            `{ ${noKind.replace(/(managed_identity|azure_cli) = null/g, "$1 = {}")} }`,
          ),
          target: `service_principal_id = "${SERVICE_PRINCIPALS.databricks}"`,
        })("literal_two_kinds"),
        connection(
          'auth {\n    dynamic "azure_cli" {\n      for_each = var.kind == "cli" ? [1] : []\n      content {}\n    }\n  }',
        )("dynamic_no_kind"),
        connection("auth {\n    managed_identity {}\n    azure_cli {}\n  }")("two_empty_kinds"),
        connection('tenant_id = var.kind == "none" ? "not one" : null')("late_tenant"),
      ].join("\n"),
    );
    expect(await terraform.diagnostics("validate")).toEqual([]);
    const found = await terraform.diagnostics("plan", "-lock=false");
    expectDiagnostic(found, {
      in: "entrascim_sync.literal_no_kind",
      at: /^connection = /,
      says: ["does not say how it signs in", "leave auth out"],
    });
    expectDiagnostic(found, {
      in: "entrascim_sync.literal_two_kinds",
      at: /^connection = /,
      says: ["says twice how it signs in", "managed_identity and azure_cli"],
    });
    expectDiagnostic(found, {
      in: "entrascim_connection.dynamic_no_kind",
      at: /^resource/,
      says: ["none is"],
    });
    expectDiagnostic(found, {
      in: "entrascim_connection.two_empty_kinds",
      at: "azure_cli {}",
      says: ["Only one of"],
    });
    expectDiagnostic(found, {
      in: "entrascim_connection.late_tenant",
      at: /^tenant_id = var\.kind/,
      says: ["verified domains"],
    });
  });
});
