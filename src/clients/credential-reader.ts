import type { CallOptions } from "../core/clock";
import { Problem } from "../core/problem";
import type { Secret } from "../core/secret";
import type { InfisicalLocation } from "./entra/sign-in-plan";
import type { SecretSource } from "./infisical/secret-source";

/** Reads a credential of ours. */
export type ReadCredential = (location: InfisicalLocation, call: CallOptions) => Promise<Secret>;

/**
 * Reads credentials from the source that tokens come from, as they are now. Throws `invalid_input` when no project is
 * configured, and `unauthenticated` when the credential, its environment or project is not there, or it is hidden from
 * us: there is nothing to sign in with. Problems of reaching Infisical are passed on.
 */
export function createCredentialReader(
  source: SecretSource,
  defaultProjectId: string | null,
): ReadCredential {
  return async (location, call) => {
    const { environment, path, key } = location;
    const projectId = location.projectId ?? defaultProjectId;
    if (projectId === null) throw noProject(key);
    const secret = await source.read({ projectId, environment, path, key }, null, call).catch(asCredential);
    if (secret !== null) return secret.value;
    throw new Problem("unauthenticated", {
      summary: "A credential is not in Infisical",
      detail: `There is no secret ${key} in folder ${path} of environment ${environment} in project ${projectId}, which the connection signs in with. Create it there, or correct the connection's auth block.`,
    });
  };
}

function noProject(key: string): Problem {
  return new Problem("invalid_input", {
    summary: "No Infisical project is configured",
    detail: `The connection signs in with the secret ${key} in Infisical, but no project is named. Set project_id in the connection's auth block, infisical.project_id of the provider, or INFISICAL_PROJECT_ID.`,
  });
}

function asCredential(caught: unknown): never {
  const problem = Problem.from(caught);
  if (problem.code !== "unusable_token" && problem.code !== "not_found") throw problem;
  throw new Problem("unauthenticated", {
    summary: "A credential in Infisical cannot be read",
    detail: `${problem.detail} The connection signs in with it.`,
  });
}
