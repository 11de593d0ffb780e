import { Problem } from "../../core/problem";

/** The value, or `not_found` when the emulator has no such thing. */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value !== undefined && value !== null) return value;
  throw new Problem("not_found", {
    summary: "The emulator has no such thing",
    detail: `The emulator does not know ${what}.`,
  });
}
