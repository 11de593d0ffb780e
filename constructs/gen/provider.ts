// @ts-nocheck
// https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface EntrascimProviderConfig {
  /**
  * Alias name
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#alias EntrascimProvider#alias}
  */
  readonly alias?: string | undefined;
  /**
  * azure block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#azure EntrascimProvider#azure}
  */
  readonly azure?: EntrascimProviderAzure | undefined;
  /**
  * http block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#http EntrascimProvider#http}
  */
  readonly http?: EntrascimProviderHttp | undefined;
  /**
  * infisical block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#infisical EntrascimProvider#infisical}
  */
  readonly infisical?: EntrascimProviderInfisical | undefined;
}
export interface EntrascimProviderAzure {
  /**
  * Azure DevOps service connection. Default: `ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#ado_service_connection_id EntrascimProvider#ado_service_connection_id}
  */
  readonly adoServiceConnectionId?: string | undefined;
  /**
  * Where to sign in instead of the cloud's own host. Default: `AZURE_AUTHORITY_HOST`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#authority_host EntrascimProvider#authority_host}
  */
  readonly authorityHost?: string | undefined;
  /**
  * PKCS#12 in base64. Default: `ARM_CLIENT_CERTIFICATE`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_certificate EntrascimProvider#client_certificate}
  */
  readonly clientCertificate?: string | undefined;
  /**
  * Default: `ARM_CLIENT_CERTIFICATE_PASSWORD`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_certificate_password EntrascimProvider#client_certificate_password}
  */
  readonly clientCertificatePassword?: string | undefined;
  /**
  * File with the certificate and its key, PEM or PKCS#12. Default: `ARM_CLIENT_CERTIFICATE_PATH`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_certificate_path EntrascimProvider#client_certificate_path}
  */
  readonly clientCertificatePath?: string | undefined;
  /**
  * Default: `ARM_CLIENT_ID`, `AZURE_CLIENT_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_id EntrascimProvider#client_id}
  */
  readonly clientId?: string | undefined;
  /**
  * Default: `ARM_CLIENT_SECRET`, `AZURE_CLIENT_SECRET`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_secret EntrascimProvider#client_secret}
  */
  readonly clientSecret?: string | undefined;
  /**
  * `public`, `usgovernment`, `dod` or `china`. Default: `ARM_ENVIRONMENT`, else `public`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#cloud EntrascimProvider#cloud}
  */
  readonly cloud?: string | undefined;
  /**
  * Microsoft Graph's root instead of the cloud's own, without the version. Default: `ENTRASCIM_GRAPH_ENDPOINT`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#graph_endpoint EntrascimProvider#graph_endpoint}
  */
  readonly graphEndpoint?: string | undefined;
  /**
  * What authorises that request. Default: `ARM_OIDC_REQUEST_TOKEN`, `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, `SYSTEM_ACCESSTOKEN`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#oidc_request_token EntrascimProvider#oidc_request_token}
  */
  readonly oidcRequestToken?: string | undefined;
  /**
  * Where a pipeline asks for its token. Default: `ARM_OIDC_REQUEST_URL`, `ACTIONS_ID_TOKEN_REQUEST_URL`, `SYSTEM_OIDCREQUESTURI`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#oidc_request_url EntrascimProvider#oidc_request_url}
  */
  readonly oidcRequestUrl?: string | undefined;
  /**
  * The token. Default: `ARM_OIDC_TOKEN`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#oidc_token EntrascimProvider#oidc_token}
  */
  readonly oidcToken?: string | undefined;
  /**
  * File with the token. Default: `ARM_OIDC_TOKEN_FILE_PATH`, `AZURE_FEDERATED_TOKEN_FILE`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#oidc_token_file_path EntrascimProvider#oidc_token_file_path}
  */
  readonly oidcTokenFilePath?: string | undefined;
  /**
  * Default: `ARM_TENANT_ID`, `AZURE_TENANT_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#tenant_id EntrascimProvider#tenant_id}
  */
  readonly tenantId?: string | undefined;
  /**
  * Sign in as the Azure CLI does when nothing else is configured. Default: `ARM_USE_CLI`, else true.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#use_cli EntrascimProvider#use_cli}
  */
  readonly useCli?: boolean | cdktf.IResolvable | undefined;
  /**
  * Sign in with the machine's managed identity. Default: `ARM_USE_MSI`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#use_managed_identity EntrascimProvider#use_managed_identity}
  */
  readonly useManagedIdentity?: boolean | cdktf.IResolvable | undefined;
  /**
  * Sign in with a federated token. Default: `ARM_USE_OIDC`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#use_oidc EntrascimProvider#use_oidc}
  */
  readonly useOidc?: boolean | cdktf.IResolvable | undefined;
}

