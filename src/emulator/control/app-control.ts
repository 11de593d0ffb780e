import { randomBytes } from "node:crypto";
import { readCertificate } from "../apply-seed";
import type { AppRegistration, FederatedCredential } from "../entra/entra-state";
import { type IdentityTokenRequest, issueIdentityToken } from "../entra/identity-token";
import type { EmulatorState } from "../state";
import { present } from "./missing";

/** What an administrator does to app registrations, and what pipelines are handed. */
export class AppControl {
  constructor(private readonly state: EmulatorState) {}

  /** Replaces the app's Graph roles; tokens that are out keep theirs. */
  setRoles(clientId: string, roles: readonly string[]): void {
    this.#app(clientId).roles = [...roles];
  }

  /** Disables the app or blocks it by conditional access, or undoes either. */
  setPolicy(
    clientId: string,
    policy: { readonly disabled?: boolean; readonly blockedByConditionalAccess?: boolean },
  ): void {
    const app = this.#app(clientId);
    app.disabled = policy.disabled ?? app.disabled;
    app.blockedByConditionalAccess = policy.blockedByConditionalAccess ?? app.blockedByConditionalAccess;
  }

  /** Adds a client secret and removes all others, unless they are kept. Gives the new one. */
  rotateSecret(clientId: string, options: { readonly keepOld?: boolean } = {}): string {
    const app = this.#app(clientId);
    const value = `emulated~${randomBytes(20).toString("base64url")}`;
    app.secrets = [...(options.keepOld === true ? app.secrets : []), { value, expiresAt: null }];
    return value;
  }

  /** All client secrets of the app have expired. */
  expireSecrets(clientId: string): void {
    const app = this.#app(clientId);
    const expiresAt = this.state.clock.now() - 1;
    app.secrets = app.secrets.map(({ value }) => ({ value, expiresAt }));
  }

  /** Registers a certificate (PEM) for client assertions. */
  addCertificate(clientId: string, pem: string): void {
    this.#app(clientId).certificates.push(readCertificate(pem));
  }

  /** Replaces the app's federated credentials. */
  setFederatedCredentials(clientId: string, credentials: readonly FederatedCredential[]): void {
    this.#app(clientId).federatedCredentials = [...credentials];
  }

  /** Makes the app's service principal an owner of another one, for `Application.ReadWrite.OwnedBy`. */
  addOwnership(clientId: string, servicePrincipalId: string): void {
    this.#app(clientId).owns.add(servicePrincipalId);
  }

  /** Removes the app registration from the tenant. */
  remove(clientId: string): void {
    this.#app(clientId);
    this.state.entra.apps.delete(clientId);
  }

  /** Every access token that is out is refused from now on, with a 401. Gives their number. */
  revokeTokens(): number {
    const { issuedTokens, revokedTokens } = this.state.entra;
    for (const id of issuedTokens) revokedTokens.add(id);
    const count = issuedTokens.size;
    issuedTokens.clear();
    return count;
  }

  /** How long access tokens live from now on, in seconds. */
  setTokenLifetime(seconds: number): void {
    this.state.entra.tokenLifetimeSeconds = seconds;
  }

  /** A token of another issuer, such as a cluster's or a pipeline's, in its file. */
  issueIdentityToken(request: IdentityTokenRequest): string {
    return issueIdentityToken(this.state, request);
  }

  /** Environments of a GitHub Actions job, an Azure DevOps job, and a host with a managed identity. */
  environments(): Readonly<
    Record<"github" | "azureDevOps" | "managedIdentity", Readonly<Record<string, string>>>
  > {
    const { origin, entra } = this.state;
    return {
      github: {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/oidc/github?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: entra.pipelineToken,
      },
      azureDevOps: {
        SYSTEM_OIDCREQUESTURI: `${origin}/oidc/ado`,
        SYSTEM_ACCESSTOKEN: entra.pipelineToken,
      },
      managedIdentity: {
        IDENTITY_ENDPOINT: `${origin}/msi/token`,
        IDENTITY_HEADER: entra.managedIdentity.header,
      },
    };
  }

  #app(clientId: string): AppRegistration {
    return present(this.state.entra.apps.get(clientId), `an app registration with the client id ${clientId}`);
  }
}
