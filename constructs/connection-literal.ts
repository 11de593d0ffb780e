import type { ConnectionAuth as AuthBlock } from "./gen/connection";

/** The connection's members beside `auth`. */
interface ConnectionMembers {
  readonly tenantId?: string;
  readonly clientId?: string;
  readonly cloud?: string;
}

/**
 * A connection written out as the object that `destination.connection` takes. All members stand there, null where
 * they are not given: Terraform demands each of them, so that a misspelt one is found.
 */
export function connectionLiteral(connection: ConnectionMembers, auth: AuthBlock | undefined): object {
  return {
    tenant_id: connection.tenantId ?? null,
    client_id: connection.clientId ?? null,
    cloud: connection.cloud ?? null,
    auth: auth ? authLiteral(auth) : null,
  };
}

function authLiteral(auth: AuthBlock): object {
  const { clientSecret, clientCertificate, workloadIdentity } = auth;
  return {
    client_secret: clientSecret ? secretLiteral(clientSecret) : null,
    client_certificate: clientCertificate
      ? {
          ...secretLiteral(clientCertificate),
          path: clientCertificate.path ?? null,
          password_key: clientCertificate.passwordKey ?? null,
        }
      : null,
    workload_identity: workloadIdentity ? { token_file_path: workloadIdentity.tokenFilePath ?? null } : null,
    managed_identity: auth.managedIdentity ? {} : null,
    azure_cli: auth.azureCli ? {} : null,
  };
}

interface SecretMembers {
  readonly projectId?: string | undefined;
  readonly environment?: string | undefined;
  readonly secretPath?: string | undefined;
  readonly secretKey?: string | undefined;
}

function secretLiteral(secret: SecretMembers): object {
  return {
    project_id: secret.projectId ?? null,
    environment: secret.environment ?? null,
    secret_path: secret.secretPath ?? null,
    secret_key: secret.secretKey ?? null,
  };
}
