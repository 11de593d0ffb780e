import { Problem } from "../../core/problem";

/**
 * How a finding is to be taken. `ok`: as it should be. `warning`: works, and is worth a look. `error`: something that
 * Terraform or the provider will fail on, or that exposes a credential. `skipped`: could not be looked at, and why.
 */
export type Level = "ok" | "warning" | "error" | "skipped";

/** One thing that was found. Neither text holds a credential or part of one. */
export interface Finding {
  readonly level: Level;
  /** What was found, as one sentence. */
  readonly message: string;
  /** What to do about it; null where there is nothing to do. May have several lines. */
  readonly remedy: string | null;
}

/** All is well. */
export function ok(message: string): Finding {
  return { level: "ok", message, remedy: null };
}

/** Worth a look. */
export function warning(message: string, remedy: string): Finding {
  return { level: "warning", message, remedy };
}

/** Has to be mended. */
export function error(message: string, remedy: string): Finding {
  return { level: "error", message, remedy };
}

/** Not looked at; `remedy` says how it can be. */
export function skipped(message: string, remedy: string | null = null): Finding {
  return { level: "skipped", message, remedy };
}

/** Whatever was caught, as a finding: a problem's summary, and its detail, which says what to do. */
export function fromProblem(caught: unknown, level: "error" | "warning" | "skipped" = "error"): Finding {
  const { summary, detail } = Problem.from(caught);
  return { level, message: `${summary}.`, remedy: detail };
}
