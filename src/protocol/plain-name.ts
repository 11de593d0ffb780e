/**
 * A name that Terraform sent, to be quoted in a message: of a type, a function or a provider. What does not have the
 * shape of one is not quoted, since it may be any other part of a request that was read wrongly.
 */
export function plainName(name: string): string {
  return /^[a-z0-9][a-z0-9_./:-]{0,199}$/.test(name) ? name : "(not a name)";
}
