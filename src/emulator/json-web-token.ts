import { constants, createHmac, type KeyObject, sign, timingSafeEqual, verify } from "node:crypto";

/** A JWT taken apart; nothing of it has been verified. */
export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signedPart: string;
  readonly signature: Buffer;
}

/** Algorithms that the emulated services sign or accept. */
export type TokenAlgorithm = "RS256" | "PS256" | "HS256";

/** Makes a signed JWT. `key` is a private RSA key, or a secret key for HS256. */
export function signToken(
  algorithm: TokenAlgorithm,
  key: KeyObject,
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): string {
  const signedPart = `${encode({ typ: "JWT", alg: algorithm, ...header })}.${encode(claims)}`;
  return `${signedPart}.${signatureOf(algorithm, key, signedPart).toString("base64url")}`;
}

/** Takes a JWT apart, or null when the text is none. */
export function decodeToken(token: string): DecodedToken | null {
  const [header, claims, signature, ...rest] = token.split(".");
  if (header === undefined || claims === undefined || signature === undefined || rest.length > 0) return null;
  const parsedHeader = parsePart(header);
  const parsedClaims = parsePart(claims);
  if (parsedHeader === null || parsedClaims === null) return null;
  return {
    header: parsedHeader,
    claims: parsedClaims,
    signedPart: `${header}.${claims}`,
    signature: Buffer.from(signature, "base64url"),
  };
}

/** True when the token was signed with one of `accepted` and the key (public RSA, or secret for HS256) fits. */
export function isSignedBy(
  token: DecodedToken,
  key: KeyObject,
  accepted: readonly TokenAlgorithm[],
): boolean {
  const algorithm = accepted.find((name) => name === token.header.alg);
  if (algorithm === undefined) return false;
  if (algorithm === "HS256") {
    const expected = signatureOf(algorithm, key, token.signedPart);
    return expected.length === token.signature.length && timingSafeEqual(expected, token.signature);
  }
  return verify("sha256", Buffer.from(token.signedPart), { key, ...padding(algorithm) }, token.signature);
}

/** A claim that is a number, or null. */
export function numericClaim(token: DecodedToken, name: string): number | null {
  const value = token.claims[name];
  return typeof value === "number" ? value : null;
}

/** A claim that is a string, or null. */
export function textClaim(token: DecodedToken, name: string): string | null {
  const value = token.claims[name];
  return typeof value === "string" ? value : null;
}

function signatureOf(algorithm: TokenAlgorithm, key: KeyObject, signedPart: string): Buffer {
  if (algorithm === "HS256") return createHmac("sha256", key).update(signedPart).digest();
  return sign("sha256", Buffer.from(signedPart), { key, ...padding(algorithm) });
}

function padding(algorithm: "RS256" | "PS256"): { padding: number; saltLength?: number } {
  return algorithm === "RS256"
    ? { padding: constants.RSA_PKCS1_PADDING }
    : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function encode(part: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function parsePart(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
