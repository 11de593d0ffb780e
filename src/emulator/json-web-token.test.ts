import { createSecretKey, generateKeyPairSync } from "node:crypto";
import {
  decodeToken,
  isSignedBy,
  numericClaim,
  signToken,
  type TokenAlgorithm,
  textClaim,
} from "./json-web-token";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const secret = createSecretKey(Buffer.alloc(32, 1));

describe("signToken and isSignedBy", () => {
  it.each<[TokenAlgorithm]>([["RS256"], ["PS256"], ["HS256"]])("agree on %s", (algorithm) => {
    const [signer, verifier] = algorithm === "HS256" ? [secret, secret] : [privateKey, publicKey];
    const token = decodeToken(signToken(algorithm, signer, { a: 1, b: "x" }, { kid: "k" }))!;
    expect(token.header).toEqual({ typ: "JWT", alg: algorithm, kid: "k" });
    expect([numericClaim(token, "a"), textClaim(token, "b"), textClaim(token, "a")]).toEqual([1, "x", null]);
    expect(isSignedBy(token, verifier, [algorithm])).toBe(true);
    expect(isSignedBy({ ...token, signedPart: `${token.signedPart}x` }, verifier, [algorithm])).toBe(false);
  });

  it("refuse an algorithm that is not accepted", () => {
    const token = decodeToken(signToken("PS256", privateKey, {}))!;
    expect(isSignedBy(token, publicKey, ["RS256"])).toBe(false);
    expect(isSignedBy({ ...token, header: { alg: "none" } }, publicKey, ["RS256", "PS256"])).toBe(false);
  });
});

describe("decodeToken", () => {
  it.each(["", "a.b", "a.b.c", "a.b.c.d", `${Buffer.from("[]").toString("base64url")}.e30.x`])(
    "gives null for %j",
    (text) => {
      expect(decodeToken(text)).toBeNull();
    },
  );
});
