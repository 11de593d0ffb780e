/** A certificate with its private key, both PEM. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** What the emulator's TLS is made of. */
export interface ServerCertificates {
  /** The authority that clients have to trust, PEM. */
  readonly caCertificate: string;
  /** The server's own, for `localhost`, 127.0.0.1, and names below `emulator.test`, which only a proxy can lead to. */
  readonly server: KeyedCertificate;
}

const LIFETIME_MS = 30 * 24 * 3_600_000;

/** A fresh authority and a server certificate of it, with EC keys; made anew at each start, kept in memory. */
export async function createServerCertificates(): Promise<ServerCertificates> {
  const { generate } = await import("selfsigned");
  const notAfterDate = new Date(Date.now() + LIFETIME_MS);
  const common = { keyType: "ec", curve: "P-256", algorithm: "sha256", notAfterDate } as const;
  const authority = await generate([{ name: "commonName", value: "entrascim emulator CA" }], {
    ...common,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: "commonName", value: "localhost" }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 2, value: "*.emulator.test" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return {
    caCertificate: authority.cert,
    server: { certificate: server.cert, privateKey: server.private },
  };
}

/** A self-signed RSA certificate for a client assertion, as an app registration takes it. */
export async function createClientCertificate(commonName: string): Promise<KeyedCertificate> {
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: commonName }], {
    keyType: "rsa",
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + LIFETIME_MS),
  });
  return { certificate: made.cert, privateKey: made.private };
}