export function entrascimProviderAzureToTerraform(struct?: EntrascimProviderAzure | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    ado_service_connection_id: cdktf.stringToTerraform(struct!.adoServiceConnectionId),
    authority_host: cdktf.stringToTerraform(struct!.authorityHost),
    client_certificate: cdktf.stringToTerraform(struct!.clientCertificate),
    client_certificate_password: cdktf.stringToTerraform(struct!.clientCertificatePassword),
    client_certificate_path: cdktf.stringToTerraform(struct!.clientCertificatePath),
    client_id: cdktf.stringToTerraform(struct!.clientId),
    client_secret: cdktf.stringToTerraform(struct!.clientSecret),
    cloud: cdktf.stringToTerraform(struct!.cloud),
    graph_endpoint: cdktf.stringToTerraform(struct!.graphEndpoint),
    oidc_request_token: cdktf.stringToTerraform(struct!.oidcRequestToken),
    oidc_request_url: cdktf.stringToTerraform(struct!.oidcRequestUrl),
    oidc_token: cdktf.stringToTerraform(struct!.oidcToken),
    oidc_token_file_path: cdktf.stringToTerraform(struct!.oidcTokenFilePath),
    tenant_id: cdktf.stringToTerraform(struct!.tenantId),
    use_cli: cdktf.booleanToTerraform(struct!.useCli),
    use_managed_identity: cdktf.booleanToTerraform(struct!.useManagedIdentity),
    use_oidc: cdktf.booleanToTerraform(struct!.useOidc),
  }
}


