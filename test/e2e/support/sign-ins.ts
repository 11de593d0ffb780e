import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import forge from "node-forge";
import { CLIENT_ID, CLIENT_SECRET, KUBERNETES_SUBJECT, TENANT_ID } from "../../../src/emulator/default-seed";
import { KUBERNETES_ISSUER } from "../../../src/emulator/entra/identity-token";
import type { World } from "../../support/world";

/** What a machine has on which every way to sign in works. */
export interface SignIns {
  /** PEM, with its key; also in Infisical as PKCS#12. */
  readonly certificateFile: string;
  /** A federated token, as Kubernetes keeps it. */
  readonly workloadTokenFile: string;
  /** For a managed identity, and for the Azure CLI on the PATH. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Lets every way to sign in to Entra work in `world`, with files in `directory`. */
export async function provideSignIns(world: World, directory: string): Promise<SignIns> {
  const { apps } = world.emulator.control;
  const certificateFile = join(directory, "entra.pem");
  writeFileSync(certificateFile, storeCertificate(world));
  const workloadTokenFile = join(directory, "workload-token");
  writeFileSync(
    workloadTokenFile,
    apps.issueIdentityToken({
      issuer: KUBERNETES_ISSUER,
      subject: KUBERNETES_SUBJECT,
      audience: "api://AzureADTokenExchange",
    }),
  );
  const bin = await installAzureCli(world, directory);
  return {
    certificateFile,
    workloadTokenFile,
    environment: {
      ...apps.environments().managedIdentity,
      PATH: [bin, process.env.PATH ?? ""].join(delimiter),
    },
  };
}

/** Registers a certificate, and stores it with its key, encrypted, in Infisical. Gives both as PEM. */
function storeCertificate({ emulator: { control } }: World): string {
  const password = "certificate password";
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const pem = forge.pki.certificateToPem(certificate);
  control.apps.addCertificate(CLIENT_ID, pem);
  const store = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(keys.privateKey, certificate, password));
  const folder = { environment: "prod", path: "/azure" };
  control.setSecret({ ...folder, key: "ENTRA_CERTIFICATE" }, forge.util.encode64(store.getBytes()));
  control.setSecret({ ...folder, key: "ENTRA_CERTIFICATE_PASSWORD" }, password);
  return pem + forge.pki.privateKeyToPem(keys.privateKey);
}

/** Puts an `az` in place whose account has a token of the emulated tenant. Gives its folder. */
async function installAzureCli({ emulator }: World, directory: string): Promise<string> {
  const bin = join(directory, "bin");
  const answer = join(directory, "az.json");
  mkdirSync(bin);
  const token = await requestToken(emulator.origin, emulator.caCertificate);
  writeFileSync(answer, JSON.stringify({ accessToken: token, expires_on: 4_102_444_800 }));
  writeFileSync(join(bin, "az"), `#!/bin/sh\ncat '${answer}'\n`);
  chmodSync(join(bin, "az"), 0o755);
  return bin;
}

async function requestToken(origin: string, ca: string): Promise<string> {
  const { Agent, request } = await import("undici");
  const dispatcher = new Agent({ connect: { ca } });
  const { body } = await request(`${origin}/${TENANT_ID}/oauth2/v2.0/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      scope: `${origin}/.default`,
    }).toString(),
    dispatcher,
  });
  const { access_token } = (await body.json()) as { access_token: string };
  await dispatcher.close();
  return access_token;
}
