import type { IConstruct } from "constructs";
import { checkProps } from "./check-props";
import { ConstructError } from "./construct-error";
import type { EntrascimProviderInfisicalAuth as AuthBlock } from "./gen/provider";
import type { SecretReference } from "./secret-reference";

/** Universal auth of a machine identity. */
export interface InfisicalUniversalAuthOptions {
  /**
   * Client id of the machine identity.
   *
   * @default - `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID`
   */
  readonly clientId?: string;
  /**
   * Its client secret.
   *
   * @default - `INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET`
   */
  readonly clientSecret?: SecretReference;
}

/** OIDC auth: at most one of `token`, `tokenPath` and `tokenEnv`. */
export interface InfisicalOidcAuthOptions {
  /**
   * Id of the machine identity.
   *
   * @default - `INFISICAL_MACHINE_IDENTITY_ID`
   */
  readonly identityId?: string;
  /**
   * The token.
   *
   * @default - `INFISICAL_AUTH_JWT`
   */
  readonly token?: SecretReference;
  /**
   * File with the token.
   *
   * @default - no file
   */
  readonly tokenPath?: string;
  /**
   * Environment variable with the token.
   *
   * @default - the one that `INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME` names
   */
  readonly tokenEnv?: string;
}

/** Azure auth: the managed identity of the machine. */
export interface InfisicalAzureAuthOptions {
  /**
   * Id of the machine identity.
   *
   * @default - `INFISICAL_MACHINE_IDENTITY_ID`
   */
  readonly identityId?: string;
  /**
   * Audience of the token.
   *
   * @default - `https://management.azure.com/`
   */
  readonly resource?: string;
}

/** Kubernetes auth: the service account of the pod. */
export interface InfisicalKubernetesAuthOptions {
  /**
   * Id of the machine identity.
   *
   * @default - `INFISICAL_MACHINE_IDENTITY_ID`
   */
  readonly identityId?: string;
  /**
   * File with the service account's token.
   *
   * @default - `INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH`, else the usual one
   */
  readonly tokenPath?: string;
}

/** How the provider logs in to Infisical: one of its factories. Left out, as the environment says. */
export class InfisicalAuth {
  /** With an access token, used as it is. */
  static token(token: SecretReference): InfisicalAuth {
    return new InfisicalAuth((scope) => ({ token: token._toExpression(scope, "infisical.auth.token") }));
  }

  /** With universal auth of a machine identity. */
  static universal(options: InfisicalUniversalAuthOptions = {}): InfisicalAuth {
    return new InfisicalAuth((scope) => {
      check(scope, "universal", [["client_id", "clientId", options.clientId]]);
      const clientSecret = options.clientSecret?._toExpression(scope, "infisical.auth.clientSecret");
      return { universal: { clientId: options.clientId, clientSecret } };
    });
  }

  /** With a token of the pipeline. */
  static oidc(options: InfisicalOidcAuthOptions = {}): InfisicalAuth {
    return new InfisicalAuth((scope) => {
      const sources = [options.token, options.tokenPath, options.tokenEnv].filter((it) => it !== undefined);
      if (sources.length > 1) {
        throw new ConstructError(
          scope,
          "infisical.auth takes at most one of token, tokenPath and tokenEnv, and several are given",
        );
      }
      check(scope, "oidc", [
        ["identity_id", "identityId", options.identityId],
        ["token_path", "tokenPath", options.tokenPath],
        ["token_env", "tokenEnv", options.tokenEnv],
      ]);
      return { oidc: { ...options, token: options.token?._toExpression(scope, "infisical.auth.token") } };
    });
  }

  /** As the managed identity of the machine. */
  static azure(options: InfisicalAzureAuthOptions = {}): InfisicalAuth {
    return new InfisicalAuth((scope) => {
      check(scope, "azure", [
        ["identity_id", "identityId", options.identityId],
        ["resource", "resource", options.resource],
      ]);
      return { azure: { ...options } };
    });
  }

  /** As the service account of the pod. */
  static kubernetes(options: InfisicalKubernetesAuthOptions = {}): InfisicalAuth {
    return new InfisicalAuth((scope) => {
      check(scope, "kubernetes", [
        ["identity_id", "identityId", options.identityId],
        ["token_path", "tokenPath", options.tokenPath],
      ]);
      return { kubernetes: { ...options } };
    });
  }

  private constructor(private readonly block: (scope: IConstruct) => AuthBlock) {}

  /**
   * The block, checked for `scope`, which is named in errors.
   *
   * @internal
   */
  _toBlock(scope: IConstruct): AuthBlock {
    return this.block(scope);
  }
}

type Member = readonly [attribute: string, prop: string, value: string | undefined];

function check(scope: IConstruct, method: string, members: readonly Member[]): void {
  checkProps(
    scope,
    "provider",
    members.map(([attribute, prop, value]) => [
      `infisical.auth.${method}.${attribute}`,
      `infisical.auth.${prop}`,
      value,
    ]),
  );
}