export function entrascimProviderAzureToHclTerraform(struct?: EntrascimProviderAzure | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    ado_service_connection_id: {
      value: cdktf.stringToHclTerraform(struct!.adoServiceConnectionId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    authority_host: {
      value: cdktf.stringToHclTerraform(struct!.authorityHost),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_certificate: {
      value: cdktf.stringToHclTerraform(struct!.clientCertificate),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_certificate_password: {
      value: cdktf.stringToHclTerraform(struct!.clientCertificatePassword),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_certificate_path: {
      value: cdktf.stringToHclTerraform(struct!.clientCertificatePath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_id: {
      value: cdktf.stringToHclTerraform(struct!.clientId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_secret: {
      value: cdktf.stringToHclTerraform(struct!.clientSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cloud: {
      value: cdktf.stringToHclTerraform(struct!.cloud),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    graph_endpoint: {
      value: cdktf.stringToHclTerraform(struct!.graphEndpoint),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    oidc_request_token: {
      value: cdktf.stringToHclTerraform(struct!.oidcRequestToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    oidc_request_url: {
      value: cdktf.stringToHclTerraform(struct!.oidcRequestUrl),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    oidc_token: {
      value: cdktf.stringToHclTerraform(struct!.oidcToken),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    oidc_token_file_path: {
      value: cdktf.stringToHclTerraform(struct!.oidcTokenFilePath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    tenant_id: {
      value: cdktf.stringToHclTerraform(struct!.tenantId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    use_cli: {
      value: cdktf.booleanToHclTerraform(struct!.useCli),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    use_managed_identity: {
      value: cdktf.booleanToHclTerraform(struct!.useManagedIdentity),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    use_oidc: {
      value: cdktf.booleanToHclTerraform(struct!.useOidc),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderHttp {
  /**
  * Requests under way at once. Default: 10.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#max_concurrency EntrascimProvider#max_concurrency}
  */
  readonly maxConcurrency?: number | undefined;
  /**
  * Further tries after a transient fault. Default: 4.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#max_retries EntrascimProvider#max_retries}
  */
  readonly maxRetries?: number | undefined;
  /**
  * How long one request may take, such as `30s`. Default: `30s`, and `90s` for a validation.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#request_timeout EntrascimProvider#request_timeout}
  */
  readonly requestTimeout?: string | undefined;
}

export function entrascimProviderHttpToTerraform(struct?: EntrascimProviderHttp | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    max_concurrency: cdktf.numberToTerraform(struct!.maxConcurrency),
    max_retries: cdktf.numberToTerraform(struct!.maxRetries),
    request_timeout: cdktf.stringToTerraform(struct!.requestTimeout),
  }
}


export function entrascimProviderHttpToHclTerraform(struct?: EntrascimProviderHttp | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    max_concurrency: {
      value: cdktf.numberToHclTerraform(struct!.maxConcurrency),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    max_retries: {
      value: cdktf.numberToHclTerraform(struct!.maxRetries),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    request_timeout: {
      value: cdktf.stringToHclTerraform(struct!.requestTimeout),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderInfisicalAuthAzure {
  /**
  * Default: `INFISICAL_MACHINE_IDENTITY_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#identity_id EntrascimProvider#identity_id}
  */
  readonly identityId?: string | undefined;
  /**
  * Audience of the token. Default: `https://management.azure.com/`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#resource EntrascimProvider#resource}
  */
  readonly resource?: string | undefined;
}

export function entrascimProviderInfisicalAuthAzureToTerraform(struct?: EntrascimProviderInfisicalAuthAzure | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    identity_id: cdktf.stringToTerraform(struct!.identityId),
    resource: cdktf.stringToTerraform(struct!.resource),
  }
}


export function entrascimProviderInfisicalAuthAzureToHclTerraform(struct?: EntrascimProviderInfisicalAuthAzure | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    identity_id: {
      value: cdktf.stringToHclTerraform(struct!.identityId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    resource: {
      value: cdktf.stringToHclTerraform(struct!.resource),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderInfisicalAuthKubernetes {
  /**
  * Default: `INFISICAL_MACHINE_IDENTITY_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#identity_id EntrascimProvider#identity_id}
  */
  readonly identityId?: string | undefined;
  /**
  * File with the token. Default: `INFISICAL_KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH`, else the usual one.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#token_path EntrascimProvider#token_path}
  */
  readonly tokenPath?: string | undefined;
}

export function entrascimProviderInfisicalAuthKubernetesToTerraform(struct?: EntrascimProviderInfisicalAuthKubernetes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    identity_id: cdktf.stringToTerraform(struct!.identityId),
    token_path: cdktf.stringToTerraform(struct!.tokenPath),
  }
}


export function entrascimProviderInfisicalAuthKubernetesToHclTerraform(struct?: EntrascimProviderInfisicalAuthKubernetes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    identity_id: {
      value: cdktf.stringToHclTerraform(struct!.identityId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token_path: {
      value: cdktf.stringToHclTerraform(struct!.tokenPath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderInfisicalAuthOidc {
  /**
  * Default: `INFISICAL_MACHINE_IDENTITY_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#identity_id EntrascimProvider#identity_id}
  */
  readonly identityId?: string | undefined;
  /**
  * The token. Default: `INFISICAL_AUTH_JWT`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#token EntrascimProvider#token}
  */
  readonly token?: string | undefined;
  /**
  * Environment variable with the token. Default: the one that `INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME` names.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#token_env EntrascimProvider#token_env}
  */
  readonly tokenEnv?: string | undefined;
  /**
  * File with the token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#token_path EntrascimProvider#token_path}
  */
  readonly tokenPath?: string | undefined;
}

export function entrascimProviderInfisicalAuthOidcToTerraform(struct?: EntrascimProviderInfisicalAuthOidc | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    identity_id: cdktf.stringToTerraform(struct!.identityId),
    token: cdktf.stringToTerraform(struct!.token),
    token_env: cdktf.stringToTerraform(struct!.tokenEnv),
    token_path: cdktf.stringToTerraform(struct!.tokenPath),
  }
}


export function entrascimProviderInfisicalAuthOidcToHclTerraform(struct?: EntrascimProviderInfisicalAuthOidc | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    identity_id: {
      value: cdktf.stringToHclTerraform(struct!.identityId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token: {
      value: cdktf.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token_env: {
      value: cdktf.stringToHclTerraform(struct!.tokenEnv),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    token_path: {
      value: cdktf.stringToHclTerraform(struct!.tokenPath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderInfisicalAuthUniversal {
  /**
  * Default: `INFISICAL_UNIVERSAL_AUTH_CLIENT_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_id EntrascimProvider#client_id}
  */
  readonly clientId?: string | undefined;
  /**
  * Default: `INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#client_secret EntrascimProvider#client_secret}
  */
  readonly clientSecret?: string | undefined;
}

export function entrascimProviderInfisicalAuthUniversalToTerraform(struct?: EntrascimProviderInfisicalAuthUniversal | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    client_id: cdktf.stringToTerraform(struct!.clientId),
    client_secret: cdktf.stringToTerraform(struct!.clientSecret),
  }
}


export function entrascimProviderInfisicalAuthUniversalToHclTerraform(struct?: EntrascimProviderInfisicalAuthUniversal | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    client_id: {
      value: cdktf.stringToHclTerraform(struct!.clientId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    client_secret: {
      value: cdktf.stringToHclTerraform(struct!.clientSecret),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderInfisicalAuth {
  /**
  * An access token, used as it is.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#token EntrascimProvider#token}
  */
  readonly token?: string | undefined;
  /**
  * azure block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#azure EntrascimProvider#azure}
  */
  readonly azure?: EntrascimProviderInfisicalAuthAzure | undefined;
  /**
  * kubernetes block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#kubernetes EntrascimProvider#kubernetes}
  */
  readonly kubernetes?: EntrascimProviderInfisicalAuthKubernetes | undefined;
  /**
  * oidc block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#oidc EntrascimProvider#oidc}
  */
  readonly oidc?: EntrascimProviderInfisicalAuthOidc | undefined;
  /**
  * universal block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#universal EntrascimProvider#universal}
  */
  readonly universal?: EntrascimProviderInfisicalAuthUniversal | undefined;
}

export function entrascimProviderInfisicalAuthToTerraform(struct?: EntrascimProviderInfisicalAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    token: cdktf.stringToTerraform(struct!.token),
    azure: entrascimProviderInfisicalAuthAzureToTerraform(struct!.azure),
    kubernetes: entrascimProviderInfisicalAuthKubernetesToTerraform(struct!.kubernetes),
    oidc: entrascimProviderInfisicalAuthOidcToTerraform(struct!.oidc),
    universal: entrascimProviderInfisicalAuthUniversalToTerraform(struct!.universal),
  }
}


export function entrascimProviderInfisicalAuthToHclTerraform(struct?: EntrascimProviderInfisicalAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    token: {
      value: cdktf.stringToHclTerraform(struct!.token),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    azure: {
      value: entrascimProviderInfisicalAuthAzureToHclTerraform(struct!.azure),
      isBlock: true,
      type: "struct",
      storageClassType: "EntrascimProviderInfisicalAuthAzure",
    },
    kubernetes: {
      value: entrascimProviderInfisicalAuthKubernetesToHclTerraform(struct!.kubernetes),
      isBlock: true,
      type: "struct",
      storageClassType: "EntrascimProviderInfisicalAuthKubernetes",
    },
    oidc: {
      value: entrascimProviderInfisicalAuthOidcToHclTerraform(struct!.oidc),
      isBlock: true,
      type: "struct",
      storageClassType: "EntrascimProviderInfisicalAuthOidc",
    },
    universal: {
      value: entrascimProviderInfisicalAuthUniversalToHclTerraform(struct!.universal),
      isBlock: true,
      type: "struct",
      storageClassType: "EntrascimProviderInfisicalAuthUniversal",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export interface EntrascimProviderInfisical {
  /**
  * Base URL. Default: `INFISICAL_HOST`, else `https://app.infisical.com`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#host EntrascimProvider#host}
  */
  readonly host?: string | undefined;
  /**
  * (Sub-)organization to log in to.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#organization_slug EntrascimProvider#organization_slug}
  */
  readonly organizationSlug?: string | undefined;
  /**
  * Project for sources that do not name one. Default: `INFISICAL_PROJECT_ID`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#project_id EntrascimProvider#project_id}
  */
  readonly projectId?: string | undefined;
  /**
  * auth block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#auth EntrascimProvider#auth}
  */
  readonly auth?: EntrascimProviderInfisicalAuth | undefined;
}

export function entrascimProviderInfisicalToTerraform(struct?: EntrascimProviderInfisical | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    host: cdktf.stringToTerraform(struct!.host),
    organization_slug: cdktf.stringToTerraform(struct!.organizationSlug),
    project_id: cdktf.stringToTerraform(struct!.projectId),
    auth: entrascimProviderInfisicalAuthToTerraform(struct!.auth),
  }
}


export function entrascimProviderInfisicalToHclTerraform(struct?: EntrascimProviderInfisical | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    host: {
      value: cdktf.stringToHclTerraform(struct!.host),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    organization_slug: {
      value: cdktf.stringToHclTerraform(struct!.organizationSlug),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    project_id: {
      value: cdktf.stringToHclTerraform(struct!.projectId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    auth: {
      value: entrascimProviderInfisicalAuthToHclTerraform(struct!.auth),
      isBlock: true,
      type: "struct",
      storageClassType: "EntrascimProviderInfisicalAuth",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}


/**
* Represents a {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs entrascim}
*/
export class EntrascimProvider extends cdktf.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "entrascim";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a EntrascimProvider resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the EntrascimProvider to import
  * @param importFromId The id of the existing EntrascimProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the EntrascimProvider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "entrascim", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs entrascim} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options EntrascimProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: EntrascimProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'entrascim',
      terraformGeneratorMetadata: {
        providerName: 'entrascim',
        providerVersion: '0.1.0',
        providerVersionConstraint: '0.1.0'
      },
      terraformProviderSource: 'entrascim/entrascim'
    });
    this._alias = config.alias;
    this._azure = config.azure;
    this._http = config.http;
    this._infisical = config.infisical;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // alias - computed: false, optional: true, required: false
  private _alias?: string | undefined; 
  public get alias() {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // azure - computed: false, optional: true, required: false
  private _azure?: EntrascimProviderAzure | undefined; 
  public get azure() {
    return this._azure;
  }
  public set azure(value: EntrascimProviderAzure | undefined) {
    this._azure = value;
  }
  public resetAzure() {
    this._azure = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get azureInput() {
    return this._azure;
  }

  // http - computed: false, optional: true, required: false
  private _http?: EntrascimProviderHttp | undefined; 
  public get http() {
    return this._http;
  }
  public set http(value: EntrascimProviderHttp | undefined) {
    this._http = value;
  }
  public resetHttp() {
    this._http = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get httpInput() {
    return this._http;
  }

  // infisical - computed: false, optional: true, required: false
  private _infisical?: EntrascimProviderInfisical | undefined; 
  public get infisical() {
    return this._infisical;
  }
  public set infisical(value: EntrascimProviderInfisical | undefined) {
    this._infisical = value;
  }
  public resetInfisical() {
    this._infisical = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get infisicalInput() {
    return this._infisical;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      alias: cdktf.stringToTerraform(this._alias),
      azure: entrascimProviderAzureToTerraform(this._azure),
      http: entrascimProviderHttpToTerraform(this._http),
      infisical: entrascimProviderInfisicalToTerraform(this._infisical),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      alias: {
        value: cdktf.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      azure: {
        value: entrascimProviderAzureToHclTerraform(this._azure),
        isBlock: true,
        type: "struct",
        storageClassType: "EntrascimProviderAzure",
      },
      http: {
        value: entrascimProviderHttpToHclTerraform(this._http),
        isBlock: true,
        type: "struct",
        storageClassType: "EntrascimProviderHttp",
      },
      infisical: {
        value: entrascimProviderInfisicalToHclTerraform(this._infisical),
        isBlock: true,
        type: "struct",
        storageClassType: "EntrascimProviderInfisical",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
