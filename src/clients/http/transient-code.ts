import type { ProblemCode } from "../../core/problem";

/** The code of a status that the same request may not meet again: 408, 409, 423, 424, 429, 5xx; null for others. */
export function transientCode(status: number): ProblemCode | null {
  if (status === 429) return "throttled";
  if (status === 408) return "timeout";
  if (status === 409 || status === 423 || status === 424) return "conflict";
  return status >= 500 ? "unavailable" : null;
}
