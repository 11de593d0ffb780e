import type { Problem } from "../core/problem";

/**
 * True when a refresh must go on although we were turned away: it knows only the credentials in state, and an error
 * would stop the very plan that replaces them, and a destroy.
 */
export function isRefused(problem: Problem): boolean {
  return problem.code === "unauthenticated" || problem.code === "forbidden";
}

/** True for what says, beside a refusal, that the connection in state cannot be used on this machine at all. */
export function isUnusableConnection(problem: Problem): boolean {
  return isRefused(problem) || (problem.code === "invalid_input" && problem.path?.[0] !== "source");
}

/** Reason and remedy in one line, for an attribute that a plan shows. */
export function reasonOf(problem: Problem): string {
  return `${problem.summary}: ${problem.detail}`.replace(/\s+/g, " ");
}
