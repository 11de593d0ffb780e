import { isJsonWebToken } from "./json-web-token";

describe("isJsonWebToken", () => {
  it("takes header, payload and signature", () => {
    expect(isJsonWebToken("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl-_")).toBe(true);
  });

  it.each([
    "",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "ghp_abcdef",
    "a.b",
    "a.b.",
    "a.b.c.d.e",
    "a.b.c\nd",
    "a.b.c\n",
    "root:x:0:0:root:/root:/bin/bash",
    "-----BEGIN PRIVATE KEY-----",
    '{"token":"a.b.c"}',
  ])("refuses %j", (text) => {
    expect(isJsonWebToken(text)).toBe(false);
  });
});
