// @ts-nocheck
// https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataEntrascimServicePrincipalConfig extends cdktf.TerraformMetaArguments {
  /**
  * Application (client) id.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#app_id DataEntrascimServicePrincipal#app_id}
  */
  readonly appId?: string | undefined;
  /**
  * The connection to look with. Default: the provider's credentials.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#connection DataEntrascimServicePrincipal#connection}
  */
  readonly connection?: DataEntrascimServicePrincipalConnection | undefined;
  /**
  * Display name, exactly. Several with the same name are an error that lists them.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#display_name DataEntrascimServicePrincipal#display_name}
  */
  readonly displayName?: string | undefined;
  /**
  * Object id of the service principal.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#object_id DataEntrascimServicePrincipal#object_id}
  */
  readonly objectId?: string | undefined;
}
export interface DataEntrascimServicePrincipalConnectionAuthAzureCli {
}

export function dataEntrascimServicePrincipalConnectionAuthAzureCliToTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalConnectionAuthAzureCliToHclTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalConnectionAuthAzureCliOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnectionAuthAzureCli | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalConnectionAuthAzureCli | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalConnectionAuthClientCertificate {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#environment DataEntrascimServicePrincipal#environment}
  */
  readonly environment: string;
  /**
  * Key of the secret with its password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#password_key DataEntrascimServicePrincipal#password_key}
  */
  readonly passwordKey: string;
  /**
  * File of the certificate and its key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#path DataEntrascimServicePrincipal#path}
  */
  readonly path: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#project_id DataEntrascimServicePrincipal#project_id}
  */
  readonly projectId: string;
  /**
  * Key of the secret with the certificate.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#secret_key DataEntrascimServicePrincipal#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#secret_path DataEntrascimServicePrincipal#secret_path}
  */
  readonly secretPath: string;
}

export function dataEntrascimServicePrincipalConnectionAuthClientCertificateToTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthClientCertificate | cdktf.IResolvable): any {
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


export function dataEntrascimServicePrincipalConnectionAuthClientCertificateToHclTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthClientCertificate | cdktf.IResolvable): any {
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

export class DataEntrascimServicePrincipalConnectionAuthClientCertificateOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnectionAuthClientCertificate | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalConnectionAuthClientCertificate | cdktf.IResolvable | undefined) {
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

  // password_key - computed: false, optional: false, required: true
  private _passwordKey?: string | undefined; 
  public get passwordKey() {
    return this.getStringAttribute('password_key');
  }
  public set passwordKey(value: string) {
    this._passwordKey = value;
  }
  // Temporarily expose input value. Use with caution.
  public get passwordKeyInput() {
    return this._passwordKey;
  }

  // path - computed: false, optional: false, required: true
  private _path?: string | undefined; 
  public get path() {
    return this.getStringAttribute('path');
  }
  public set path(value: string) {
    this._path = value;
  }
  // Temporarily expose input value. Use with caution.
  public get pathInput() {
    return this._path;
  }

  // project_id - computed: false, optional: false, required: true
  private _projectId?: string | undefined; 
  public get projectId() {
    return this.getStringAttribute('project_id');
  }
  public set projectId(value: string) {
    this._projectId = value;
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
export interface DataEntrascimServicePrincipalConnectionAuthClientSecret {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#environment DataEntrascimServicePrincipal#environment}
  */
  readonly environment: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#project_id DataEntrascimServicePrincipal#project_id}
  */
  readonly projectId: string;
  /**
  * Key of the secret.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#secret_key DataEntrascimServicePrincipal#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#secret_path DataEntrascimServicePrincipal#secret_path}
  */
  readonly secretPath: string;
}

export function dataEntrascimServicePrincipalConnectionAuthClientSecretToTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthClientSecret | cdktf.IResolvable): any {
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


export function dataEntrascimServicePrincipalConnectionAuthClientSecretToHclTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthClientSecret | cdktf.IResolvable): any {
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

export class DataEntrascimServicePrincipalConnectionAuthClientSecretOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnectionAuthClientSecret | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalConnectionAuthClientSecret | cdktf.IResolvable | undefined) {
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

