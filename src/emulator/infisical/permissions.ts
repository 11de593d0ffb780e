import { forbidden, permissionDenied } from "./infisical-error";
import type { MachineIdentity, Permission, Project } from "./infisical-state";

/** What an identity may do in a folder. */
export interface FolderAccess {
  readonly describe: boolean;
  readonly readValue: boolean;
}

/** The identity's access to a folder; 403 when it is no member of the project. */
export function accessTo(
  identity: MachineIdentity,
  project: Project,
  environment: string,
  path: string,
): FolderAccess {
  const permissions = permissionsOf(identity, project).filter((each) => covers(each, environment, path));
  return {
    describe: permissions.some((each) => each.describe),
    readValue: permissions.some((each) => each.readValue),
  };
}

/** The identity's rules in the project; 403 when it is no member. */
export function permissionsOf(identity: MachineIdentity, project: Project): readonly Permission[] {
  const permissions = identity.permissions.get(project.id);
  if (permissions === undefined) {
    throw forbidden("ForbiddenError", `You are not a member of the project with ID ${project.id}`);
  }
  return permissions;
}

/** Allows describing secrets of a folder, or throws 403 with the rules that apply. */
export function mayDescribe(
  identity: MachineIdentity,
  project: Project,
  environment: string,
  path: string,
): FolderAccess {
  const access = accessTo(identity, project, environment, path);
  if (!access.describe) throw permissionDenied("describeSecret", permissionsOf(identity, project));
  return access;
}

function covers(permission: Permission, environment: string, path: string): boolean {
  if (permission.environment !== "*" && permission.environment !== environment) return false;
  return permission.path === "/" || path === permission.path || path.startsWith(`${permission.path}/`);
}
