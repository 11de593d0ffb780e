import type { KeyObject, X509Certificate } from "node:crypto";
import type { SigningKey } from "../signing-key";

/** A client secret of an app registration. */
export interface ClientSecret {
  readonly value: string;
  /** Milliseconds since the epoch, or null when it does not expire. */
  readonly expiresAt: number | null;
}

/** Which tokens of another issuer an app registration accepts as its own. */
export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** An app registration with its service principal in the tenant. */
export interface AppRegistration {
  readonly clientId: string;
  /** Object id of its service principal; `oid` and `sub` of its tokens. */
  readonly objectId: string;
  readonly displayName: string;
  secrets: ClientSecret[];
  certificates: X509Certificate[];
  federatedCredentials: FederatedCredential[];
  /** Application roles of Microsoft Graph that were granted and consented to. */
  roles: string[];
  /** Service principals that this app's own one owns, for `Application.ReadWrite.OwnedBy`. */
  readonly owns: Set<string>;
  disabled: boolean;
  /** A conditional access policy for workload identities blocks it. */
  blockedByConditionalAccess: boolean;
}

/** What the emulated Microsoft Entra ID knows. */
export interface EntraState {
  readonly tenant: {
    readonly id: string;
    readonly displayName: string;
    /** Verified domains, lower case. */
    readonly domains: readonly string[];
  };
  /** By client id, lower case. */
  readonly apps: Map<string, AppRegistration>;
  /** How long issued tokens live, in seconds. */
  tokenLifetimeSeconds: number;
  /** Ids (`uti`) of access tokens that are refused from now on. */
  readonly revokedTokens: Set<string>;
  /** Ids of all tokens that were issued and not revoked. */
  readonly issuedTokens: Set<string>;
  readonly signingKey: SigningKey;
  /** Public keys of issuers whose tokens federated credentials may name, by issuer. */
  readonly issuers: Map<string, KeyObject>;
  /** The managed identity behind `/msi/token`: its app, and the header that its host hands to processes. */
  readonly managedIdentity: { readonly clientId: string; readonly header: string };
  /** The bearer token that a pipeline presents to ask for its OIDC token. */
  readonly pipelineToken: string;
}
