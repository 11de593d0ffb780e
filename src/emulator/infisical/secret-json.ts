import type { Project, SecretRecord, SecretVersionRecord } from "./infisical-state";

/** What stands instead of a value that was not asked for or may not be read. */
export const HIDDEN = "<hidden-by-infisical>";

/** Where a secret stands, for its JSON. */
export interface SecretContext {
  readonly project: Project;
  readonly environment: string;
  readonly path: string;
}

/** A secret as Infisical shows it: `infisical.md` §3.1. `value` is null for a hidden one. */
export function secretJson(
  { project, environment, path }: SecretContext,
  secret: SecretRecord,
  version: SecretVersionRecord,
  value: string | null,
): Record<string, unknown> {
  return {
    id: secret.id,
    _id: secret.id,
    workspace: project.id,
    environment,
    version: version.version,
    type: "shared",
    secretKey: secret.key,
    secretValue: value ?? HIDDEN,
    secretComment: "",
    secretReminderNote: null,
    secretReminderRepeatDays: null,
    skipMultilineEncoding: false,
    createdAt: new Date(secret.createdAt).toISOString(),
    updatedAt: new Date(
      version === secret.versions.at(-1) ? secret.updatedAt : version.createdAt,
    ).toISOString(),
    actor: { ...version.actor, membershipId: null, groupId: null },
    isRotatedSecret: false,
    rotationId: null,
    secretValueHidden: value === null,
    secretPath: path,
    tags: [],
    secretMetadata: [],
  };
}
