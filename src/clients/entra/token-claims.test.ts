import { applicationRoles } from "./token-claims";

function jwt(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(claims)}.signature`;
}

describe("applicationRoles", () => {
  it.each<[string, string, readonly string[] | null]>([
    ["sorts and repeats none", jwt({ idtyp: "app", roles: ["b", "a", "b"] }), ["a", "b"]],
    ["is empty where nothing is granted", jwt({ idtyp: "app" }), []],
    ["takes a token without scopes for app-only", jwt({ roles: ["a"] }), ["a"]],
    ["drops what is no text", jwt({ roles: ["a", 1, null] }), ["a"]],
    ["ignores roles that are no list", jwt({ idtyp: "app", roles: "a" }), []],
    ["is null for a person", jwt({ idtyp: "user", scp: "x", roles: ["a"] }), null],
    ["is null for a token with scopes", jwt({ scp: "Application.Read.All" }), null],
    ["is null for an opaque token", "opaque", null],
    ["is null for two parts", "a.b", null],
    ["is null for three parts that are no JSON", "a.b.c", null],
    ["is null for claims that are a list", jwt([]), null],
    ["is null for claims that are null", jwt(null), null],
  ])("%s", (_, token, expected) => {
    expect(applicationRoles(token)).toEqual(expected);
  });
});