  // project_id - computed: false, optional: false, required: true
  private _projectId?: string | undefined; 
  public get projectId() {
    return this.getStringAttribute('project_id');
  }
  public set projectId(value: string) {
    this._projectId = value;
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
export interface DataEntrascimServicePrincipalConnectionAuthManagedIdentity {
}

export function dataEntrascimServicePrincipalConnectionAuthManagedIdentityToTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalConnectionAuthManagedIdentityToHclTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalConnectionAuthManagedIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnectionAuthManagedIdentity | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalConnectionAuthManagedIdentity | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity {
  /**
  * File of the token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#token_file_path DataEntrascimServicePrincipal#token_file_path}
  */
  readonly tokenFilePath: string;
}

export function dataEntrascimServicePrincipalConnectionAuthWorkloadIdentityToTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    token_file_path: cdktf.stringToTerraform(struct!.tokenFilePath),
  }
}


export function dataEntrascimServicePrincipalConnectionAuthWorkloadIdentityToHclTerraform(struct?: DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
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

export class DataEntrascimServicePrincipalConnectionAuthWorkloadIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined) {
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

  // token_file_path - computed: false, optional: false, required: true
  private _tokenFilePath?: string | undefined; 
  public get tokenFilePath() {
    return this.getStringAttribute('token_file_path');
  }
  public set tokenFilePath(value: string) {
    this._tokenFilePath = value;
  }
  // Temporarily expose input value. Use with caution.
  public get tokenFilePathInput() {
    return this._tokenFilePath;
  }
}
export interface DataEntrascimServicePrincipalConnectionAuth {
  /**
  * The account signed in with the Azure CLI.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#azure_cli DataEntrascimServicePrincipal#azure_cli}
  */
  readonly azureCli: DataEntrascimServicePrincipalConnectionAuthAzureCli;
  /**
  * A client certificate, in a file or kept in Infisical.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#client_certificate DataEntrascimServicePrincipal#client_certificate}
  */
  readonly clientCertificate: DataEntrascimServicePrincipalConnectionAuthClientCertificate;
  /**
  * A client secret kept in Infisical.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#client_secret DataEntrascimServicePrincipal#client_secret}
  */
  readonly clientSecret: DataEntrascimServicePrincipalConnectionAuthClientSecret;
  /**
  * The managed identity of the machine.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#managed_identity DataEntrascimServicePrincipal#managed_identity}
  */
  readonly managedIdentity: DataEntrascimServicePrincipalConnectionAuthManagedIdentity;
  /**
  * A federated token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#workload_identity DataEntrascimServicePrincipal#workload_identity}
  */
  readonly workloadIdentity: DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity;
}

export function dataEntrascimServicePrincipalConnectionAuthToTerraform(struct?: DataEntrascimServicePrincipalConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    azure_cli: dataEntrascimServicePrincipalConnectionAuthAzureCliToTerraform(struct!.azureCli),
    client_certificate: dataEntrascimServicePrincipalConnectionAuthClientCertificateToTerraform(struct!.clientCertificate),
    client_secret: dataEntrascimServicePrincipalConnectionAuthClientSecretToTerraform(struct!.clientSecret),
    managed_identity: dataEntrascimServicePrincipalConnectionAuthManagedIdentityToTerraform(struct!.managedIdentity),
    workload_identity: dataEntrascimServicePrincipalConnectionAuthWorkloadIdentityToTerraform(struct!.workloadIdentity),
  }
}


