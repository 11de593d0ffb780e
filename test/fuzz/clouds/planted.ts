/*
 * What must never be seen again: every token and credential of the fuzzed world holds the mark, so that one search of
 * an answer, a message or a log line finds whichever of them got there.
 */

/** Part of every planted secret, and of nothing else. */
export const MARK = "PlAnTeD";

/** Part of every text that is only ever found in the body of an answer. No code or id of a vendor has its shape. */
export const BODY_MARK = "bödy of an änswer";

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JSON Web Token with these claims; the mark is its signature. */
export function plantedJwt(claims: object, name: string): string {
  return `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}.${MARK}-${name}`;
}

/** The secrets of the fuzzed world. */
export const PLANTED = {
  scimToken: `${MARK}-scim-token`,
  writeOnlyToken: `${MARK}-write-only-token`,
  clientSecret: `${MARK}-client-secret`,
  infisicalSecret: `${MARK}-infisical-client-secret`,
  infisicalToken: plantedJwt({ identityId: "i" }, "infisical"),
  graphToken: plantedJwt({ idtyp: "app", roles: ["Synchronization.ReadWrite.All"] }, "graph"),
  federatedToken: plantedJwt({ sub: "s" }, "federated"),
} as const;
