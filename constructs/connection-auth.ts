import type { IConstruct } from "constructs";
import { checkProps } from "./check-props";
import { ConstructError } from "./construct-error";
import type { ConnectionAuth as AuthBlock } from "./gen/connection";
import type { InfisicalSecret } from "./infisical-secret";

const TYPE = "entrascim_connection";

/** Options of a certificate kept in Infisical. */
export interface InfisicalCertificateOptions {
  /**
   * Key of the secret, in the same folder, that holds the certificate's password.
   *
   * @default - the certificate has no password
   */
  readonly passwordKey?: string;
}

/** Options of signing in with a federated token. */
export interface WorkloadIdentityOptions {
  /**
   * File with the token, read anew for each sign-in.
   *
   * @default - `AZURE_FEDERATED_TOKEN_FILE`, or the pipeline's own token
   */
  readonly tokenFilePath?: string;
}

/** How a connection signs in to Entra: one of its factories. Left out, as the provider does. */
export class ConnectionAuth {
  /** With a client secret kept in Infisical. */
  static clientSecret(secret: InfisicalSecret): ConnectionAuth {
    return new ConnectionAuth({ clientSecret: secret._toBlock() }, (scope) =>
      checkCredential(scope, secret, "client_secret"),
    );
  }

  /** With a client certificate kept in Infisical: PEM, or PKCS#12 in base64. */
  static clientCertificate(
    certificate: InfisicalSecret,
    options: InfisicalCertificateOptions = {},
  ): ConnectionAuth {
    const { passwordKey } = options;
    return new ConnectionAuth({ clientCertificate: { ...certificate._toBlock(), passwordKey } }, (scope) => {
      checkCredential(scope, certificate, "client_certificate");
      checkProps(scope, TYPE, [["auth.client_certificate.password_key", "auth.passwordKey", passwordKey]]);
    });
  }

  /** With a client certificate in a file without password, with its private key: PEM or PKCS#12. */
  static clientCertificateFile(path: string): ConnectionAuth {
    return new ConnectionAuth({ clientCertificate: { path } }, (scope) =>
      checkProps(scope, TYPE, [["auth.client_certificate.path", "auth.path", path]]),
    );
  }

  /** With a token of another issuer that a federated credential of the application accepts. */
  static workloadIdentity(options: WorkloadIdentityOptions = {}): ConnectionAuth {
    const { tokenFilePath } = options;
    // a block of which each member is undefined is dropped at synth, an empty one is not
    const workloadIdentity = tokenFilePath === undefined ? {} : { tokenFilePath };
    return new ConnectionAuth({ workloadIdentity }, (scope) =>
      checkProps(scope, TYPE, [
        ["auth.workload_identity.token_file_path", "auth.tokenFilePath", tokenFilePath],
      ]),
    );
  }

  /** As the managed identity of the machine; with the connection's `clientId`, a user-assigned one. */
  static managedIdentity(): ConnectionAuth {
    return new ConnectionAuth({ managedIdentity: {} }, () => {});
  }

  /** As the account that is signed in with the Azure CLI. */
  static azureCli(): ConnectionAuth {
    return new ConnectionAuth({ azureCli: {} }, () => {});
  }

  private constructor(
    private readonly block: AuthBlock,
    private readonly check: (scope: IConstruct) => void,
  ) {}

  /**
   * The block, checked for `scope`, which is named in errors.
   *
   * @internal
   */
  _toBlock(scope: IConstruct): AuthBlock {
    this.check(scope);
    return this.block;
  }
}

function checkCredential(scope: IConstruct, secret: InfisicalSecret, block: string): void {
  secret._check(scope, TYPE, `auth.${block}`, "auth");
  if (secret.version !== undefined) {
    throw new ConstructError(
      scope,
      "auth.version must be left out: a connection always reads its credential's newest version",
    );
  }
}
