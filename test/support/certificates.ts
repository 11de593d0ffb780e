import forge from "node-forge";

/** A self-signed client certificate with its key, in the forms that people keep them in. */
export interface ClientCertificate {
  /** The certificate alone, PEM: what is registered on the application. */
  readonly certificate: string;
  /** The key and the certificate, PEM. */
  readonly pem: string;
  /** Both as PKCS#12, protected by a password (empty for none). */
  pkcs12(password: string): Buffer;
}

/** Makes one. */
export function makeCertificate(name: string): ClientCertificate {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: "commonName", value: name }]);
  certificate.setIssuer([{ name: "commonName", value: name }]);
  certificate.sign(privateKey, forge.md.sha256.create());
  const pem = forge.pki.certificateToPem(certificate);
  return {
    certificate: pem,
    pem: forge.pki.privateKeyToPem(privateKey) + pem,
    pkcs12: (password) => {
      const structure = forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], password);
      return Buffer.from(forge.asn1.toDer(structure).getBytes(), "binary");
    },
  };
}
