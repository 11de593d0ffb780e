import { inspect } from "node:util";
import forge from "node-forge";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import type { CredentialReaders } from "./read-credential";
import { prepareCredential, type ReadyCredential } from "./ready-credential";
import type { ClientId, CredentialPlan, InfisicalLocation } from "./sign-in-plan";
import { CLIENT, callUntil, FakeClock } from "./testing/fake-entra";

const id: ClientId = { from: "value", name: "client_id", value: CLIENT };
const place: InfisicalLocation = { projectId: null, environment: "prod", path: "/azure", key: "SECRET" };

function readers(contents: Readonly<Record<string, string | Buffer>>): CredentialReaders {
  return {
    readFile: async (path) => {
      const content = contents[path];
      if (content === undefined) throw Object.assign(new Error("hidden-message"), { code: "ENOENT" });
      return Buffer.from(content);
    },
    readSecret: async ({ environment, path, key }) =>
      new Secret(String(contents[`${environment}:${path}/${key}`] ?? "")),
  };
}

function prepare(plan: CredentialPlan, contents: Record<string, string | Buffer>): Promise<ReadyCredential> {
  const pipeline = () => Promise.resolve(new Secret("from the pipeline"));
  return prepareCredential(plan, readers(contents), pipeline, callUntil(new FakeClock()));
}

describe("prepareCredential", () => {
  it.each<[string, CredentialPlan, Record<string, string>, string | null, string]>([
    [
      "a secret that is given, as it is",
      {
        kind: "client_secret",
        clientId: id,
        secret: { from: "value", name: "x", value: new Secret(" s\n") },
      },
      {},
      CLIENT,
      " s\n",
    ],
    [
      "a secret in a file, without the line break at its end",
      { kind: "client_secret", clientId: id, secret: { from: "file", name: "x", path: "/s" } },
      { "/s": "s \r\n" },
      CLIENT,
      "s ",
    ],
    [
      "a secret in Infisical",
      { kind: "client_secret", clientId: id, secret: { from: "infisical", name: "x", location: place } },
      { "prod:/azure/SECRET": "from Infisical" },
      CLIENT,
      "from Infisical",
    ],
    [
      "a client id in a file",
      {
        kind: "client_secret",
        clientId: { from: "file", name: "ARM_CLIENT_ID_FILE_PATH", path: "/id" },
        secret: { from: "value", name: "x", value: new Secret("s") },
      },
      { "/id": `${CLIENT}\n` },
      CLIENT,
      "s",
    ],
    [
      "a federated token in a file",
      { kind: "workload_identity", clientId: id, token: { from: "file", name: "x", path: "/t" } },
      { "/t": "a.b.c\n" },
      CLIENT,
      "a.b.c",
    ],
    [
      "a pipeline's token",
      {
        kind: "workload_identity",
        clientId: id,
        token: {
          from: "github",
          name: "x",
          url: "https://x",
          token: new Secret("t"),
          serviceConnectionId: null,
        },
      },
      {},
      CLIENT,
      "from the pipeline",
    ],
    ["a system-assigned identity", { kind: "managed_identity", clientId: null }, {}, null, ""],
    ["a user-assigned identity", { kind: "managed_identity", clientId: id }, {}, CLIENT, ""],
    ["the Azure CLI", { kind: "azure_cli" }, {}, null, ""],
  ])("reads %s", async (_, plan, contents, clientId, revealed) => {
    const ready = await prepare(plan, contents);
    expect(ready).toMatchObject({ kind: plan.kind, clientId });
    const secret = "secret" in ready ? ready.secret : "token" in ready ? ready.token : new Secret("");
    expect(secret.reveal()).toBe(revealed);
  });

  it("opens a certificate in Infisical with the password beside it", async () => {
    const keys = forge.pki.rsa.generateKeyPair(1024);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    const structure = forge.pkcs12.toPkcs12Asn1(keys.privateKey, certificate, "the password");
    const plan: CredentialPlan = {
      kind: "client_certificate",
      clientId: id,
      certificate: { from: "infisical", name: "c", location: place },
      password: { from: "infisical", name: "p", location: { ...place, key: "PASSWORD" } },
    };
    const ready = await prepare(plan, {
      "prod:/azure/SECRET": forge.util.encode64(forge.asn1.toDer(structure).getBytes()),
      "prod:/azure/PASSWORD": "the password\n",
    });
    expect("pem" in ready && ready.pem.reveal()).toMatch(/PRIVATE KEY[\s\S]+BEGIN CERTIFICATE/);
  });

  it.each<[string, CredentialPlan, Record<string, string>, string]>([
    [
      "a file that is not there",
      { kind: "client_secret", clientId: id, secret: { from: "file", name: "ARM_X", path: "/none" } },
      {},
      "ENOENT",
    ],
    [
      "a credential in place of its file's path",
      {
        kind: "client_secret",
        clientId: id,
        secret: { from: "file", name: "ARM_X", path: "hidden-message" },
      },
      {},
      "ENOENT",
    ],
    [
      "another secret than a federated token",
      { kind: "workload_identity", clientId: id, token: { from: "file", name: "ARM_X", path: "/t" } },
      { "/t": "root:hidden-message:0:0:root:/root:/bin/sh\n" },
      "Nothing was sent",
    ],
    [
      "an empty file",
      { kind: "client_secret", clientId: id, secret: { from: "file", name: "ARM_X", path: "/s" } },
      { "/s": "\n" },
      "empty",
    ],
    [
      "an empty secret in Infisical",
      { kind: "client_secret", clientId: id, secret: { from: "infisical", name: "ARM_X", location: place } },
      {},
      "empty",
    ],
    [
      "a client id that is none",
      { kind: "managed_identity", clientId: { from: "file", name: "ARM_X", path: "/id" } },
      { "/id": "hidden-message" },
      "UUID",
    ],
  ])("explains %s", async (_, plan, contents, words) => {
    const caught: unknown = await prepare(plan, contents).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Problem);
    expect(caught).toMatchObject({ code: "unauthenticated" });
    expect(inspect(caught)).toContain(words);
    expect(inspect(caught)).toContain("ARM_X");
    expect(inspect(caught)).not.toContain("hidden-message");
  });
});
