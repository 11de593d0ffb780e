import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClientCertificate } from "../../emulator/certificates";
import {
  CLIENT_ID,
  IDENTITY_ID,
  PROJECT_ID,
  SERVICE_PRINCIPALS,
  TENANT_DOMAIN,
  TENANT_ID,
} from "../../emulator/default-seed";
import { type Emulator, startEmulator } from "../../emulator/start-emulator";
import { NeedsAttention } from "../needs-attention";
import { fakeIo } from "../testing/fake-io";
import { checks } from "./checks";
import { type DoctorReport, type DoctorRequest, doctor } from "./doctor";

/** What no output may hold: every credential and token of the emulated world. */
const SECRET = /emulated~|emulated-infisical|eyJ[\w-]{10}|scim\.\w+\.\d+\.|Bearer|proxy-password|s3cret/;

const LOCAL = ["Machine", "Provider", "Configuration"];

describe("doctor, over the network", () => {
  let emulator: Emulator;
  let folder: string;

  beforeEach(async () => {
    emulator = await startEmulator();
    folder = mkdtempSync(join(tmpdir(), "entrascim-doctor-"));
    writeFileSync(join(folder, "ca.pem"), emulator.caCertificate);
  });

  afterEach(async () => {
    await emulator.close();
    rmSync(folder, { recursive: true });
  });

  interface Scenario {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly target?: Partial<DoctorRequest["target"]>;
    readonly connection?: DoctorRequest["connection"];
    readonly now?: () => number;
    readonly untrusting?: true;
  }

  /** Runs the checks of the network, of Infisical and Entra. Gives findings by check, and whether all was well. */
  async function run(scenario: Scenario = {}) {
    const env = { ...emulator.environment(join(folder, "ca.pem")), ...scenario.env };
    const installation = {
      version: "1.2.3",
      providerDirectory: folder,
      home: folder,
      platform: "linux",
      arch: "x64",
    };
    const target = {
      directory: folder,
      projectId: null,
      environment: null,
      path: "/",
      key: null,
      servicePrincipal: null,
      ...scenario.target,
    };
    const parts = {
      checks: checks.filter(({ group }) => !LOCAL.includes(group)),
      clock: { now: scenario.now ?? Date.now, sleep: () => Promise.resolve() },
      nodeVersion: "22.0.0",
      ...(scenario.untrusting ? {} : { ca: emulator.caCertificate }),
    };
    const asked = { offline: false, strict: false, verbose: true, connection: scenario.connection ?? null };
    const outputs = [];
    let wasWell = true;
    for (const json of [false, true]) {
      const io = fakeIo({ env });
      try {
        await doctor(io, installation, { ...asked, target, json }, parts);
      } catch (caught) {
        if (!(caught instanceof NeedsAttention)) throw caught;
        wasWell = false;
      }
      expect(io.stdout.text).not.toMatch(SECRET);
      expect(io.stderr.text).not.toMatch(SECRET);
      outputs.push(io.stdout.text);
    }
    const report = JSON.parse(outputs[1] ?? "") as DoctorReport;
    expect(report.healthy).toBe(wasWell);
    return { text: outputs[0] ?? "", wasWell, found: byCheck(report) };
  }

  const folderTarget = { environment: "prod", path: "/scim" };

  it("finds a good machine well", async () => {
    const { text, wasWell } = await run({
      target: { ...folderTarget, key: "SLACK_SCIM_TOKEN", servicePrincipal: SERVICE_PRINCIPALS.slack },
    });
    expect(wasWell).toBe(true);
    const host = new URL(emulator.origin).host;
    expect(text).toBe(`Network
  ok       Credentials may be sent to every host that is configured.
  ok       ${join(folder, "ca.pem")} of NODE_EXTRA_CA_CERTS is trusted: 1 certificate.
  ok       No proxy is used.
  ok       Infisical answers at ${host}.
  ok       Microsoft's sign-in answers at ${host}.
  ok       Microsoft Graph answers at ${host}.
  ok       The clock agrees with the servers'.

Infisical
  ok       Logged in to ${emulator.origin} with the login "universal".
  ok       Folder /scim of environment prod in project ${PROJECT_ID}: 3 secrets may be described.
  ok       Values may be read: SLACK_SCIM_TOKEN, version 1, was read once and dropped.

Microsoft Entra ID
  ok       Tenant ${TENANT_ID}, cloud public: the client secret of ARM_CLIENT_SECRET, for client ${CLIENT_ID} (ARM_* comes before AZURE_*).
  ok       Signed in.
  ok       Synchronization.ReadWrite.All is granted.
  ok       The application ${SERVICE_PRINCIPALS.slack} can be reached: it holds no token yet, and has 1 provisioning job.

Nothing is wrong.
`);
  });

  it("logs in to Infisical once, and sends nothing that changes anything", async () => {
    await run({ target: { ...folderTarget, servicePrincipal: SERVICE_PRINCIPALS.slack } });
    const sent = emulator.control.requests().map(({ method, path }) => `${method} ${path}`);
    // Twice: as text and as JSON.
    expect(sent.filter((each) => /POST .*login/.test(each))).toHaveLength(2);
    expect(sent.filter((each) => !each.startsWith("GET ") && !/login|token$/.test(each))).toEqual([]);
  });

  it("reads the folder's first secret when no key is named, and says so", async () => {
    const { found } = await run({ target: folderTarget });
    expect(found["infisical-value"]).toEqual([
      "ok: Values may be read: DATABRICKS_SCIM_TOKEN, version 1, was read once and dropped.",
    ]);
  });

  it("signs in with a secret that lies in Infisical", async () => {
    const { found, wasWell } = await run({
      env: { ARM_CLIENT_ID: undefined, ARM_CLIENT_SECRET: undefined, ARM_TENANT_ID: undefined },
      connection: {
        tenant_id: TENANT_DOMAIN,
        client_id: CLIENT_ID,
        cloud: null,
        auth: {
          client_secret: {
            project_id: null,
            environment: "prod",
            secret_path: "/azure",
            secret_key: "ENTRA_CLIENT_SECRET",
          },
          client_certificate: null,
          workload_identity: null,
          managed_identity: null,
          azure_cli: null,
        },
      },
    });
    expect(wasWell).toBe(true);
    expect(found["entra-sign-in"]).toEqual(["ok: Signed in."]);
  });

  it("skips what it is not told to look at, and says how to", async () => {
    const { found, text, wasWell } = await run();
    expect(wasWell).toBe(true);
    expect(found["infisical-folder"]).toEqual(["skipped: Project, environment and folder: not looked at."]);
    expect(found["infisical-value"]).toEqual([
      "skipped: Reading values: not looked at, since it needs the folder.",
    ]);
    expect(found["entra-application"]).toEqual(["skipped: An enterprise application: not looked at."]);
    expect(text).toContain("entrascim doctor --environment prod --path /scim");
  });

  describe("Infisical", () => {
    const permissions = (describe: boolean, readValue: boolean) => () =>
      emulator.control.infisical.setPermissions(IDENTITY_ID, PROJECT_ID, [
        { environment: "*", path: "/", describe, readValue },
      ]);

    it.each<[string, Scenario, (() => unknown) | null, Record<string, unknown>]>([
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
      prepare?.call(null);
      const { found } = await run(scenario);
      expect(found).toMatchObject(expected);
    });

    it("finds a token that could not be pushed, and a reference", async () => {
      emulator.control.setSecret({ environment: "prod", key: "LINES" }, "s3cret\nof two lines");
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference as Infisical writes it
      emulator.control.setSecret({ environment: "prod", key: "REFERENCE" }, "${SLACK_SCIM_TOKEN}");
      const lines = await run({ target: { ...folderTarget, key: "LINES" } });
      expect(lines.found["infisical-value"]?.[1]).toBe("warning: The value is not usable as a SCIM token.");
      const reference = await run({ target: { ...folderTarget, key: "REFERENCE" } });
      expect(reference.found["infisical-value"]?.[1]).toBe(
        "warning: REFERENCE refers to another secret, whose rotation nobody notices.",
      );
    });

    it("does not look for a login that the provider block has", async () => {
      writeFileSync(
        join(folder, "main.tf"),
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

  describe("Microsoft Entra ID", () => {
    const roles =
      (...granted: readonly string[]) =>
      () =>
        emulator.control.apps.setRoles(CLIENT_ID, granted);

    it.each<[string, Scenario, (() => unknown) | null, Record<string, unknown>]>([
      [
        "no tenant",
        { env: { ARM_TENANT_ID: "" } },
        null,
        {
          "entra-credential": ["error: No tenant is configured."],
          "entra-sign-in": ["skipped: The sign-in: not looked at, since it needs a credential."],
        },
      ],
      [
        "a wrong secret",
        { env: { ARM_CLIENT_SECRET: "s3cret-wrong" } },
        null,
        { "entra-sign-in": [expect.stringMatching(/^error: .*AADSTS7000215/)] },
      ],
      [
        "an expired secret",
        {},
        () => emulator.control.apps.expireSecrets(CLIENT_ID),
        { "entra-sign-in": [expect.stringMatching(/^error: .*AADSTS7000222/)] },
      ],
      [
        "a tenant that does not exist",
        { env: { ARM_TENANT_ID: "00000000-0000-4000-8000-00000000dead" } },
        null,
        {
          "reach-entra": [expect.stringMatching(/^ok: Microsoft's sign-in answers/)],
          "entra-sign-in": [expect.stringMatching(/^error: .*AADSTS90002/)],
        },
      ],
      [
        "no permission",
        {},
        roles(),
        {
          "entra-permissions": [
            "error: The application may not write synchronization secrets: its token has no application permission.",
            expect.stringMatching(/^ok: Application\.Read\.All is not granted/),
          ],
        },
      ],
      [
        "permission to read alone",
        {},
        roles("Application.Read.All"),
        {
          "entra-permissions": [
            "error: The application may not write synchronization secrets: its token has only Application.Read.All.",
          ],
        },
      ],
      [
        "permission for what is owned",
        {},
        roles("Application.ReadWrite.OwnedBy"),
        {
          "entra-permissions": [
            expect.stringMatching(/^ok: Application\.ReadWrite\.OwnedBy is granted/),
            expect.stringMatching(/^ok: Application\.Read\.All is not granted/),
          ],
        },
      ],
      [
        "more than is needed",
        {},
        roles("Application.ReadWrite.All", "Mail.Send"),
        {
          "entra-permissions": [
            "ok: Application.ReadWrite.All is granted, with which tokens can be pushed.",
            "warning: The token can do more than entrascim needs: Application.ReadWrite.All, Mail.Send.",
          ],
        },
      ],
      [
        "an application that is not there",
        { target: { servicePrincipal: "5e4b1ce0-0000-4000-8000-00000000dead" } },
        null,
        { "entra-application": ["error: The service principal does not exist."] },
      ],
      [
        "a job in quarantine",
        { target: { servicePrincipal: SERVICE_PRINCIPALS.servicenow } },
        () => emulator.control.portal.quarantine(SERVICE_PRINCIPALS.servicenow),
        {
          "entra-application": [
            expect.stringMatching(/^ok: /),
            expect.stringMatching(/^warning: Its provisioning job .* is in quarantine \(EncounteredQ/),
          ],
        },
      ],
      [
        "a certificate that is none",
        { env: { ARM_CLIENT_SECRET: "", ARM_CLIENT_CERTIFICATE: "s3cret" } },
        null,
        { "entra-certificate": ["error: The client certificate cannot be used."] },
      ],
      [
        "a client id that is none",
        { env: { ARM_CLIENT_ID: "s3cret" } },
        null,
        { "entra-credential": ["error: The client id is no UUID."] },
      ],
    ])("finds %s", async (_, scenario, prepare, expected) => {
      prepare?.call(null);
      const { found } = await run(scenario);
      expect(found).toMatchObject(expected);
    });

    it("tells when a certificate ends", async () => {
      const { certificate, privateKey } = await createClientCertificate("entrascim");
      emulator.control.apps.addCertificate(CLIENT_ID, certificate);
      writeFileSync(join(folder, "client.pem"), `${privateKey}\n${certificate}`);
      const env = {
        ARM_CLIENT_SECRET: undefined,
        ARM_CLIENT_CERTIFICATE_PATH: join(folder, "client.pem"),
      };
      const { found } = await run({ env });
      expect(found["entra-certificate"]?.[0]).toMatch(/certificate (is good until|expires on) \d{4}-/);
      expect(found["entra-sign-in"]).toEqual(["ok: Signed in."]);
      const later = await run({ env, now: () => Date.now() + 100 * 365 * 86_400_000 });
      expect(later.found["entra-certificate"]?.[0]).toMatch(/^error: The client certificate expired on/);
      const earlier = await run({ env, now: () => Date.now() - 365 * 86_400_000 });
      expect(earlier.found["entra-certificate"]?.[0]).toBe("error: The client certificate is not valid yet.");
    });
  });

  describe("the network", () => {
    const closed = "https://127.0.0.1:1";

    it.each<[string, Scenario, Record<string, unknown>]>([
      [
        "a server that is not there",
        { env: { INFISICAL_HOST: closed } },
        {
          "reach-infisical": ["error: 127.0.0.1:1 cannot be reached."],
          "reach-entra": [expect.stringMatching(/^ok/)],
          "infisical-login": [
            "skipped: The login to Infisical: not looked at, since it needs Infisical's server.",
          ],
        },
      ],
      [
        "a name that does not resolve",
        { env: { INFISICAL_HOST: "https://nowhere.invalid" } },
        { "reach-infisical": ["error: nowhere.invalid cannot be reached."] },
      ],
      [
        "an authority that is not trusted",
        { untrusting: true },
        { "reach-infisical": [expect.stringMatching(/^error: .* cannot be trusted\.$/)] },
      ],
      [
        "a proxy that is not there",
        {
          env: {
            INFISICAL_HOST: "https://infisical.example",
            HTTPS_PROXY: "http://user:proxy-password@127.0.0.1:1",
            NO_PROXY: "127.0.0.1",
          },
        },
        {
          proxy: [
            "ok: infisical.example is reached through the proxy http://127.0.0.1:1 of HTTPS_PROXY, with a user and password.",
          ],
          "reach-infisical": ["error: infisical.example cannot be reached."],
        },
      ],
      [
        "a proxy that is none",
        { env: { INFISICAL_HOST: "https://infisical.example", HTTPS_PROXY: "proxy-password://x" } },
        { proxy: ["error: HTTPS_PROXY names no proxy."] },
      ],
      [
        "a variable that nobody reads",
        { env: { ALL_PROXY: "http://x:proxy-password@proxy.example" } },
        {
          proxy: [
            "ok: No proxy is used.",
            "warning: ALL_PROXY is set, which neither Terraform nor entrascim reads.",
          ],
        },
      ],
      [
        "hosts that are not allowed",
        { env: { ENTRASCIM_ALLOWED_HOSTS: "example.com" } },
        {
          "allowed-hosts": [
            "ok: ENTRASCIM_ALLOWED_HOSTS allows the vendors' own hosts, and example.com.",
            expect.stringMatching(/^error: ENTRASCIM_ALLOWED_HOSTS does not list 127\.0\.0\.1:\d+/),
          ],
          "reach-infisical": [expect.stringMatching(/^error: Nothing is sent to 127/)],
        },
      ],
      [
        "a list of hosts that is none",
        { env: { ENTRASCIM_ALLOWED_HOSTS: "https://x" } },
        { "allowed-hosts": ["error: ENTRASCIM_ALLOWED_HOSTS cannot be read."] },
      ],
      [
        "a file of authorities that is not there",
        { env: { NODE_EXTRA_CA_CERTS: "/nowhere/ca.pem" } },
        {
          authorities: [
            "error: NODE_EXTRA_CA_CERTS names /nowhere/ca.pem, which cannot be read. Node.js goes on without it.",
          ],
        },
      ],
      [
        "a file that holds none",
        { env: { NODE_EXTRA_CA_CERTS: __filename } },
        { authorities: [expect.stringMatching(/^error: .* which holds no certificate in PEM/)] },
      ],
      [
        "a variable of Go's",
        { env: { NODE_EXTRA_CA_CERTS: "", SSL_CERT_FILE: "/x" } },
        { authorities: [expect.stringMatching(/^warning: SSL_CERT_FILE is set/)] },
      ],
      [
        "authorities that have expired",
        { now: () => Date.now() + 100 * 365 * 86_400_000 },
        { authorities: [expect.stringMatching(/^error: .* its certificates have expired/)] },
      ],
      [
        "a clock that is slow",
        { now: () => Date.now() - 10 * 60_000 },
        { clock: ["error: The clock is 10 minutes behind the servers'."] },
      ],
      [
        "a clock that is fast",
        { now: () => Date.now() + 7 * 60_000 },
        { clock: ["error: The clock is 7 minutes ahead of the servers'."] },
      ],
      [
        "a clock that is good enough",
        { now: () => Date.now() + 4 * 60_000 },
        { clock: ["ok: The clock agrees with the servers'."] },
      ],
    ])("finds %s", async (_, scenario, expected) => {
      const { found } = await run(scenario);
      expect(found).toMatchObject(expected);
    });

    it.each([
      ["a redirect", { kind: "redirect", location: "https://login.example/" }, /^error: .* redirects\.$/],
      ["trouble", { kind: "status", status: 503 }, /^warning: .* has trouble: it answered 503\.$/],
      [
        "something else",
        { kind: "status", status: 404 },
        /^warning: .* not as Infisical does \(status 404\)\.$/,
      ],
    ] as const)("tells %s from a good answer", async (_, fault, expected) => {
      emulator.control.fault({ ...fault, match: { path: "/api/status" }, times: 9 });
      const { found } = await run();
      expect(found["reach-infisical"]).toEqual([expect.stringMatching(expected)]);
    });
  });
});

function byCheck({ checks: results }: DoctorReport): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    results.map(({ id, findings }) => [id, findings.map(({ level, message }) => `${level}: ${message}`)]),
  );
}
