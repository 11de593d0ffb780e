import { createPrivateKey, X509Certificate } from "node:crypto";
import { createCertificate } from "./certificate";

const NOW = Date.UTC(2026, 5, 1);

describe("createCertificate", () => {
  const created = createCertificate(NOW);
  const parsed = new X509Certificate(created.cert);

  it("is self-signed for localhost", () => {
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.checkIssued(parsed)).toBe(true);
    expect(parsed.checkHost("localhost")).toBe("localhost");
    expect(parsed.subject).toBe("CN=localhost");
  });

  it("belongs to its key, which is P-256", () => {
    expect(parsed.checkPrivateKey(createPrivateKey(created.key))).toBe(true);
    expect(parsed.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  });

  it("may sign itself, serve and connect", () => {
    expect(parsed.ca).toBe(true);
    expect(parsed.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
  });

  it("says the same in DER", () => {
    expect(parsed.raw.equals(created.der)).toBe(true);
  });

  it.each([
    ["this century's first half", NOW],
    ["the turn of the time format", Date.UTC(2049, 5, 1)],
    ["its second half", Date.UTC(2060, 1, 1)],
  ])("is valid for a year in %s", (_, now) => {
    const { validFrom, validTo } = new X509Certificate(createCertificate(now).cert);
    expect(Date.parse(validFrom)).toBe(now - 3_600_000);
    expect(Date.parse(validTo)).toBe(now + 365 * 86_400_000);
  });

  it("is another one each time", () => {
    const other = new X509Certificate(createCertificate(NOW).cert);
    expect(other.serialNumber).not.toBe(parsed.serialNumber);
    expect(other.fingerprint256).not.toBe(parsed.fingerprint256);
  });
});
