import { createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { inspect } from "node:util";
import forge from "node-forge";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { certificateToPem } from "./certificate";

const PASSWORD = "pass-word-5";
const own = selfSigned("own");
const other = selfSigned("other");

function selfSigned(name: string) {
  const keys = forge.pki.rsa.generateKeyPair(1024);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: "commonName", value: name }]);
  certificate.setIssuer([{ name: "commonName", value: name }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return {
    key: keys.privateKey,
    certificate,
    keyPem: forge.pki.privateKeyToPem(keys.privateKey),
    pem: forge.pki.certificateToPem(certificate),
  };
}

function pkcs12(password: string, algorithm: "3des" | "aes256" = "aes256"): Buffer {
  const chain = [other.certificate, own.certificate];
  const structure = forge.pkcs12.toPkcs12Asn1(own.key, chain, password, { algorithm });
  return Buffer.from(forge.asn1.toDer(structure).getBytes(), "binary");
}

function encrypted(keyPem: string): string {
  return String(
    createPrivateKey(keyPem).export({
      format: "pem",
      type: "pkcs8",
      cipher: "aes-256-cbc",
      passphrase: PASSWORD,
    }),
  );
}

const text = (...parts: string[]) => Buffer.from(parts.join("\n"), "utf8");
const password = new Secret(PASSWORD);

describe("certificateToPem", () => {
  it.each<[string, Buffer, Secret | null]>([
    ["PEM", text(own.pem, own.keyPem), null],
    [
      "PEM with Windows line ends and text around",
      text("Bag", own.pem, own.keyPem.replace(/\n/g, "\r\n")),
      null,
    ],
    ["PEM with other certificates first", text(other.pem, own.pem, own.keyPem), null],
    ["PEM with an encrypted key", text(own.pem, encrypted(own.keyPem)), password],
    ["PEM with a password that is not needed", text(own.pem, own.keyPem), password],
    ["PKCS#12", pkcs12(PASSWORD), password],
    ["PKCS#12 of old tools", pkcs12(PASSWORD, "3des"), password],
    ["PKCS#12 without a password", pkcs12(""), null],
    ["PKCS#12 in base64", Buffer.from(pkcs12(PASSWORD).toString("base64")), password],
    [
      "PKCS#12 in base64 with line breaks",
      Buffer.from(
        `${pkcs12(PASSWORD)
          .toString("base64")
          .replace(/(.{64})/g, "$1\r\n")}\n`,
      ),
      password,
    ],
  ])("reads %s", async (_, content, given) => {
    const pem = (await certificateToPem(content, given, "the file")).reveal();
    expect(new X509Certificate(pem).subject).toBe("CN=own");
    expect(new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem))).toBe(true);
    expect(pem).not.toContain("ENCRYPTED");
  });

  const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    format: "pem",
    type: "pkcs8",
  });

  it.each<[string, Buffer, Secret | null, string]>([
    ["nothing", text(""), null, "neither PEM nor PKCS#12"],
    ["text", text("super-secret-text"), null, "neither PEM nor PKCS#12"],
    ["a lone certificate", text(own.pem), null, "no private key"],
    ["a lone key", text(own.keyPem), null, "no certificate"],
    ["another one's key", text(other.pem, own.keyPem), null, "belongs to its private key"],
    [
      "an encrypted key without the password",
      text(own.pem, encrypted(own.keyPem)),
      null,
      "none is configured",
    ],
    [
      "an encrypted key with another password",
      text(own.pem, encrypted(own.keyPem)),
      new Secret("wrong-word"),
      "does not open it",
    ],
    ["PKCS#12 without the password", pkcs12(PASSWORD), null, "none is configured"],
    ["PKCS#12 with another password", pkcs12(PASSWORD), new Secret("wrong-word"), "does not open it"],
    ["PKCS#12 that is cut off", pkcs12(PASSWORD).subarray(0, 300), password, "cut off"],
    ["DER of something else", Buffer.from("3003020101ff", "hex"), null, "cut off"],
    ["an elliptic key", text(own.pem, String(elliptic)), null, "RSA"],
    [
      "a damaged certificate",
      text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", own.keyPem),
      null,
      "certificates cannot be read",
    ],
    [
      "a damaged key",
      text(own.pem, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"),
      null,
      "key cannot be read",
    ],
  ])("refuses %s", async (_, content, given, words) => {
    const caught: unknown = await certificateToPem(content, given, "the file").catch(
      (error: unknown) => error,
    );
    expect(caught).toBeInstanceOf(Problem);
    expect(caught).toMatchObject({ code: "unauthenticated" });
    expect(inspect(caught)).toContain(words);
    for (const hidden of [PASSWORD, "wrong-word", "super-secret-text"]) {
      expect(inspect(caught)).not.toContain(hidden);
    }
  });
});
