import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import forge from "node-forge";
import type { Clients, ConnectionInput } from "../../src/clients/clients";
import { createClients } from "../../src/clients/connect";
import { type Clock, systemClock } from "../../src/core/clock";
import { silentLogger } from "../../src/core/log";
import { Secret } from "../../src/core/secret";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  IDENTITY_CLIENT_ID,
  IDENTITY_CLIENT_SECRET,
  PROJECT_ID,
  SERVICE_CONNECTION_ID,
  SERVICE_PRINCIPALS,
  TENANT_ID,
} from "../../src/emulator/default-seed";
import { type Emulator, startEmulator } from "../../src/emulator/start-emulator";

const ID = SERVICE_PRINCIPALS.servicenow;

let emulator: Emulator;
let folder: string;

beforeAll(async () => {
  emulator = await startEmulator();
  folder = await mkdtemp(join(tmpdir(), "entrascim-clients-"));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => emulator.control.clearRequests());
afterEach(() => {
  emulator.control.clearFaults();
  // A test of credentials that fails is what some cases are about.
  const violations = emulator.control.violations().filter((text) => !text.includes("/validateCredentials"));
  expect(violations).toEqual([]);
});

/** Waits take no time. */
const clock: Clock = { now: () => systemClock.now(), sleep: () => Promise.resolve() };

function connect(env: Readonly<Record<string, string>> = {}): Clients {
  return createClients(
    { infisical: null, azure: null, http: null },
    {
      env: {
        AZURE_AUTHORITY_HOST: emulator.origin,
        ENTRASCIM_GRAPH_ENDPOINT: emulator.origin,
        INFISICAL_HOST: emulator.origin,
        INFISICAL_PROJECT_ID: PROJECT_ID,
        INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: IDENTITY_CLIENT_ID,
        INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: IDENTITY_CLIENT_SECRET,
        ARM_TENANT_ID: TENANT_ID,
        ARM_CLIENT_ID: CLIENT_ID,
        ...env,
      },
      log: silentLogger,
      clock,
      userAgent: "entrascim/0.0.0",
      ca: emulator.caCertificate,
    },
  );
}

function within(ms: number) {
  return { signal: new AbortController().signal, deadline: Date.now() + ms };
}

const secretEnv = { ARM_CLIENT_SECRET: CLIENT_SECRET };
const inInfisical: ConnectionInput = {
  tenant_id: TENANT_ID,
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
};

describe("signing in to the emulated Entra", () => {
  const roles = ["Application.Read.All", "Synchronization.ReadWrite.All"];

  it("with a client secret", async () => {
    const signIn = await connect(secretEnv).tenant(null).signIn(within(30_000));
    expect(signIn).toEqual({ kind: "client_secret", roles });
  });

  it("with a client secret in Infisical", async () => {
    const signIn = await connect().tenant(inInfisical).signIn(within(30_000));
    expect(signIn).toEqual({ kind: "client_secret", roles });
  });

  it("with a certificate in a PKCS#12 file", async () => {
    const keys = forge.pki.rsa.generateKeyPair(2048);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.serialNumber = "01";
    certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    emulator.control.apps.addCertificate(CLIENT_ID, forge.pki.certificateToPem(certificate));
    const structure = forge.pkcs12.toPkcs12Asn1(keys.privateKey, certificate, "password");
    const file = join(folder, "client.pfx");
    writeFileSync(file, Buffer.from(forge.asn1.toDer(structure).getBytes(), "binary"));
    const env = { ARM_CLIENT_CERTIFICATE_PATH: file, ARM_CLIENT_CERTIFICATE_PASSWORD: "password" };
    const signIn = await connect(env).tenant(null).signIn(within(30_000));
    expect(signIn).toEqual({ kind: "client_certificate", roles });
  });

  it("with the token of a GitHub Actions job", async () => {
    const env = { ARM_USE_OIDC: "true", ...emulator.control.apps.environments().github };
    const signIn = await connect(env).tenant(null).signIn(within(30_000));
    expect(signIn).toEqual({ kind: "workload_identity", roles });
  });

  it("with the token of an Azure DevOps job", async () => {
    const env = {
      ARM_USE_OIDC: "true",
      ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID: SERVICE_CONNECTION_ID,
      ...emulator.control.apps.environments().azureDevOps,
    };
    const signIn = await connect(env).tenant(null).signIn(within(30_000));
    expect(signIn).toEqual({ kind: "workload_identity", roles });
  });

  it("with a managed identity", async () => {
    const machine = emulator.control.apps.environments().managedIdentity;
    // The library reads where the machine's endpoint is from the process itself.
    const before = { ...process.env };
    Object.assign(process.env, machine);
    try {
      const tenant = connect({ ARM_USE_MSI: "true" }).tenant(null);
      expect(await tenant.signIn(within(30_000))).toEqual({ kind: "managed_identity", roles });
    } finally {
      for (const name of Object.keys(machine)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  it.each([
    ["7000215", { ARM_CLIENT_SECRET: "wrong" }],
    ["700016", { ...secretEnv, ARM_CLIENT_ID: "99999999-0000-0000-0000-000000000000" }],
    ["90002", { ...secretEnv, ARM_TENANT_ID: "unknown.example" }],
  ])("is explained when it fails with AADSTS%s", async (code, env) => {
    const signIn = connect(env).tenant(null).signIn(within(30_000));
    await expect(signIn).rejects.toMatchObject({ code: "unauthenticated", vendorCode: `AADSTS${code}` });
  });
});

describe("the emulated Graph", () => {
  it("finds service principals, over several pages", async () => {
    const { directory } = connect(secretEnv).tenant(null);
    const call = within(30_000);
    const all = await directory.search(null, call);
    expect(all.length).toBeGreaterThan(100);
    expect((await directory.search("service", call)).map(({ displayName }) => displayName)).toEqual([
      "ServiceNow",
    ]);
    expect(await directory.byDisplayName("Reporting", call)).toHaveLength(2);
    const [first] = all;
    expect(await directory.byAppId(first?.appId ?? "", call)).toEqual(first);
    expect(await directory.byAppId("99999999-0000-0000-0000-000000000000", call)).toBeNull();
  });

  it("takes a push with few requests", async () => {
    const clients = connect(secretEnv);
    const { destination } = clients.tenant(null);
    const call = within(30_000);
    const [job] = await destination.jobs(ID, call);
    const before = await destination.secrets(ID, call);
    const place = { projectId: PROJECT_ID, environment: "prod", path: "/scim", key: "SERVICENOW_SCIM_TOKEN" };
    const token = (await clients.source.read(place, null, call))?.value ?? new Secret("");
    const address = before.find(({ key }) => key === "BaseAddress");
    const test = (value: Secret) =>
      destination.validateCredentials(
        ID,
        {
          jobId: job?.id ?? null,
          templateId: null,
          credentials: [
            { key: "BaseAddress", value: address?.value ?? new Secret("") },
            { key: "SecretToken", value },
          ],
        },
        call,
      );
    expect(await test(token)).toEqual({ outcome: "accepted" });
    expect(await test(new Secret("stale"))).toMatchObject({ outcome: "rejected", status: 401 });
    await destination.putSecrets(ID, [{ key: "SecretToken", value: token }], call);
    expect((await destination.secrets(ID, call)).map(({ key, value }) => [key, value === null])).toEqual([
      ["BaseAddress", false],
      ["SecretToken", true],
    ]);
    const graph = emulator.control.requests().filter(({ path }) => path.startsWith("/v1.0/"));
    expect(graph).toHaveLength(6);
    const tokens = emulator.control.requests().filter(({ path }) => path.endsWith("/oauth2/v2.0/token"));
    expect(tokens).toHaveLength(1);
  });

  it("says which service principal is missing", async () => {
    const { destination } = connect(secretEnv).tenant(null);
    const missing = destination.jobs("99999999-0000-0000-0000-000000000000", within(30_000));
    await expect(missing).rejects.toMatchObject({
      code: "not_found",
      vendorCode: "Request_ResourceNotFound",
    });
  });

  it("renews a token that was revoked", async () => {
    const { destination } = connect(secretEnv).tenant(null);
    await destination.jobs(ID, within(30_000));
    emulator.control.apps.revokeTokens();
    await destination.jobs(ID, within(30_000));
  });

  it("says which permission is missing, and keeps to one more token", async () => {
    emulator.control.apps.setRoles(CLIENT_ID, []);
    try {
      const { destination, directory } = connect(secretEnv).tenant(null);
      const call = within(30_000);
      await expect(destination.secrets(ID, call)).rejects.toMatchObject({ code: "forbidden", status: 401 });
      await expect(destination.jobs(ID, call)).rejects.toMatchObject({ code: "forbidden", status: 401 });
      await expect(directory.search(null, call)).rejects.toMatchObject({ code: "forbidden", status: 403 });
      const tokens = emulator.control.requests().filter(({ path }) => path.endsWith("/oauth2/v2.0/token"));
      expect(tokens).toHaveLength(2);
    } finally {
      emulator.control.apps.setRoles(CLIENT_ID, ["Synchronization.ReadWrite.All", "Application.Read.All"]);
    }
  });
});

describe("faults of the emulated clouds", () => {
  const secrets = "/synchronization/secrets";
  const put = (clients: Clients) =>
    clients
      .tenant(null)
      .destination.putSecrets(
        ID,
        [{ key: "SecretToken", value: new Secret("hidden-token") }],
        within(30_000),
      );
  const puts = () =>
    emulator.control.requests().filter(({ method, path }) => method === "PUT" && path.endsWith(secrets));

  it("sends the token nowhere else when a PUT is redirected", async () => {
    const location = `${emulator.origin.replace("127.0.0.1", "localhost")}/elsewhere`;
    emulator.control.fault({ kind: "redirect", location, match: { method: "PUT" } });
    await expect(put(connect(secretEnv))).rejects.toMatchObject({ code: "untrusted", status: 307 });
    expect(puts()).toHaveLength(1);
    expect(emulator.control.requests().filter(({ path }) => path.includes("elsewhere"))).toEqual([]);
  });

  it("repeats a PUT whose answer was lost", async () => {
    emulator.control.fault({ kind: "reset-after", match: { method: "PUT" } });
    await put(connect(secretEnv));
    expect(puts()).toHaveLength(2);
  });

  it("gets a token after a run of 503", async () => {
    emulator.control.fault({
      kind: "status",
      status: 503,
      match: { method: "POST", api: "entra" },
      times: 3,
    });
    await connect(secretEnv).tenant(null).signIn(within(30_000));
  });

  it("does not follow a page to another origin", async () => {
    emulator.control.fault({
      kind: "nextLink",
      link: "https://evil.example/v1.0/servicePrincipals",
      match: { api: "graph" },
    });
    const search = connect(secretEnv).tenant(null).directory.search(null, within(30_000));
    await expect(search).rejects.toMatchObject({ code: "untrusted" });
  });

  it("refuses JSON that ends in the middle", async () => {
    emulator.control.fault({ kind: "malformed", match: { api: "graph" } });
    const jobs = connect(secretEnv).tenant(null).destination.jobs(ID, within(30_000));
    await expect(jobs).rejects.toMatchObject({ code: "unexpected_response" });
  });
});
