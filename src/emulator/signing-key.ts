import { createHash, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

/** The RSA key that the emulated token services sign with. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Key id, as tokens and the JWKS name it. */
  readonly id: string;
}

let shared: Promise<SigningKey> | undefined;

/**
 * A fresh RSA key, generated once per process: making one takes a tenth of a second, and emulators of one process
 * need not distrust each other.
 */
export function signingKey(): Promise<SigningKey> {
  shared ??= generate();
  return shared;
}

async function generate(): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const id = createHash("sha1")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64url");
  return { privateKey, publicKey, id };
}
