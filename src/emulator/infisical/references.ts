import { forbidden } from "./infisical-error";
import type { MachineIdentity, Project } from "./infisical-state";
import { accessTo } from "./permissions";

const REFERENCE = /\$\{([a-zA-Z0-9-_.@]+)\}/g;
const MAX_DEPTH = 10;

/** Where a value stands. */
export interface SecretPlace {
  readonly environment: string;
  readonly path: string;
  readonly key: string;
}

/**
 * Replaces `${KEY}` (same folder) and `${environment.folder.KEY}` by the values they point at, those inside them too.
 * What points nowhere, or in a circle, stays as it is. Throws 403 when one of them may not be read.
 */
export function expandReferences(
  project: Project,
  identity: MachineIdentity,
  value: string,
  place: SecretPlace,
): string {
  return expand(value, place, [idOf(place)]);

  function expand(text: string, from: SecretPlace, visited: readonly string[]): string {
    return text.replace(REFERENCE, (literal: string, target: string) => {
      const to = placeOf(target, from);
      if (to === null || visited.length > MAX_DEPTH) return literal;
      if (!accessTo(identity, project, to.environment, to.path).readValue) {
        throw forbidden(
          "ForbiddenError",
          `Failed to expand one or more secret references: You do not have permission to read secret '${to.key}' in environment '${to.environment}' at path '${to.path}', which is referenced by secret '${place.key}' in environment '${place.environment}' at path '${place.path}'.`,
        );
      }
      const secret = project.environments.get(to.environment)?.get(to.path)?.secrets.get(to.key);
      const newest = secret?.versions.at(-1);
      if (newest === undefined || visited.includes(idOf(to))) return literal;
      return expand(newest.value, to, [...visited, idOf(to)]);
    });
  }
}

function placeOf(target: string, from: SecretPlace): SecretPlace | null {
  if (target.startsWith("@")) return null;
  const parts = target.split(".");
  const key = parts.at(-1) ?? "";
  if (parts.length === 1) return { ...from, key };
  return { environment: parts[0] ?? "", path: `/${parts.slice(1, -1).join("/")}`, key };
}

function idOf({ environment, path, key }: SecretPlace): string {
  return `${environment}:${path}:${key}`;
}
