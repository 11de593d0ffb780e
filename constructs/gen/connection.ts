// @ts-nocheck
// https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ConnectionConfig extends cdktf.TerraformMetaArguments {
  /**
  * Client id of the application to sign in as. Left out, the provider's is used and nothing is stored.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#client_id Connection#client_id}
  */
  readonly clientId?: string | undefined;
  /**
  * `public`, `usgovernment`, `dod` or `china`. Default: the provider's cloud.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#cloud Connection#cloud}
  */
  readonly cloud?: string | undefined;
  /**
  * What it is for, at most 256 characters.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#description Connection#description}
  */
  readonly description?: string | undefined;
  /**
  * Name of the connection: a slug of at most 32 characters.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#name Connection#name}
  */
  readonly name: string;
  /**
  * The tenant: its UUID or a verified domain. Default: the provider's tenant.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#tenant_id Connection#tenant_id}
  */
  readonly tenantId?: string | undefined;
  /**
  * auth block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#auth Connection#auth}
  */
  readonly auth?: ConnectionAuth | undefined;
}
export interface ConnectionAuthAzureCli {
}

export function connectionAuthAzureCliToTerraform(struct?: ConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function connectionAuthAzureCliToHclTerraform(struct?: ConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class ConnectionAuthAzureCliOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ConnectionAuthAzureCli | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ConnectionAuthAzureCli | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
    }
  }
}
export interface ConnectionAuthClientCertificate {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#environment Connection#environment}
  */
  readonly environment?: string | undefined;
  /**
  * Key of the secret, in the same folder, that holds the certificate's password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#password_key Connection#password_key}
  */
  readonly passwordKey?: string | undefined;
  /**
  * File with the certificate and its key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#path Connection#path}
  */
  readonly path?: string | undefined;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#project_id Connection#project_id}
  */
  readonly projectId?: string | undefined;
  /**
  * Key of the secret that holds the certificate: PEM, or PKCS#12 in base64.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#secret_key Connection#secret_key}
  */
  readonly secretKey?: string | undefined;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#secret_path Connection#secret_path}
  */
  readonly secretPath?: string | undefined;
}

export function connectionAuthClientCertificateToTerraform(struct?: ConnectionAuthClientCertificate | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    environment: cdktf.stringToTerraform(struct!.environment),
    password_key: cdktf.stringToTerraform(struct!.passwordKey),
    path: cdktf.stringToTerraform(struct!.path),
    project_id: cdktf.stringToTerraform(struct!.projectId),
    secret_key: cdktf.stringToTerraform(struct!.secretKey),
    secret_path: cdktf.stringToTerraform(struct!.secretPath),
  }
}


