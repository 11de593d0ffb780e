import { randomUUID } from "node:crypto";
import { Problem } from "../../core/problem";
import type { EmulatorState } from "../state";
import type { Actor, Folder, Project, SecretRecord } from "./infisical-state";

/** Where a secret stands. */
export interface SecretPosition {
  readonly project: string;
  readonly environment: string;
  readonly path: string;
  readonly key: string;
}

/** Creates a secret, or a new version of it. Folders are made as they are needed. */
export function writeSecret(
  state: EmulatorState,
  position: SecretPosition,
  value: string,
  actor: Actor,
): SecretRecord {
  const now = state.clock.now();
  const folder = openFolder(projectOf(state, position.project), position.environment, position.path);
  const before = folder.secrets.get(position.key);
  const secret = before ?? {
    id: randomUUID(),
    key: position.key,
    createdAt: now,
    updatedAt: now,
    versions: [],
  };
  secret.versions.push({ version: secret.versions.length + 1, value, createdAt: now, actor });
  secret.updatedAt = now;
  folder.secrets.set(position.key, secret);
  return secret;
}

/** Deletes a secret with all of its versions; one of the same key later has another id. */
export function deleteSecret(state: EmulatorState, position: SecretPosition): void {
  findSecret(state, position);
  openFolder(projectOf(state, position.project), position.environment, position.path).secrets.delete(
    position.key,
  );
}

/** Gives a secret another key; id and versions stay. */
export function renameSecret(state: EmulatorState, position: SecretPosition, key: string): void {
  const secret = findSecret(state, position);
  const { secrets } = openFolder(projectOf(state, position.project), position.environment, position.path);
  secrets.delete(position.key);
  secret.key = key;
  secrets.set(key, secret);
}

/** The secret; `not_found` when there is none. */
export function findSecret(state: EmulatorState, position: SecretPosition): SecretRecord {
  const project = projectOf(state, position.project);
  const secret = project.environments
    .get(position.environment)
    ?.get(position.path)
    ?.secrets.get(position.key);
  if (secret !== undefined) return secret;
  throw new Problem("not_found", {
    summary: "The emulator has no such secret",
    detail: `There is no ${position.key} in ${position.environment}, ${position.path}.`,
  });
}

/** A folder, made when it is not there. */
export function openFolder(project: Project, environment: string, path: string): Folder {
  const folders = project.environments.get(environment) ?? new Map<string, Folder>();
  project.environments.set(environment, folders);
  const folder = folders.get(path) ?? { id: randomUUID(), secrets: new Map(), imports: [] };
  folders.set(path, folder);
  return folder;
}

/** The project; `not_found` when there is none. */
export function projectOf(state: EmulatorState, id: string): Project {
  const project = state.infisical.projects.get(id);
  if (project !== undefined) return project;
  throw new Problem("not_found", {
    summary: "The emulator has no such project",
    detail: `There is no project with the id "${id}".`,
  });
}
