import { Problem } from "../core/problem";
import { Secret } from "../core/secret";
import { usableToken } from "./token";

describe("usableToken", () => {
  it.each([
    ["a plain token", "abc.def-123", "abc.def-123"],
    ["one trailing newline, which is dropped", "abc\n", "abc"],
    ["one trailing CRLF, which is dropped", "abc\r\n", "abc"],
    ["spaces inside", "abc def", "abc def"],
  ])("takes %s", (_name, value, expected) => {
    expect(usableToken(new Secret(value), "KEY").reveal()).toBe(expected);
  });

  it.each([
    ["empty", "", "is empty"],
    ["white space only", "  ", "is empty"],
    ["a newline only", "\n", "is empty"],
    ["Infisical's mask", "<hidden-by-infisical>", "is hidden"],
    ["Graph's mask", "*", "asterisk"],
    ["a longer mask", "********", "asterisks"],
    ["a line break inside", "abc\ndef", "line breaks"],
    ["two trailing newlines", "abc\n\n", "line breaks"],
    ["a NUL", "abc\u0000", "line breaks"],
    ["a unicode line separator", "abc\u2028def", "line breaks"],
    ["a byte order mark", "\ufeffabc", "invisible"],
    ["a zero-width space", "abc\u200b", "invisible"],
    ["half of a surrogate pair", "a\ud800b", "invisible"],
    ["a letter in a form that only looks the same", "abcde\u0301", "invisible"],
    ["a space before it", " abc", "white space around"],
    ["a space after it and a newline", "abc \n", "white space around"],
    ["the scheme before it", "Bearer abc", '"Bearer"'],
    ["the scheme in lower case", "bearer abc", '"Bearer"'],
  ])("refuses %s", (_name, value, words) => {
    const act = () => usableToken(new Secret(value), "KEY in folder /scim");
    expect(act).toThrow(Problem);
    expect(act).toThrow(words);
  });

  it("never quotes the value", () => {
    try {
      usableToken(new Secret("s3cr3t\ntoken"), "KEY");
    } catch (caught) {
      expect(JSON.stringify(caught) + String(caught) + (caught as Error).stack).not.toContain("s3cr3t");
    }
    expect.assertions(1);
  });
});