export function connectionAuthClientCertificateToHclTerraform(struct?: ConnectionAuthClientCertificate | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    environment: {
      value: cdktf.stringToHclTerraform(struct!.environment),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    password_key: {
      value: cdktf.stringToHclTerraform(struct!.passwordKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    path: {
      value: cdktf.stringToHclTerraform(struct!.path),
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
    secret_key: {
      value: cdktf.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_path: {
      value: cdktf.stringToHclTerraform(struct!.secretPath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ConnectionAuthClientCertificateOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ConnectionAuthClientCertificate | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._environment !== undefined) {
      hasAnyValues = true;
      internalValueResult.environment = this._environment;
    }
    if (this._passwordKey !== undefined) {
      hasAnyValues = true;
      internalValueResult.passwordKey = this._passwordKey;
    }
    if (this._path !== undefined) {
      hasAnyValues = true;
      internalValueResult.path = this._path;
    }
    if (this._projectId !== undefined) {
      hasAnyValues = true;
      internalValueResult.projectId = this._projectId;
    }
    if (this._secretKey !== undefined) {
      hasAnyValues = true;
      internalValueResult.secretKey = this._secretKey;
    }
    if (this._secretPath !== undefined) {
      hasAnyValues = true;
      internalValueResult.secretPath = this._secretPath;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ConnectionAuthClientCertificate | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._environment = undefined;
      this._passwordKey = undefined;
      this._path = undefined;
      this._projectId = undefined;
      this._secretKey = undefined;
      this._secretPath = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._environment = value.environment;
      this._passwordKey = value.passwordKey;
      this._path = value.path;
      this._projectId = value.projectId;
      this._secretKey = value.secretKey;
      this._secretPath = value.secretPath;
    }
  }

  // environment - computed: false, optional: true, required: false
  private _environment?: string | undefined; 
  public get environment() {
    return this.getStringAttribute('environment');
  }
  public set environment(value: string) {
    this._environment = value;
  }
  public resetEnvironment() {
    this._environment = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get environmentInput() {
    return this._environment;
  }

  // password_key - computed: false, optional: true, required: false
  private _passwordKey?: string | undefined; 
  public get passwordKey() {
    return this.getStringAttribute('password_key');
  }
  public set passwordKey(value: string) {
    this._passwordKey = value;
  }
  public resetPasswordKey() {
    this._passwordKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get passwordKeyInput() {
    return this._passwordKey;
  }

  // path - computed: false, optional: true, required: false
  private _path?: string | undefined; 
  public get path() {
    return this.getStringAttribute('path');
  }
  public set path(value: string) {
    this._path = value;
  }
  public resetPath() {
    this._path = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get pathInput() {
    return this._path;
  }

  // project_id - computed: false, optional: true, required: false
  private _projectId?: string | undefined; 
  public get projectId() {
    return this.getStringAttribute('project_id');
  }
  public set projectId(value: string) {
    this._projectId = value;
  }
  public resetProjectId() {
    this._projectId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get projectIdInput() {
    return this._projectId;
  }

  // secret_key - computed: false, optional: true, required: false
  private _secretKey?: string | undefined; 
  public get secretKey() {
    return this.getStringAttribute('secret_key');
  }
  public set secretKey(value: string) {
    this._secretKey = value;
  }
  public resetSecretKey() {
    this._secretKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get secretKeyInput() {
    return this._secretKey;
  }

  // secret_path - computed: false, optional: true, required: false
  private _secretPath?: string | undefined; 
  public get secretPath() {
    return this.getStringAttribute('secret_path');
  }
  public set secretPath(value: string) {
    this._secretPath = value;
  }
  public resetSecretPath() {
    this._secretPath = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get secretPathInput() {
    return this._secretPath;
  }
}
export interface ConnectionAuthClientSecret {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#environment Connection#environment}
  */
  readonly environment: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#project_id Connection#project_id}
  */
  readonly projectId?: string | undefined;
  /**
  * Key of the secret that holds the client secret.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#secret_key Connection#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#secret_path Connection#secret_path}
  */
  readonly secretPath: string;
}

export function connectionAuthClientSecretToTerraform(struct?: ConnectionAuthClientSecret | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    environment: cdktf.stringToTerraform(struct!.environment),
    project_id: cdktf.stringToTerraform(struct!.projectId),
    secret_key: cdktf.stringToTerraform(struct!.secretKey),
    secret_path: cdktf.stringToTerraform(struct!.secretPath),
  }
}


export function connectionAuthClientSecretToHclTerraform(struct?: ConnectionAuthClientSecret | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    environment: {
      value: cdktf.stringToHclTerraform(struct!.environment),
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
    secret_key: {
      value: cdktf.stringToHclTerraform(struct!.secretKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secret_path: {
      value: cdktf.stringToHclTerraform(struct!.secretPath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ConnectionAuthClientSecretOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ConnectionAuthClientSecret | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._environment !== undefined) {
      hasAnyValues = true;
      internalValueResult.environment = this._environment;
    }
    if (this._projectId !== undefined) {
      hasAnyValues = true;
      internalValueResult.projectId = this._projectId;
    }
    if (this._secretKey !== undefined) {
      hasAnyValues = true;
      internalValueResult.secretKey = this._secretKey;
    }
    if (this._secretPath !== undefined) {
      hasAnyValues = true;
      internalValueResult.secretPath = this._secretPath;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ConnectionAuthClientSecret | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._environment = undefined;
      this._projectId = undefined;
      this._secretKey = undefined;
      this._secretPath = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._environment = value.environment;
      this._projectId = value.projectId;
      this._secretKey = value.secretKey;
      this._secretPath = value.secretPath;
    }
  }

  // environment - computed: false, optional: false, required: true
  private _environment?: string | undefined; 
  public get environment() {
    return this.getStringAttribute('environment');
  }
  public set environment(value: string) {
    this._environment = value;
  }
  // Temporarily expose input value. Use with caution.
  public get environmentInput() {
    return this._environment;
  }

  // project_id - computed: false, optional: true, required: false
  private _projectId?: string | undefined; 
  public get projectId() {
    return this.getStringAttribute('project_id');
  }
  public set projectId(value: string) {
    this._projectId = value;
  }
  public resetProjectId() {
    this._projectId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get projectIdInput() {
    return this._projectId;
  }

  // secret_key - computed: false, optional: false, required: true
  private _secretKey?: string | undefined; 
  public get secretKey() {
    return this.getStringAttribute('secret_key');
  }
  public set secretKey(value: string) {
    this._secretKey = value;
  }
  // Temporarily expose input value. Use with caution.
  public get secretKeyInput() {
    return this._secretKey;
  }

  // secret_path - computed: false, optional: false, required: true
  private _secretPath?: string | undefined; 
  public get secretPath() {
    return this.getStringAttribute('secret_path');
  }
  public set secretPath(value: string) {
    this._secretPath = value;
  }
  // Temporarily expose input value. Use with caution.
  public get secretPathInput() {
    return this._secretPath;
  }
}
export interface ConnectionAuthManagedIdentity {
}

export function connectionAuthManagedIdentityToTerraform(struct?: ConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function connectionAuthManagedIdentityToHclTerraform(struct?: ConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class ConnectionAuthManagedIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ConnectionAuthManagedIdentity | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ConnectionAuthManagedIdentity | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
    }
  }
}
export interface ConnectionAuthWorkloadIdentity {
  /**
  * File with the token, read anew for each sign-in. Default: `AZURE_FEDERATED_TOKEN_FILE`, or the pipeline's own token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#token_file_path Connection#token_file_path}
  */
  readonly tokenFilePath?: string | undefined;
}

export function connectionAuthWorkloadIdentityToTerraform(struct?: ConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    token_file_path: cdktf.stringToTerraform(struct!.tokenFilePath),
  }
}


export function connectionAuthWorkloadIdentityToHclTerraform(struct?: ConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    token_file_path: {
      value: cdktf.stringToHclTerraform(struct!.tokenFilePath),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ConnectionAuthWorkloadIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._tokenFilePath !== undefined) {
      hasAnyValues = true;
      internalValueResult.tokenFilePath = this._tokenFilePath;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._tokenFilePath = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._tokenFilePath = value.tokenFilePath;
    }
  }

  // token_file_path - computed: false, optional: true, required: false
  private _tokenFilePath?: string | undefined; 
  public get tokenFilePath() {
    return this.getStringAttribute('token_file_path');
  }
  public set tokenFilePath(value: string) {
    this._tokenFilePath = value;
  }
  public resetTokenFilePath() {
    this._tokenFilePath = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tokenFilePathInput() {
    return this._tokenFilePath;
  }
}
export interface ConnectionAuth {
  /**
  * azure_cli block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#azure_cli Connection#azure_cli}
  */
  readonly azureCli?: ConnectionAuthAzureCli | undefined;
  /**
  * client_certificate block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#client_certificate Connection#client_certificate}
  */
  readonly clientCertificate?: ConnectionAuthClientCertificate | undefined;
  /**
  * client_secret block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#client_secret Connection#client_secret}
  */
  readonly clientSecret?: ConnectionAuthClientSecret | undefined;
  /**
  * managed_identity block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#managed_identity Connection#managed_identity}
  */
  readonly managedIdentity?: ConnectionAuthManagedIdentity | undefined;
  /**
  * workload_identity block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#workload_identity Connection#workload_identity}
  */
  readonly workloadIdentity?: ConnectionAuthWorkloadIdentity | undefined;
}

export function connectionAuthToTerraform(struct?: ConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    azure_cli: connectionAuthAzureCliToTerraform(struct!.azureCli),
    client_certificate: connectionAuthClientCertificateToTerraform(struct!.clientCertificate),
    client_secret: connectionAuthClientSecretToTerraform(struct!.clientSecret),
    managed_identity: connectionAuthManagedIdentityToTerraform(struct!.managedIdentity),
    workload_identity: connectionAuthWorkloadIdentityToTerraform(struct!.workloadIdentity),
  }
}


export function connectionAuthToHclTerraform(struct?: ConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    azure_cli: {
      value: connectionAuthAzureCliToHclTerraform(struct!.azureCli),
      isBlock: true,
      type: "struct",
      storageClassType: "ConnectionAuthAzureCli",
    },
    client_certificate: {
      value: connectionAuthClientCertificateToHclTerraform(struct!.clientCertificate),
      isBlock: true,
      type: "struct",
      storageClassType: "ConnectionAuthClientCertificate",
    },
    client_secret: {
      value: connectionAuthClientSecretToHclTerraform(struct!.clientSecret),
      isBlock: true,
      type: "struct",
      storageClassType: "ConnectionAuthClientSecret",
    },
    managed_identity: {
      value: connectionAuthManagedIdentityToHclTerraform(struct!.managedIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "ConnectionAuthManagedIdentity",
    },
    workload_identity: {
      value: connectionAuthWorkloadIdentityToHclTerraform(struct!.workloadIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "ConnectionAuthWorkloadIdentity",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ConnectionAuthOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ConnectionAuth | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._azureCli?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.azureCli = this._azureCli?.internalValue;
    }
    if (this._clientCertificate?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.clientCertificate = this._clientCertificate?.internalValue;
    }
    if (this._clientSecret?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.clientSecret = this._clientSecret?.internalValue;
    }
    if (this._managedIdentity?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.managedIdentity = this._managedIdentity?.internalValue;
    }
    if (this._workloadIdentity?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.workloadIdentity = this._workloadIdentity?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ConnectionAuth | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._azureCli.internalValue = undefined;
      this._clientCertificate.internalValue = undefined;
      this._clientSecret.internalValue = undefined;
      this._managedIdentity.internalValue = undefined;
      this._workloadIdentity.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._azureCli.internalValue = value.azureCli;
      this._clientCertificate.internalValue = value.clientCertificate;
      this._clientSecret.internalValue = value.clientSecret;
      this._managedIdentity.internalValue = value.managedIdentity;
      this._workloadIdentity.internalValue = value.workloadIdentity;
    }
  }

  // azure_cli - computed: false, optional: true, required: true
  private _azureCli = new ConnectionAuthAzureCliOutputReference(this, "azure_cli");
  public get azureCli() {
    return this._azureCli;
  }
  public putAzureCli(value: ConnectionAuthAzureCli) {
    this._azureCli.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get azureCliInput() {
    return this._azureCli.internalValue;
  }

  // client_certificate - computed: false, optional: true, required: false
  private _clientCertificate = new ConnectionAuthClientCertificateOutputReference(this, "client_certificate");
  public get clientCertificate() {
    return this._clientCertificate;
  }
  public putClientCertificate(value: ConnectionAuthClientCertificate) {
    this._clientCertificate.internalValue = value;
  }
  public resetClientCertificate() {
    this._clientCertificate.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clientCertificateInput() {
    return this._clientCertificate.internalValue;
  }

  // client_secret - computed: false, optional: true, required: false
  private _clientSecret = new ConnectionAuthClientSecretOutputReference(this, "client_secret");
  public get clientSecret() {
    return this._clientSecret;
  }
  public putClientSecret(value: ConnectionAuthClientSecret) {
    this._clientSecret.internalValue = value;
  }
  public resetClientSecret() {
    this._clientSecret.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clientSecretInput() {
    return this._clientSecret.internalValue;
  }

  // managed_identity - computed: false, optional: true, required: true
  private _managedIdentity = new ConnectionAuthManagedIdentityOutputReference(this, "managed_identity");
  public get managedIdentity() {
    return this._managedIdentity;
  }
  public putManagedIdentity(value: ConnectionAuthManagedIdentity) {
    this._managedIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get managedIdentityInput() {
    return this._managedIdentity.internalValue;
  }

  // workload_identity - computed: false, optional: true, required: false
  private _workloadIdentity = new ConnectionAuthWorkloadIdentityOutputReference(this, "workload_identity");
  public get workloadIdentity() {
    return this._workloadIdentity;
  }
  public putWorkloadIdentity(value: ConnectionAuthWorkloadIdentity) {
    this._workloadIdentity.internalValue = value;
  }
  public resetWorkloadIdentity() {
    this._workloadIdentity.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get workloadIdentityInput() {
    return this._workloadIdentity.internalValue;
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection entrascim_connection}
*/
export class Connection extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "entrascim_connection";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Connection resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Connection to import
  * @param importFromId The id of the existing Connection that should be imported. Refer to the {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Connection to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "entrascim_connection", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/resources/connection entrascim_connection} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ConnectionConfig
  */
  public constructor(scope: Construct, id: string, config: ConnectionConfig) {
    super(scope, id, {
      terraformResourceType: 'entrascim_connection',
      terraformGeneratorMetadata: {
        providerName: 'entrascim',
        providerVersion: '0.1.0',
        providerVersionConstraint: '0.1.0'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._clientId = config.clientId;
    this._cloud = config.cloud;
    this._description = config.description;
    this._name = config.name;
    this._tenantId = config.tenantId;
    this._auth.internalValue = config.auth;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // client_id - computed: false, optional: true, required: false
  private _clientId?: string | undefined; 
  public get clientId() {
    return this.getStringAttribute('client_id');
  }
  public set clientId(value: string) {
    this._clientId = value;
  }
  public resetClientId() {
    this._clientId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clientIdInput() {
    return this._clientId;
  }

  // cloud - computed: true, optional: true, required: false
  private _cloud?: string | undefined; 
  public get cloud() {
    return this.getStringAttribute('cloud');
  }
  public set cloud(value: string) {
    this._cloud = value;
  }
  public resetCloud() {
    this._cloud = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudInput() {
    return this._cloud;
  }

  // description - computed: false, optional: true, required: false
  private _description?: string | undefined; 
  public get description() {
    return this.getStringAttribute('description');
  }
  public set description(value: string) {
    this._description = value;
  }
  public resetDescription() {
    this._description = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get descriptionInput() {
    return this._description;
  }

  // granted_permissions - computed: true, optional: false, required: false
  public get grantedPermissions() {
    return this.getListAttribute('granted_permissions');
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: false, optional: false, required: true
  private _name?: string | undefined; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // status_message - computed: true, optional: false, required: false
  public get statusMessage() {
    return this.getStringAttribute('status_message');
  }

  // tenant_id - computed: true, optional: true, required: false
  private _tenantId?: string | undefined; 
  public get tenantId() {
    return this.getStringAttribute('tenant_id');
  }
  public set tenantId(value: string) {
    this._tenantId = value;
  }
  public resetTenantId() {
    this._tenantId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tenantIdInput() {
    return this._tenantId;
  }

  // auth - computed: false, optional: true, required: false
  private _auth = new ConnectionAuthOutputReference(this, "auth");
  public get auth() {
    return this._auth;
  }
  public putAuth(value: ConnectionAuth) {
    this._auth.internalValue = value;
  }
  public resetAuth() {
    this._auth.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get authInput() {
    return this._auth.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      client_id: cdktf.stringToTerraform(this._clientId),
      cloud: cdktf.stringToTerraform(this._cloud),
      description: cdktf.stringToTerraform(this._description),
      name: cdktf.stringToTerraform(this._name),
      tenant_id: cdktf.stringToTerraform(this._tenantId),
      auth: connectionAuthToTerraform(this._auth.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      client_id: {
        value: cdktf.stringToHclTerraform(this._clientId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      cloud: {
        value: cdktf.stringToHclTerraform(this._cloud),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      description: {
        value: cdktf.stringToHclTerraform(this._description),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      tenant_id: {
        value: cdktf.stringToHclTerraform(this._tenantId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      auth: {
        value: connectionAuthToHclTerraform(this._auth.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "ConnectionAuth",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