export function dataEntrascimServicePrincipalConnectionAuthToHclTerraform(struct?: DataEntrascimServicePrincipalConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    azure_cli: {
      value: dataEntrascimServicePrincipalConnectionAuthAzureCliToHclTerraform(struct!.azureCli),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalConnectionAuthAzureCli",
    },
    client_certificate: {
      value: dataEntrascimServicePrincipalConnectionAuthClientCertificateToHclTerraform(struct!.clientCertificate),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalConnectionAuthClientCertificate",
    },
    client_secret: {
      value: dataEntrascimServicePrincipalConnectionAuthClientSecretToHclTerraform(struct!.clientSecret),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalConnectionAuthClientSecret",
    },
    managed_identity: {
      value: dataEntrascimServicePrincipalConnectionAuthManagedIdentityToHclTerraform(struct!.managedIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalConnectionAuthManagedIdentity",
    },
    workload_identity: {
      value: dataEntrascimServicePrincipalConnectionAuthWorkloadIdentityToHclTerraform(struct!.workloadIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataEntrascimServicePrincipalConnectionAuthOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnectionAuth | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalConnectionAuth | cdktf.IResolvable | undefined) {
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

  // azure_cli - computed: false, optional: false, required: true
  private _azureCli = new DataEntrascimServicePrincipalConnectionAuthAzureCliOutputReference(this, "azure_cli");
  public get azureCli() {
    return this._azureCli;
  }
  public putAzureCli(value: DataEntrascimServicePrincipalConnectionAuthAzureCli) {
    this._azureCli.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get azureCliInput() {
    return this._azureCli.internalValue;
  }

  // client_certificate - computed: false, optional: false, required: true
  private _clientCertificate = new DataEntrascimServicePrincipalConnectionAuthClientCertificateOutputReference(this, "client_certificate");
  public get clientCertificate() {
    return this._clientCertificate;
  }
  public putClientCertificate(value: DataEntrascimServicePrincipalConnectionAuthClientCertificate) {
    this._clientCertificate.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientCertificateInput() {
    return this._clientCertificate.internalValue;
  }

  // client_secret - computed: false, optional: false, required: true
  private _clientSecret = new DataEntrascimServicePrincipalConnectionAuthClientSecretOutputReference(this, "client_secret");
  public get clientSecret() {
    return this._clientSecret;
  }
  public putClientSecret(value: DataEntrascimServicePrincipalConnectionAuthClientSecret) {
    this._clientSecret.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientSecretInput() {
    return this._clientSecret.internalValue;
  }

  // managed_identity - computed: false, optional: false, required: true
  private _managedIdentity = new DataEntrascimServicePrincipalConnectionAuthManagedIdentityOutputReference(this, "managed_identity");
  public get managedIdentity() {
    return this._managedIdentity;
  }
  public putManagedIdentity(value: DataEntrascimServicePrincipalConnectionAuthManagedIdentity) {
    this._managedIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get managedIdentityInput() {
    return this._managedIdentity.internalValue;
  }

  // workload_identity - computed: false, optional: false, required: true
  private _workloadIdentity = new DataEntrascimServicePrincipalConnectionAuthWorkloadIdentityOutputReference(this, "workload_identity");
  public get workloadIdentity() {
    return this._workloadIdentity;
  }
  public putWorkloadIdentity(value: DataEntrascimServicePrincipalConnectionAuthWorkloadIdentity) {
    this._workloadIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get workloadIdentityInput() {
    return this._workloadIdentity.internalValue;
  }
}
export interface DataEntrascimServicePrincipalConnection {
  /**
  * How the connection signs in; null means as the provider does.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#auth DataEntrascimServicePrincipal#auth}
  */
  readonly auth: DataEntrascimServicePrincipalConnectionAuth;
  /**
  * Client id of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#client_id DataEntrascimServicePrincipal#client_id}
  */
  readonly clientId: string;
  /**
  * Cloud of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#cloud DataEntrascimServicePrincipal#cloud}
  */
  readonly cloud: string;
  /**
  * Tenant of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#tenant_id DataEntrascimServicePrincipal#tenant_id}
  */
  readonly tenantId: string;
}

export function dataEntrascimServicePrincipalConnectionToTerraform(struct?: DataEntrascimServicePrincipalConnection | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    auth: dataEntrascimServicePrincipalConnectionAuthToTerraform(struct!.auth),
    client_id: cdktf.stringToTerraform(struct!.clientId),
    cloud: cdktf.stringToTerraform(struct!.cloud),
    tenant_id: cdktf.stringToTerraform(struct!.tenantId),
  }
}


export function dataEntrascimServicePrincipalConnectionToHclTerraform(struct?: DataEntrascimServicePrincipalConnection | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    auth: {
      value: dataEntrascimServicePrincipalConnectionAuthToHclTerraform(struct!.auth),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalConnectionAuth",
    },
    client_id: {
      value: cdktf.stringToHclTerraform(struct!.clientId),
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
    tenant_id: {
      value: cdktf.stringToHclTerraform(struct!.tenantId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataEntrascimServicePrincipalConnectionOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalConnection | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._auth?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.auth = this._auth?.internalValue;
    }
    if (this._clientId !== undefined) {
      hasAnyValues = true;
      internalValueResult.clientId = this._clientId;
    }
    if (this._cloud !== undefined) {
      hasAnyValues = true;
      internalValueResult.cloud = this._cloud;
    }
    if (this._tenantId !== undefined) {
      hasAnyValues = true;
      internalValueResult.tenantId = this._tenantId;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalConnection | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._auth.internalValue = undefined;
      this._clientId = undefined;
      this._cloud = undefined;
      this._tenantId = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._auth.internalValue = value.auth;
      this._clientId = value.clientId;
      this._cloud = value.cloud;
      this._tenantId = value.tenantId;
    }
  }

  // auth - computed: false, optional: false, required: true
  private _auth = new DataEntrascimServicePrincipalConnectionAuthOutputReference(this, "auth");
  public get auth() {
    return this._auth;
  }
  public putAuth(value: DataEntrascimServicePrincipalConnectionAuth) {
    this._auth.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get authInput() {
    return this._auth.internalValue;
  }

  // client_id - computed: false, optional: false, required: true
  private _clientId?: string | undefined; 
  public get clientId() {
    return this.getStringAttribute('client_id');
  }
  public set clientId(value: string) {
    this._clientId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientIdInput() {
    return this._clientId;
  }

  // cloud - computed: false, optional: false, required: true
  private _cloud?: string | undefined; 
  public get cloud() {
    return this.getStringAttribute('cloud');
  }
  public set cloud(value: string) {
    this._cloud = value;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudInput() {
    return this._cloud;
  }

  // tenant_id - computed: false, optional: false, required: true
  private _tenantId?: string | undefined; 
  public get tenantId() {
    return this.getStringAttribute('tenant_id');
  }
  public set tenantId(value: string) {
    this._tenantId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get tenantIdInput() {
    return this._tenantId;
  }
}
export interface DataEntrascimServicePrincipalJobs {
}

export function dataEntrascimServicePrincipalJobsToTerraform(struct?: DataEntrascimServicePrincipalJobs): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalJobsToHclTerraform(struct?: DataEntrascimServicePrincipalJobs): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalJobsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): DataEntrascimServicePrincipalJobs | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalJobs | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // status - computed: true, optional: false, required: false
  public get status() {
    return this.getStringAttribute('status');
  }

  // template_id - computed: true, optional: false, required: false
  public get templateId() {
    return this.getStringAttribute('template_id');
  }
}

export class DataEntrascimServicePrincipalJobsList extends cdktf.ComplexList {

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): DataEntrascimServicePrincipalJobsOutputReference {
    return new DataEntrascimServicePrincipalJobsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal entrascim_service_principal}
*/
export class DataEntrascimServicePrincipal extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "entrascim_service_principal";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataEntrascimServicePrincipal resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataEntrascimServicePrincipal to import
  * @param importFromId The id of the existing DataEntrascimServicePrincipal that should be imported. Refer to the {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataEntrascimServicePrincipal to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "entrascim_service_principal", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principal entrascim_service_principal} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataEntrascimServicePrincipalConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataEntrascimServicePrincipalConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'entrascim_service_principal',
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
    this._appId = config.appId;
    this._connection.internalValue = config.connection;
    this._displayName = config.displayName;
    this._objectId = config.objectId;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // app_id - computed: true, optional: true, required: false
  private _appId?: string | undefined; 
  public get appId() {
    return this.getStringAttribute('app_id');
  }
  public set appId(value: string) {
    this._appId = value;
  }
  public resetAppId() {
    this._appId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get appIdInput() {
    return this._appId;
  }

  // connection - computed: false, optional: true, required: false
  private _connection = new DataEntrascimServicePrincipalConnectionOutputReference(this, "connection");
  public get connection() {
    return this._connection;
  }
  public putConnection(value: DataEntrascimServicePrincipalConnection) {
    this._connection.internalValue = value;
  }
  public resetConnection() {
    this._connection.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectionInput() {
    return this._connection.internalValue;
  }

  // display_name - computed: true, optional: true, required: false
  private _displayName?: string | undefined; 
  public get displayName() {
    return this.getStringAttribute('display_name');
  }
  public set displayName(value: string) {
    this._displayName = value;
  }
  public resetDisplayName() {
    this._displayName = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get displayNameInput() {
    return this._displayName;
  }

  // jobs - computed: true, optional: false, required: false
  private _jobs = new DataEntrascimServicePrincipalJobsList(this, "jobs", false);
  public get jobs() {
    return this._jobs;
  }

  // object_id - computed: true, optional: true, required: false
  private _objectId?: string | undefined; 
  public get objectId() {
    return this.getStringAttribute('object_id');
  }
  public set objectId(value: string) {
    this._objectId = value;
  }
  public resetObjectId() {
    this._objectId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get objectIdInput() {
    return this._objectId;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      app_id: cdktf.stringToTerraform(this._appId),
      connection: dataEntrascimServicePrincipalConnectionToTerraform(this._connection.internalValue),
      display_name: cdktf.stringToTerraform(this._displayName),
      object_id: cdktf.stringToTerraform(this._objectId),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      app_id: {
        value: cdktf.stringToHclTerraform(this._appId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      connection: {
        value: dataEntrascimServicePrincipalConnectionToHclTerraform(this._connection.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "DataEntrascimServicePrincipalConnection",
      },
      display_name: {
        value: cdktf.stringToHclTerraform(this._displayName),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      object_id: {
        value: cdktf.stringToHclTerraform(this._objectId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
