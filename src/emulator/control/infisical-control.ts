import { issueIdentityAccessToken } from "../infisical/identity-token";
import type { MachineIdentity, Permission, RateLimits } from "../infisical/infisical-state";
import { openFolder, projectOf } from "../infisical/write-secret";
import type { EmulatorState } from "../state";
import { present } from "./missing";

/** What an administrator does in Infisical, beside changing secrets. */
export class InfisicalControl {
  constructor(private readonly state: EmulatorState) {}

  /** Replaces what an identity may do in a project; null takes it out of the project. */
  setPermissions(identityId: string, project: string, permissions: readonly Permission[] | null): void {
    const identity = this.#identity(identityId);
    if (permissions === null) identity.permissions.delete(project);
    else identity.permissions.set(project, permissions);
  }

  /** Replaces the client secrets of an identity's universal auth. */
  setClientSecrets(identityId: string, clientSecrets: readonly string[]): void {
    const universalAuth = present(
      this.#identity(identityId).universalAuth,
      "a universal auth of this identity",
    );
    universalAuth.clientSecrets = [...clientSecrets];
  }

  /** Lifetime in seconds and number of uses (0: unlimited) of tokens from now on. */
  setTokenLimits(
    identityId: string,
    limits: { readonly ttlSeconds?: number; readonly maxTtlSeconds?: number; readonly uses?: number },
  ): void {
    const identity = this.#identity(identityId);
    identity.accessTokenTtlSeconds = limits.ttlSeconds ?? identity.accessTokenTtlSeconds;
    identity.accessTokenMaxTtlSeconds = limits.maxTtlSeconds ?? identity.accessTokenMaxTtlSeconds;
    identity.accessTokenUsesLimit = limits.uses ?? identity.accessTokenUsesLimit;
  }

  /** A static access token, for token auth. */
  createAccessToken(identityId: string): string {
    return issueIdentityAccessToken(this.state, this.#identity(identityId)).accessToken;
  }

  /** Every access token that is out is refused from now on, with a 401. */
  revokeTokens(): void {
    for (const token of this.state.infisical.tokens.values()) token.revoked = true;
  }

  /** Budgets per minute; the current minute begins anew. */
  setRateLimits(limits: Partial<RateLimits>): void {
    Object.assign(this.state.infisical.limits, limits);
    this.state.infisical.windows.clear();
  }

  /** Lets a folder import another one; later imports win. */
  addImport(
    project: string,
    into: { readonly environment: string; readonly path: string },
    from: { readonly environment: string; readonly path: string },
  ): void {
    openFolder(projectOf(this.state, project), into.environment, into.path).imports.push({ ...from });
  }

  /** Whether the server knows `/api/v4/secrets`; an old one does not. */
  setV4(served: boolean): void {
    this.state.infisical.switches.v4 = served;
  }

  #identity(id: string): MachineIdentity {
    return present(this.state.infisical.identities.get(id), `a machine identity with the id ${id}`);
  }
}
