import { Problem } from "../../core/problem";
import type { Environment } from "./sign-in-input";

const TRUE = new Set(["1", "t", "true"]);
const FALSE = new Set(["0", "f", "false"]);

/** The variable's value; null when it is not set or empty. */
export function text(env: Environment, name: string): string | null {
  const value = env[name];
  return value === undefined || value.trim() === "" ? null : value.trim();
}

/** A flag as Go's `strconv.ParseBool` reads it. Throws `invalid_input` that names the variable for other values. */
export function flag(env: Environment, name: string): boolean | null {
  const value = text(env, name)?.toLowerCase();
  if (value === undefined) return null;
  if (TRUE.has(value)) return true;
  if (FALSE.has(value)) return false;
  throw new Problem("invalid_input", {
    summary: `${name} is neither true nor false`,
    detail: `The environment variable ${name} must be "true" or "false", or not be set.`,
  });
}
