import { Problem } from "../core/problem";
import { Secret } from "../core/secret";

/** What Infisical answers instead of a value that the identity may not read. */
const HIDDEN = "<hidden-by-infisical>";

/**
 * The token as it is pushed: a single trailing newline, which editors add, is dropped. Throws `unusable_token` for
 * what would be no bearer token: an empty value (it would delete the token in Entra), a mask of either vendor, control
 * characters and line breaks inside, characters that no header carries (Entra can neither test nor use such a token),
 * white space around it, and the word "Bearer" before it.
 *
 * https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function usableToken(value: Secret, where: string): Secret {
  const token = value.reveal().replace(/\r?\n$/, "");
  const fault = faultOf(token);
  if (fault === null) return new Secret(token);
  throw new Problem("unusable_token", {
    summary: "The value is not usable as a SCIM token",
    detail: `The value of ${where} ${fault} Nothing was written; Entra holds what it held.`,
  });
}

function faultOf(token: string): string | null {
  if (token.trim() === "")
    return "is empty, and pushing it would remove the token. Store the application's token there.";
  if (token === HIDDEN) {
    return "is hidden from this identity. Give it permission to read the values of secrets in that folder.";
  }
  if (/^\*+$/.test(token)) {
    return "is nothing but asterisks, which is how Microsoft Graph masks a token. Store the application's real token there.";
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(token)) {
    return "contains line breaks or other control characters, which a bearer token never does. Store the token alone, on one line.";
  }
  if (/[^\x20-\x7e]/.test(token)) {
    return "contains characters that a bearer token never has, perhaps invisible ones (a byte order mark, a zero-width space). Copy the application's token again, as plain text.";
  }
  if (token !== token.trim()) return "has white space around it. Store the token alone.";
  if (/^bearer /i.test(token)) {
    return 'begins with the word "Bearer", which Entra itself puts before a token. Store the token alone.';
  }
  return null;
}
