import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A certificate with its key. */
export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  readonly der: Uint8Array;
}

const DAY_MS = 86_400_000;

/** Object identifiers, as the bytes of their DER value. */
const OID = {
  commonName: [0x55, 0x04, 0x03],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  subjectAltName: [0x55, 0x1d, 0x11],
  basicConstraints: [0x55, 0x1d, 0x13],
  keyUsage: [0x55, 0x1d, 0x0f],
  extendedKeyUsage: [0x55, 0x1d, 0x25],
  serverAuth: [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01],
  clientAuth: [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x02],
} as const;

/**
 * A self-signed certificate for `localhost` with a new P-256 key, valid from an hour before `now` (milliseconds since
 * the epoch) for a year: the one that Terraform is told to trust for the life of this process. Written by hand,
 * because loading an X.509 library costs more than the rest of the start (RFC 5280; DER: ITU-T X.690).
 */
export function createCertificate(now: number): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid(OID.ecdsaWithSha256));
  const name = sequence(set(sequence(oid(OID.commonName), utf8("localhost"))));
  const toBeSigned = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    algorithm,
    name,
    sequence(time(now - 3_600_000), time(now + 365 * DAY_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(3, sequence(...extensions())),
  );
  const der = sequence(toBeSigned, algorithm, bitString(0, sign("sha256", toBeSigned, privateKey)));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert: pem(der), der };
}

function extensions(): Buffer[] {
  const critical = element(0x01, Buffer.from([0xff]));
  return [
    sequence(oid(OID.basicConstraints), critical, octets(sequence(critical))),
    // digitalSignature, keyEncipherment, keyAgreement, keyCertSign: what go-plugin's own certificates say.
    sequence(oid(OID.keyUsage), critical, octets(bitString(2, Buffer.from([0b1010_1100])))),
    sequence(oid(OID.extendedKeyUsage), octets(sequence(oid(OID.serverAuth), oid(OID.clientAuth)))),
    sequence(oid(OID.subjectAltName), octets(sequence(element(0x82, Buffer.from("localhost", "ascii"))))),
  ];
}

/** Positive, and without a leading zero byte. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => element(0x31, Buffer.concat(parts));
const tagged = (tag: number, content: Buffer): Buffer => element(0xa0 + tag, content);
const integer = (bytes: Buffer): Buffer => element(0x02, bytes);
const oid = (bytes: readonly number[]): Buffer => element(0x06, Buffer.from(bytes));
const octets = (content: Buffer): Buffer => element(0x04, content);
const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text, "utf8"));
const bitString = (unusedBits: number, bits: Buffer): Buffer =>
  element(0x03, Buffer.concat([Buffer.from([unusedBits]), bits]));

/** UTCTime until 2049, GeneralizedTime after it (RFC 5280, 4.1.2.5). */
function time(ms: number): Buffer {
  const digits = `${new Date(ms).toISOString().replace(/[-:T]|\.\d+Z$/g, "")}Z`;
  return digits < "2050" ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
