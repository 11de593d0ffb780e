import type { EmulatorState } from "../state";
import { forbidden, notFound } from "./infisical-error";
import type { Folder, MachineIdentity, Project, SecretRecord, SecretVersionRecord } from "./infisical-state";
import { accessTo, mayDescribe } from "./permissions";
import { expandReferences } from "./references";
import { secretJson } from "./secret-json";

/** What a read or a list asks for. */
export interface SecretQuery {
  readonly environment: string;
  readonly path: string;
  readonly viewValue: boolean;
  readonly expand: boolean;
  readonly imports: boolean;
  /** An older version, or null for the newest. */
  readonly version: number | null;
  readonly recursive: boolean;
}

/** One secret by its key. A value that was asked for and may not be read is a 403, as Infisical has it. */
export function readSecret(
  project: Project,
  identity: MachineIdentity,
  key: string,
  query: SecretQuery,
): Record<string, unknown> {
  const folder = project.environments.get(query.environment)?.get(query.path);
  mayDescribe(identity, project, query.environment, query.path);
  if (folder === undefined) {
    throw notFound(
      `Folder with path '${query.path}' in environment with slug '${query.environment}' not found`,
    );
  }
  const place = locate(project, folder, key, query);
  const version = place === null ? undefined : versionOf(place.secret, query.version);
  if (place === null || version === undefined) throw notFound(`Secret with name '${key}' not found`);
  const access = accessTo(identity, project, place.environment, place.path);
  if (query.viewValue && !access.readValue) {
    throw forbidden(
      "ForbiddenReadSecretError",
      `You do not have permission to view secret value on secret with name '${key}'`,
    );
  }
  return show(project, identity, place, version, query);
}

/** The secrets of a folder (with `recursive`, of those below it too), and those that it imports. */
export function listSecrets(
  project: Project,
  identity: MachineIdentity,
  query: SecretQuery,
): Record<string, unknown> {
  mayDescribe(identity, project, query.environment, query.path);
  const folders = project.environments.get(query.environment) ?? new Map<string, Folder>();
  const below = query.path === "/" ? "/" : `${query.path}/`;
  const paths = [...folders.keys()].filter(
    (path) => path === query.path || (query.recursive && path.startsWith(below)),
  );
  const secrets = paths.flatMap((path) => listFolder(project, identity, query, query.environment, path));
  if (!query.imports) return { secrets };
  const imported = folders.get(query.path)?.imports ?? [];
  const imports = imported
    .filter(({ environment, path }) => accessTo(identity, project, environment, path).describe)
    .map(({ environment, path }) => ({
      secretPath: path,
      environment,
      folderId: project.environments.get(environment)?.get(path)?.id,
      secrets: listFolder(project, identity, query, environment, path).map(
        ({ createdAt: _createdAt, updatedAt: _updatedAt, ...rest }) => rest,
      ),
    }));
  return { secrets, imports };
}

/** One secret by its id, whatever project it stands in. */
export function findSecretById(
  state: EmulatorState,
  identity: MachineIdentity,
  id: string,
  viewValue: boolean,
): Record<string, unknown> {
  for (const project of state.infisical.projects.values()) {
    for (const [environment, folders] of project.environments) {
      for (const [path, folder] of folders) {
        const secret = [...folder.secrets.values()].find((each) => each.id === id);
        if (secret === undefined) continue;
        const query = {
          environment,
          path,
          viewValue,
          expand: false,
          imports: false,
          version: null,
          recursive: false,
        };
        return readSecret(project, identity, secret.key, query);
      }
    }
  }
  throw notFound(`Secret with ID '${id}' not found`);
}

interface SecretAt {
  readonly environment: string;
  readonly path: string;
  readonly secret: SecretRecord;
}

/** The secret in the folder itself, else, where imports count, in the last import that has it. */
function locate(project: Project, folder: Folder, key: string, query: SecretQuery): SecretAt | null {
  const own = folder.secrets.get(key);
  if (own !== undefined) return { environment: query.environment, path: query.path, secret: own };
  if (!query.imports) return null;
  for (const { environment, path } of [...folder.imports].reverse()) {
    const secret = project.environments.get(environment)?.get(path)?.secrets.get(key);
    if (secret !== undefined) return { environment, path, secret };
  }
  return null;
}

function listFolder(
  project: Project,
  identity: MachineIdentity,
  query: SecretQuery,
  environment: string,
  path: string,
): Record<string, unknown>[] {
  const folder = project.environments.get(environment)?.get(path);
  return [...(folder?.secrets.values() ?? [])].flatMap((secret) => {
    const version = versionOf(secret, null);
    if (version === undefined) return [];
    return [show(project, identity, { environment, path, secret }, version, query)];
  });
}

function show(
  project: Project,
  identity: MachineIdentity,
  { environment, path, secret }: SecretAt,
  version: SecretVersionRecord,
  query: SecretQuery,
): Record<string, unknown> {
  const visible = query.viewValue && accessTo(identity, project, environment, path).readValue;
  const place = { environment, path, key: secret.key };
  const value = query.expand ? expandIf(visible, project, identity, version.value, place) : version.value;
  return secretJson({ project, environment, path }, secret, version, visible ? value : null);
}

function expandIf(
  visible: boolean,
  project: Project,
  identity: MachineIdentity,
  value: string,
  place: { readonly environment: string; readonly path: string; readonly key: string },
): string {
  return visible ? expandReferences(project, identity, value, place) : value;
}

function versionOf(secret: SecretRecord, version: number | null): SecretVersionRecord | undefined {
  return version === null ? secret.versions.at(-1) : secret.versions.find((each) => each.version === version);
}
