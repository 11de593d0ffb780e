/**
 * True for text in the form of a signed JSON Web Token, https://www.rfc-editor.org/rfc/rfc7519#section-3; what it
 * says is not looked at. Files and variables that are to hold one are named by configurations: what is in another
 * form is some other secret, and must not be sent.
 */
export function isJsonWebToken(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}
