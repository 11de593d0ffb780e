import { Problem } from "./problem";

/** Environment variables by name, handed down by a composition root. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's value without the white space that files and pipelines add around it; null when that leaves nothing. */
export function textOf(env: Environment, name: string): string | null {
  // A configuration may choose the name, and every object has members of some names.
  const value = Object.hasOwn(env, name) ? (env[name]?.trim() ?? "") : "";
  return value === "" ? null : value;
}

const TRUE = new Set(["1", "t", "true"]);
const FALSE = new Set(["0", "f", "false"]);

/** A flag as Go's `strconv.ParseBool` reads it. Throws `invalid_input` that names the variable for other values. */
export function flagOf(env: Environment, name: string): boolean | null {
  const value = textOf(env, name)?.toLowerCase();
  if (value === undefined) return null;
  if (TRUE.has(value)) return true;
  if (FALSE.has(value)) return false;
  throw new Problem("invalid_input", {
    summary: `${name} is neither true nor false`,
    detail: `The environment variable ${name} must be "true" or "false", or not be set.`,
  });
}
