import { X509Certificate } from "node:crypto";
import { createClientCertificate, createServerCertificates } from "./certificates";

describe("createServerCertificates", () => {
  it("gives a fresh authority, and a certificate of it for the loopback names alone", async () => {
    const { caCertificate, server } = await createServerCertificates();
    const authority = new X509Certificate(caCertificate);
    const leaf = new X509Certificate(server.certificate);
    expect([authority.ca, leaf.ca]).toEqual([true, false]);
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.checkIssued(authority)).toBe(true);
    expect([leaf.checkHost("localhost"), leaf.checkIP("127.0.0.1")]).toEqual(["localhost", "127.0.0.1"]);
    expect([leaf.checkHost("example.com"), leaf.checkIP("127.0.0.2")]).toEqual([undefined, undefined]);
    expect(leaf.publicKey.asymmetricKeyType).toBe("ec");
    expect((await createServerCertificates()).caCertificate).not.toBe(caCertificate);
  });
});

describe("createClientCertificate", () => {
  it("gives an RSA certificate with its key", async () => {
    const { certificate, privateKey } = await createClientCertificate("entrascim");
    expect(new X509Certificate(certificate).publicKey.asymmetricKeyType).toBe("rsa");
    expect(privateKey).toContain("PRIVATE KEY");
  });
});
