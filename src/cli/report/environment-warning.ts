import type { Sync } from "../../sync/model";
import { HIDDEN } from "../terraform/hidden-values";
import { environmentOf, sameEnvironment } from "./environment-of";

/** What the environment of a sync's source is held against. */
export interface EnvironmentRule {
  /** Environments that the user allows (`--environment`); none: what names and credentials say. */
  readonly allowed: readonly string[];
  /** See `knownEnvironments`. */
  readonly known: ReadonlySet<string>;
}

/** What is wrong about the environment that a sync reads its token from, or null. Pure. */
export function environmentWarning(
  before: Sync | null,
  after: Sync,
  connectionName: string | null,
  rule: EnvironmentRule,
): string | null {
  const environment = after.source?.environment ?? null;
  if (environment === null) return null;
  if (environment === HIDDEN) {
    return rule.allowed.length > 0
      ? "The environment that it reads its token from is sensitive, so it cannot be checked."
      : null;
  }
  const reads = `It reads its token from environment ${environment}`;
  if (rule.allowed.length > 0) {
    return rule.allowed.includes(environment)
      ? null
      : `${reads}; --environment says ${rule.allowed.join(", ")}.`;
  }
  const previous = before?.source?.environment ?? null;
  if (previous !== null && !sameEnvironment(previous, environment)) {
    return `${reads}; until now from ${previous}.`;
  }
  const belongs = environmentOf(after, connectionName, rule.known);
  if (belongs === null || sameEnvironment(belongs.environment, environment)) return null;
  return `${reads}, and belongs to ${belongs.environment}: ${belongs.because}.`;
}
