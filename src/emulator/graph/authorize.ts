import { type AccessGrant, checkAccessToken } from "../entra/access-token";
import { bearerToken, type EmulatorRequest } from "../http-message";
import type { EmulatorState } from "../state";
import { GraphError } from "./graph-error";

const DIRECTORY_READ = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const SYNCHRONIZATION_WRITE = [
  "Synchronization.ReadWrite.All",
  "Application.ReadWrite.All",
  "Directory.ReadWrite.All",
];
const SYNCHRONIZATION_READ = [...SYNCHRONIZATION_WRITE, "Synchronization.Read.All"];
const OWNED = "Application.ReadWrite.OwnedBy";

/** The caller, or a 401 `InvalidAuthenticationToken`. */
export function authenticate(state: EmulatorState, request: EmulatorRequest): AccessGrant {
  const token = bearerToken(request);
  if (token === null) {
    throw new GraphError(401, "InvalidAuthenticationToken", "Access token is empty.");
  }
  const outcome = checkAccessToken(state, token, state.graph.audiences(request.origin));
  if ("refused" in outcome) throw new GraphError(401, "InvalidAuthenticationToken", outcome.refused);
  return outcome;
}

/** Allows reading the directory (`id`: one service principal, null: the list), or throws Graph's 403. */
export function mayReadDirectory(caller: AccessGrant, id: string | null): void {
  if (hasOne(caller, DIRECTORY_READ)) return;
  if (id !== null && caller.roles.has(OWNED) && caller.app.owns.has(id)) return;
  throw new GraphError(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
  );
}

/**
 * Allows a synchronization call on a service principal, or throws what the synchronization service answers without
 * the role or the ownership: 401 `UnknownError` with an empty message.
 */
export function maySynchronize(caller: AccessGrant, id: string, kind: "read" | "write"): void {
  if (hasOne(caller, kind === "read" ? SYNCHRONIZATION_READ : SYNCHRONIZATION_WRITE)) return;
  if (caller.roles.has(OWNED) && caller.app.owns.has(id)) return;
  throw new GraphError(401, "UnknownError", "");
}

function hasOne(caller: AccessGrant, roles: readonly string[]): boolean {
  return roles.some((role) => caller.roles.has(role));
}
