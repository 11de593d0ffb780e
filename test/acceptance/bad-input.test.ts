import { IDENTITY_ID, PROJECT_ID, SERVICE_PRINCIPALS, TENANT_ID } from "../../src/emulator/default-seed";
import { type Emulator, startEmulator } from "../../src/emulator/start-emulator";
import { expectDiagnostic } from "../support/diagnostics";
import type { PrintedDiagnostic } from "../support/terraform-workspace";
import { startWorld, type World } from "../support/world";

jest.setTimeout(180_000);

const NOBODY = "00000000-0000-4000-8000-00000000dead";

interface SyncParts {
  readonly environment?: string;
  readonly path?: string;
  readonly key?: string;
  readonly more?: string;
  readonly given?: string;
  readonly options?: string;
  readonly tenant?: string;
  readonly secretKey?: string;
  readonly target: string;
}

/** A sync whose connection is written as an object, so that nothing else has to be applied first. */
function sync(name: string, parts: SyncParts): string {
  const { environment = "prod", path = "/scim", key = "SLACK_SCIM_TOKEN", secretKey } = parts;
  const auth =
    secretKey === undefined
      ? "null"
      : `{
        client_secret = { project_id = null, environment = "prod", secret_path = "/azure", secret_key = "${secretKey}" }
        client_certificate = null, workload_identity = null, managed_identity = null, azure_cli = null
      }`
          .replace(/, (?=\w+ = null)/g, "\n        ")
          .replace(/project_id = null\n\s+/, "project_id = null, ");
  return `
resource "entrascim_sync" "${name}" {
  name = "${name.replaceAll("_", "-")}"
  ${parts.options ?? ""}
  ${parts.given === undefined ? "" : `token_wo = ${parts.given}\n  token_wo_version = 1`}
  ${
    parts.given !== undefined
      ? ""
      : `source {
    environment = "${environment}"
    secret_path = "${path}"
    secret_key = "${key}"
    ${parts.more ?? ""}
  }`
  }
  destination {
    connection = {
      tenant_id = "${parts.tenant ?? TENANT_ID}"
      client_id = null
      cloud     = null
      auth      = ${auth}
    }
    service_principal_id = "${parts.target}"
  }
}
`;
}

let world: World;
let stranger: Emulator;
let targets: readonly string[];
/** A service principal that is not there is asked for again for half a minute: that plan runs beside the others. */
let unknownPrincipal: Promise<readonly PrintedDiagnostic[]>;

beforeAll(async () => {
  [world, stranger] = await Promise.all([startWorld(), startEmulator()]);
  targets = world.emulator.control.addApplications(12).map(({ servicePrincipalId }) => servicePrincipalId);
  const waiting = await world.workspace(sync("nobody", { target: NOBODY }));
  unknownPrincipal = waiting.diagnostics("plan", "-lock=false");
});
afterAll(async () => {
  await unknownPrincipal;
  await Promise.all([world.close(), stranger.close()]);
});

const target = (index: number) => targets[index] ?? "";
const puts = () =>
  world.emulator.control
    .requests()
    .filter(({ method, route }) => method === "PUT" && route.endsWith("/secrets"));

