import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";

const PEM_BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * A client certificate and its private key as PEM, which is all that @azure/identity takes: first the key (PKCS#8,
 * not encrypted), then the certificate that belongs to it, then the others. In memory only.
 *
 * The form is told by the content: PEM, PKCS#12 (.pfx, .p12), or PKCS#12 in base64. `name` is what messages call it.
 * Throws `unauthenticated` for any other content, a wrong or missing password, and a key or certificate that is missing
 * or does not belong to the other.
 */
export async function certificateToPem(
  content: Buffer,
  password: Secret | null,
  name: string,
): Promise<Secret> {
  const pem = content.includes("-----BEGIN ")
    ? content.toString("utf8")
    : await fromPkcs12(derBytes(content, name), password, name);
  const blocks = [...pem.matchAll(PEM_BLOCK)].map((match) => ({ label: match[1] ?? "", text: match[0] }));
  const key = privateKey(
    blocks.filter(({ label }) => label.endsWith("PRIVATE KEY")).map(({ text }) => text),
    password,
    name,
  );
  const certificates = blocks
    .filter(({ label }) => label === "CERTIFICATE")
    .map(({ text }) => parseX509(text, name));
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) {
    throw unusable(
      name,
      certificates.length === 0
        ? "It holds no certificate. Put the certificate and its private key into one file."
        : "None of its certificates belongs to its private key.",
    );
  }
  const chain = [own, ...certificates.filter((certificate) => certificate !== own)];
  return new Secret(`${key.export({ format: "pem", type: "pkcs8" })}${chain.map(String).join("")}`);
}

function privateKey(candidates: readonly string[], password: Secret | null, name: string): KeyObject {
  const [pem] = candidates;
  if (pem === undefined) {
    throw unusable(name, "It holds no private key. Export the certificate together with its key.");
  }
  const key = readKey(pem, password, name);
  if (key.asymmetricKeyType === "rsa") return key;
  throw unusable(name, "Its key is not an RSA key, which is the only kind that Microsoft Entra ID accepts.");
}

function readKey(pem: string, password: Secret | null, name: string): KeyObject {
  try {
    return createPrivateKey({
      key: pem,
      format: "pem",
      ...(password === null ? {} : { passphrase: password.reveal() }),
    });
  } catch {
    throw /ENCRYPTED/.test(pem)
      ? wrongPassword(name, password)
      : unusable(name, "Its private key cannot be read.");
  }
}

function parseX509(pem: string, name: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw unusable(name, "One of its certificates cannot be read.");
  }
}

/** PKCS#12 is a DER sequence: it begins with 0x30. */
function derBytes(content: Buffer, name: string): Buffer {
  if (content[0] === 0x30 && !/^[A-Za-z0-9+/=\s]+$/.test(content.toString("latin1"))) return content;
  const decoded = Buffer.from(content.toString("latin1"), "base64");
  if (decoded[0] === 0x30) return decoded;
  throw unusable(name, "It is neither PEM nor PKCS#12, nor PKCS#12 in base64.");
}

async function fromPkcs12(der: Buffer, password: Secret | null, name: string): Promise<string> {
  const { default: forge } = await import("node-forge");
  const { asn1, pkcs12, pki, util } = forge;
  const structure = attempt(() => asn1.fromDer(util.createBuffer(der.toString("binary"))));
  if (structure === null) throw unusable(name, "It is no PKCS#12 file, or it is cut off.");
  const bags = attempt(() => {
    const file = pkcs12.pkcs12FromAsn1(structure, false, password?.reveal() ?? "");
    return file.safeContents.flatMap((contents) => contents.safeBags);
  });
  // The library reports a wrong password, and a damaged file, only in its message.
  if (bags === null) throw wrongPassword(name, password);
  return bags
    .map((bag) => {
      if (bag.key != null)
        return pki.privateKeyInfoToPem(pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key)));
      return bag.cert == null ? "" : pki.certificateToPem(bag.cert);
    })
    .join("");
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function wrongPassword(name: string, password: Secret | null): Problem {
  return unusable(
    name,
    password === null
      ? "It is protected by a password, and none is configured."
      : "The password does not open it, or the file is damaged.",
  );
}

function unusable(name: string, why: string): Problem {
  return new Problem("unauthenticated", {
    summary: "The client certificate cannot be used",
    detail: `The certificate of ${name} cannot be used to sign in. ${why}`,
  });
}
