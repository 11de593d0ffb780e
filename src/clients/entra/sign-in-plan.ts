import type { Secret } from "../../core/secret";
import type { Cloud } from "./clouds";

/** A credential's place in Infisical; a null project is the provider's. */
export interface InfisicalLocation {
  readonly projectId: string | null;
  readonly environment: string;
  readonly path: string;
  readonly key: string;
}

/** A credential, or where it lies. `name` is what messages call it: an attribute or an environment variable. */
export type CredentialInput =
  | { readonly from: "value"; readonly name: string; readonly value: Secret }
  | { readonly from: "file"; readonly name: string; readonly path: string }
  | { readonly from: "infisical"; readonly name: string; readonly location: InfisicalLocation };

/** The id of the client to sign in as, or the file with it. */
export type ClientId =
  | { readonly from: "value"; readonly name: string; readonly value: string }
  | { readonly from: "file"; readonly name: string; readonly path: string };

/** Asks a pipeline for a token of its own. */
export interface PipelineTokenRequest {
  readonly from: "github" | "azure_devops";
  readonly name: string;
  readonly url: string;
  readonly token: Secret;
  /** Azure DevOps only. */
  readonly serviceConnectionId: string | null;
}

/** A federated token: given, in a file (read anew each time), or to be asked for. */
export type FederatedToken = Exclude<CredentialInput, { from: "infisical" }> | PipelineTokenRequest;

/** The one credential that is used; nothing else is tried when it is refused. */
export type CredentialPlan =
  | { readonly kind: "client_secret"; readonly clientId: ClientId; readonly secret: CredentialInput }
  | {
      readonly kind: "client_certificate";
      readonly clientId: ClientId;
      readonly certificate: CredentialInput;
      readonly password: CredentialInput | null;
    }
  | { readonly kind: "workload_identity"; readonly clientId: ClientId; readonly token: FederatedToken }
  /** Without a client id: the system-assigned identity. */
  | { readonly kind: "managed_identity"; readonly clientId: ClientId | null }
  | { readonly kind: "azure_cli" };

/** Where and how to sign in. Resolved without touching network or files. */
export interface SignInPlan {
  /** UUID or verified domain. */
  readonly tenantId: string;
  readonly cloud: Cloud;
  /** https origin of the token endpoint. */
  readonly authorityHost: string;
  /** The authority is none of Microsoft's: nothing may be asked of Microsoft about it. */
  readonly customAuthority: boolean;
  /** Microsoft Graph's root, without version and trailing slash. */
  readonly graphRoot: string;
  /** The `.default` scope of the Graph that the token is sent to, and of no other. */
  readonly scope: string;
  readonly credential: CredentialPlan;
}
