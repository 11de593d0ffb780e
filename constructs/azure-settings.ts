import type { IConstruct } from "constructs";
import { checkProps } from "./check-props";
import type { EntrascimProviderAzure as AzureBlock } from "./gen/provider";
import type { SecretReference } from "./secret-reference";

/** Defaults for connections that do not say it themselves. What is left out is taken from `ARM_*`, then `AZURE_*`. */
export interface AzureSettings {
  /**
   * The tenant: its UUID or a verified domain.
   *
   * @default - `ARM_TENANT_ID`, `AZURE_TENANT_ID`
   */
  readonly tenantId?: string;
  /**
   * Client id of the application to sign in as.
   *
   * @default - `ARM_CLIENT_ID`, `AZURE_CLIENT_ID`
   */
  readonly clientId?: string;
  /**
   * Its client secret.
   *
   * @default - `ARM_CLIENT_SECRET`, `AZURE_CLIENT_SECRET`
   */
  readonly clientSecret?: SecretReference;
  /**
   * File with a client certificate and its key, PEM or PKCS#12.
   *
   * @default - `ARM_CLIENT_CERTIFICATE_PATH`
   */
  readonly clientCertificatePath?: string;
  /**
   * Client certificate: PKCS#12 in base64.
   *
   * @default - `ARM_CLIENT_CERTIFICATE`
   */
  readonly clientCertificate?: SecretReference;
  /**
   * Password of the certificate.
   *
   * @default - `ARM_CLIENT_CERTIFICATE_PASSWORD`
   */
  readonly clientCertificatePassword?: SecretReference;
  /**
   * Sign in with a federated token.
   *
   * @default - `ARM_USE_OIDC`
   */
  readonly useOidc?: boolean;
  /**
   * The federated token.
   *
   * @default - `ARM_OIDC_TOKEN`
   */
  readonly oidcToken?: SecretReference;
  /**
   * File with the federated token.
   *
   * @default - `ARM_OIDC_TOKEN_FILE_PATH`, `AZURE_FEDERATED_TOKEN_FILE`
   */
  readonly oidcTokenFilePath?: string;
  /**
   * Where a pipeline asks for its token.
   *
   * @default - `ARM_OIDC_REQUEST_URL`, `ACTIONS_ID_TOKEN_REQUEST_URL`, `SYSTEM_OIDCREQUESTURI`
   */
  readonly oidcRequestUrl?: string;
  /**
   * What authorises that request.
   *
   * @default - `ARM_OIDC_REQUEST_TOKEN`, `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, `SYSTEM_ACCESSTOKEN`
   */
  readonly oidcRequestToken?: SecretReference;
  /**
   * Azure DevOps service connection.
   *
   * @default - `ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID`
   */
  readonly adoServiceConnectionId?: string;
  /**
   * Sign in with the machine's managed identity.
   *
   * @default - `ARM_USE_MSI`
   */
  readonly useManagedIdentity?: boolean;
  /**
   * Sign in as the Azure CLI does when nothing else is configured.
   *
   * @default - `ARM_USE_CLI`, else true
   */
  readonly useCli?: boolean;
  /**
   * Cloud of the tenant.
   *
   * @default - `ARM_ENVIRONMENT`, else `public`
   */
  readonly cloud?: "public" | "usgovernment" | "dod" | "china";
  /**
   * Where to sign in instead of the cloud's own host.
   *
   * @default - `AZURE_AUTHORITY_HOST`
   */
  readonly authorityHost?: string;
  /**
   * Microsoft Graph's root instead of the cloud's own, without the version.
   *
   * @default - `ENTRASCIM_GRAPH_ENDPOINT`
   */
  readonly graphEndpoint?: string;
}

/** The provider's `azure` block. Throws `ConstructError` for a value that breaks its rule or is a plain secret. */
export function azureBlock(scope: IConstruct, azure: AzureSettings): AzureBlock {
  checkProps(scope, "provider", [
    ["azure.tenant_id", "azure.tenantId", azure.tenantId],
    ["azure.client_id", "azure.clientId", azure.clientId],
    ["azure.client_certificate_path", "azure.clientCertificatePath", azure.clientCertificatePath],
    ["azure.oidc_token_file_path", "azure.oidcTokenFilePath", azure.oidcTokenFilePath],
    ["azure.oidc_request_url", "azure.oidcRequestUrl", azure.oidcRequestUrl],
    ["azure.ado_service_connection_id", "azure.adoServiceConnectionId", azure.adoServiceConnectionId],
    ["azure.cloud", "azure.cloud", azure.cloud],
    ["azure.authority_host", "azure.authorityHost", azure.authorityHost],
    ["azure.graph_endpoint", "azure.graphEndpoint", azure.graphEndpoint],
  ]);
  return {
    ...azure,
    clientSecret: azure.clientSecret?._toExpression(scope, "azure.clientSecret"),
    clientCertificate: azure.clientCertificate?._toExpression(scope, "azure.clientCertificate"),
    clientCertificatePassword: azure.clientCertificatePassword?._toExpression(
      scope,
      "azure.clientCertificatePassword",
    ),
    oidcToken: azure.oidcToken?._toExpression(scope, "azure.oidcToken"),
    oidcRequestToken: azure.oidcRequestToken?._toExpression(scope, "azure.oidcRequestToken"),
  };
}
