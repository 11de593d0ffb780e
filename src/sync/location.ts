import { Problem } from "../core/problem";
import type { SyncSource } from "./model";
import type { SecretLocation } from "./ports";

/** Where a source's secret lies. Throws `invalid_input` for a source that is not complete. */
export function locationOf(source: SyncSource): SecretLocation {
  const { project_id, environment, secret_path, secret_key } = source;
  if (project_id === null) {
    throw new Problem("invalid_input", {
      summary: "No Infisical project",
      detail:
        "The source names no project and the provider has no default. Set source.project_id, the provider's infisical.project_id, or INFISICAL_PROJECT_ID.",
      path: ["source", "project_id"],
    });
  }
  if (environment === null || secret_path === null || secret_key === null) {
    throw new Problem("invalid_input", {
      summary: "The source is not complete",
      detail: "A source needs environment, secret_path and secret_key.",
      path: ["source"],
    });
  }
  return { projectId: project_id, environment, path: secret_path, key: secret_key };
}

/** A secret's place in words, for messages: `SLACK_TOKEN in /scim of environment prod`. */
export function describeLocation(location: SecretLocation): string {
  return `${location.key} in folder ${location.path} of environment ${location.environment}`;
}