describe("a plan says what is wrong", () => {
  const { slack, databricks, servicenow } = SERVICE_PRINCIPALS;

  it("with the source, the sign-in and what they point at", async () => {
    const { control } = world.emulator;
    control.setSecret({ environment: "prod", path: "/azure", key: "WRONG_SECRET" }, "emulated~wrong");
    const terraform = await world.workspace(
      [
        sync("no_secret", { key: "NOPE", target: target(0) }),
        sync("no_folder", { path: "/nowhere", target: target(1) }),
        sync("no_environment", { environment: "nowhere", target: target(2) }),
        sync("no_project", { more: 'project_id = "0ff"', target: target(3) }),
        sync("no_version", { more: "version = 99", target: target(7) }),
        sync("no_tenant", { tenant: NOBODY, target: target(4) }),
        sync("wrong_secret", { secretKey: "WRONG_SECRET", target: target(5) }),
        sync("no_credential", { secretKey: "NOPE", target: target(6) }),
        `data "entrascim_service_principal" "twice" {\n  display_name = "Reporting"\n}`,
        `data "entrascim_service_principal" "nobody" {\n  object_id = "${NOBODY}"\n}`,
        `data "entrascim_service_principal" "no_app" {\n  app_id = "${NOBODY}"\n}`,
        `data "entrascim_service_principal" "no_name" {\n  display_name = "Nobody"\n}`,
        `data "entrascim_provisioning_status" "nobody" {\n  service_principal_id = "${NOBODY}"\n}`,
        `data "entrascim_secret" "missing" {\n  environment = "prod"\n  secret_path = "/scim"\n  secret_key  = "NOPE"\n}`,
      ].join("\n"),
    );
    const found = await terraform.diagnostics("plan", "-lock=false");
    const says = (block: string, at: string | RegExp, ...words: string[]) =>
      expectDiagnostic(found, { in: block, at, says: words });

    says(
      "entrascim_sync.no_secret",
      'secret_key = "NOPE"',
      "NOPE in folder /scim of environment prod",
      "plan_checks",
    );
    says("entrascim_sync.no_folder", /^secret_key/, "in folder /nowhere");
    says("entrascim_sync.no_environment", /^secret_key/, "environment nowhere");
    says("entrascim_sync.no_project", /^secret_key/, "project 0ff", "has a role in that project");
    says("entrascim_sync.no_version", "version = 99", "version 99 is pinned", "Pin one that exists");
    says("entrascim_sync.no_tenant", /^connection = \{/, "AADSTS90002", "does not exist", "Check tenant_id");
    says(
      "entrascim_sync.wrong_secret",
      /^connection = \{/,
      "AADSTS7000215",
      "secret is wrong",
      "Create a new",
    );
    says(
      "entrascim_sync.no_credential",
      /^connection = \{/,
      "no secret NOPE in folder /azure",
      "Create it there",
    );
    says(
      "data.entrascim_service_principal.twice",
      /^display_name/,
      SERVICE_PRINCIPALS.reporting,
      "object_id",
    );
    says("data.entrascim_service_principal.twice", /^display_name/, SERVICE_PRINCIPALS.reportingCopy);
    says("data.entrascim_service_principal.nobody", /^object_id/, "no service principal with object id");
    says("data.entrascim_service_principal.no_app", /^app_id/, "no service principal with application id");
    says("data.entrascim_service_principal.no_name", /^display_name/, 'display name "Nobody"');
    says("data.entrascim_provisioning_status.nobody", /^service_principal_id/, NOBODY);
    says("data.entrascim_secret.missing", /^secret_key/, "no secret NOPE");
    expect(found.filter(({ severity }) => severity === "error")).toHaveLength(14);
    expect(puts()).toEqual([]);
    expect(JSON.stringify(found)).not.toContain("emulated~");
  });

  it("with the clouds and the way to them", async () => {
    const provider = (alias: string, body: string) =>
      `\nprovider "entrascim" {\n  alias = "${alias}"\n  http {\n    max_retries = 0\n  }\n  ${body}\n}\n`;
    const status = (name: string, alias: string, id: string) =>
      `\ndata "entrascim_provisioning_status" "${name}" {\n  provider = entrascim.${alias}\n  service_principal_id = "${id}"\n}\n`;
    const secret = (name: string, alias: string, path: string) =>
      `\ndata "entrascim_secret" "${name}" {\n  provider = entrascim.${alias}\n  environment = "prod"\n  secret_path = "${path}"\n  secret_key = "SLACK_SCIM_TOKEN"\n}\n`;
    const { control } = world.emulator;
    const jobsOf = (id: string) => `/v1.0/servicePrincipals/${id}/synchronization/jobs`;
    control.fault({ kind: "malformed", match: { path: jobsOf(slack) }, times: "always" });
    control.fault({
      kind: "redirect",
      location: "https://example.com/",
      match: { path: jobsOf(databricks) },
      times: "always",
    });
    control.fault({
      kind: "status",
      status: 401,
      body: JSON.stringify({ error: { code: "UnknownError", message: "" } }),
      match: { path: jobsOf(servicenow) },
      times: "always",
    });
    const terraform = await world.workspace(
      [
        provider("here", ""),
        provider("no_authority", 'azure {\n    authority_host = "https://127.0.0.1:1"\n  }'),
        provider(
          "strange",
          `azure {\n    authority_host = "${stranger.origin}"\n  }\n  infisical {\n    host = "${stranger.origin}"\n  }`,
        ),
        provider("no_infisical", 'infisical {\n    host = "https://127.0.0.1:1"\n  }'),
        status("malformed", "here", slack),
        status("redirected", "here", databricks),
        status("not_granted", "here", servicenow),
        status("unreachable", "no_authority", slack),
        status("untrusted", "strange", slack),
        secret("unreachable", "no_infisical", "/scim"),
        secret("untrusted", "strange", "/scim"),
      ].join("\n"),
    );
    const found = await terraform.diagnostics("plan", "-lock=false");
    control.clearFaults();
    const says = (block: string, ...words: (string | RegExp)[]) =>
      expectDiagnostic(found, { in: `data.${block}`, at: /./, says: words });
    says("entrascim_provisioning_status.malformed", /JSON/);
    says("entrascim_provisioning_status.redirected", /redirect/i);
    says("entrascim_provisioning_status.not_granted", "Synchronization.ReadWrite.All", /grant|consent/i);
    says("entrascim_provisioning_status.unreachable", "127.0.0.1:1", "refused the connection", /firewall/);
    says("entrascim_provisioning_status.untrusted", "cannot be trusted", "NODE_EXTRA_CA_CERTS");
    says("entrascim_secret.unreachable", "127.0.0.1:1", "refused the connection");
    says("entrascim_secret.untrusted", "cannot be trusted", "NODE_EXTRA_CA_CERTS");
    expect(stranger.control.requests()).toEqual([]);
  });

  it("with a service principal that is not there", async () => {
    expectDiagnostic(await unknownPrincipal, {
      in: "entrascim_sync.nobody",
      at: /^service_principal_id/,
      says: [NOBODY, "Enterprise applications", "Object ID"],
    });
  });
});

describe("an apply says what is wrong with the token", () => {
  it("and sends nothing, keeps no state", async () => {
    const { control } = world.emulator;
    const store = (key: string, value: string) => control.setSecret({ environment: "prod", key }, value);
    store("EMPTY", "");
    store("STAR", "*");
    store("LINES", "first\nsecond");
    store("MASKED", "<hidden-by-infisical>");
    store("STALE", "a token that the application does not take");
    control.setSecret({ environment: "staging", path: "/hidden", key: "HIDDEN" }, "out-of-sight");
    const everywhere = { environment: "*", describe: true, readValue: true };
    control.infisical.setPermissions(IDENTITY_ID, PROJECT_ID, [
      { ...everywhere, path: "/scim" },
      { ...everywhere, path: "/azure" },
      { ...everywhere, path: "/hidden", readValue: false },
    ]);
    control.clearRequests();
    const terraform = await world.workspace(
      [
        sync("empty", { key: "EMPTY", target: target(0) }),
        sync("star", { key: "STAR", target: target(1) }),
        sync("lines", { key: "LINES", target: target(2) }),
        sync("masked", { key: "MASKED", target: target(3) }),
        sync("stale", { key: "STALE", target: target(4) }),
        sync("hidden", { environment: "staging", path: "/hidden", key: "HIDDEN", target: target(5) }),
        sync("pinned", { more: "version = 99", options: 'plan_checks = "warn"', target: target(6) }),
        sync("given", { given: '"first\\nsecond"', target: target(7) }),
        sync("given_stale", { given: '"not a token of this application"', target: target(8) }),
      ].join("\n"),
    );
    const found = await terraform.diagnostics("apply");
    expect(control.violations()).toEqual([]);
    const says = (name: string, at: RegExp, ...words: string[]) =>
      expectDiagnostic(found, { in: `entrascim_sync.${name}`, at, says: words });
    says("empty", /^secret_key/, "EMPTY in folder /scim", "is empty", "Store the application's token");
    says("star", /^secret_key/, "nothing but asterisks");
    says("lines", /^secret_key/, "line breaks", "on one line");
    says("masked", /^secret_key/, "hidden from this identity");
    says("stale", /^secret_key/, "refused the new token", "Entra holds what it held", 'validation = "off"');
    says("hidden", /^secret_key/, '"Read Value"');
    says("pinned", /^version = 99/, "no version 99");
    says("given", /^token_wo =/, "line breaks");
    says("given_stale", /^token_wo =/, "refused the new token");
    expect(puts()).toEqual([]);
    for (const name of ["empty", "stale", "hidden", "given"]) {
      expect(terraform.state(`entrascim_sync.${name}`)).toBeUndefined();
    }
    // Terraform's own snippets quote the configuration.
    const said = found.map(({ summary, detail }) => `${summary} ${detail}`).join("\n");
    expect(said).not.toMatch(/out-of-sight|does not take|not a token of/);
    expect(control.violations()).toEqual([]);
  });
});
