import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClientCertificate } from "../../../emulator/certificates";
import { CLIENT_ID, SERVICE_PRINCIPALS } from "../../../emulator/default-seed";
import {
  type Case,
  type EmulatedDoctor,
  folderTarget,
  infisicalConnection,
  type Scenario,
  startDoctor,
} from "../testing/emulated-doctor";

describe("checks of Microsoft Entra ID", () => {
  let world: EmulatedDoctor;
  const run = (scenario?: Scenario) => world.run(scenario);

  beforeEach(async () => {
    world = await startDoctor();
  });

  afterEach(() => world.close());

  const roles =
    (...granted: readonly string[]): Case[2] =>
    ({ control }) =>
      control.apps.setRoles(CLIENT_ID, granted);

  it.each<Case>([
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
      ({ control }) => control.apps.expireSecrets(CLIENT_ID),
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
      ({ control }) => control.portal.quarantine(SERVICE_PRINCIPALS.servicenow),
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
    prepare?.(world.emulator);
    const { found } = await run(scenario);
    expect(found).toMatchObject(expected);
  });

  it("logs in and signs in once, also with a secret that lies in Infisical", async () => {
    const target = { ...folderTarget, servicePrincipal: SERVICE_PRINCIPALS.servicenow };
    expect(await run({ connection: infisicalConnection, target })).toMatchObject({ wasWell: true });
    const posts = Object.entries(world.emulator.control.counts()).filter(([route]) =>
      route.startsWith("POST"),
    );
    // As text and as JSON.
    expect(posts.map(([, count]) => count)).toEqual([2, 2]);
  });

  it("tells when a certificate ends", async () => {
    const { certificate, privateKey } = await createClientCertificate("entrascim");
    world.emulator.control.apps.addCertificate(CLIENT_ID, certificate);
    writeFileSync(join(world.folder, "client.pem"), `${privateKey}\n${certificate}`);
    const env = {
      ARM_CLIENT_SECRET: undefined,
      ARM_CLIENT_CERTIFICATE_PATH: join(world.folder, "client.pem"),
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
