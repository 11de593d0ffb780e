// @ts-nocheck
// https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataEntrascimServicePrincipalsConfig extends cdktf.TerraformMetaArguments {
  /**
  * The connection to look with. Default: the provider's credentials.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#connection DataEntrascimServicePrincipals#connection}
  */
  readonly connection?: DataEntrascimServicePrincipalsConnection | undefined;
  /**
  * Word prefixes of the display name.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#search DataEntrascimServicePrincipals#search}
  */
  readonly search?: string | undefined;
  /**
  * Only those that have a provisioning job.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#with_provisioning DataEntrascimServicePrincipals#with_provisioning}
  */
  readonly withProvisioning?: boolean | cdktf.IResolvable | undefined;
}
export interface DataEntrascimServicePrincipalsConnectionAuthAzureCli {
}

export function dataEntrascimServicePrincipalsConnectionAuthAzureCliToTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalsConnectionAuthAzureCliToHclTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalsConnectionAuthAzureCliOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnectionAuthAzureCli | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalsConnectionAuthAzureCli | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalsConnectionAuthClientCertificate {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#environment DataEntrascimServicePrincipals#environment}
  */
  readonly environment: string;
  /**
  * Key of the secret with its password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#password_key DataEntrascimServicePrincipals#password_key}
  */
  readonly passwordKey: string;
  /**
  * File of the certificate and its key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#path DataEntrascimServicePrincipals#path}
  */
  readonly path: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#project_id DataEntrascimServicePrincipals#project_id}
  */
  readonly projectId: string;
  /**
  * Key of the secret with the certificate.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#secret_key DataEntrascimServicePrincipals#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#secret_path DataEntrascimServicePrincipals#secret_path}
  */
  readonly secretPath: string;
}

export function dataEntrascimServicePrincipalsConnectionAuthClientCertificateToTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthClientCertificate | cdktf.IResolvable): any {
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


export function dataEntrascimServicePrincipalsConnectionAuthClientCertificateToHclTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthClientCertificate | cdktf.IResolvable): any {
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

export class DataEntrascimServicePrincipalsConnectionAuthClientCertificateOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnectionAuthClientCertificate | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalsConnectionAuthClientCertificate | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalsConnectionAuthClientSecret {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#environment DataEntrascimServicePrincipals#environment}
  */
  readonly environment: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#project_id DataEntrascimServicePrincipals#project_id}
  */
  readonly projectId: string;
  /**
  * Key of the secret.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#secret_key DataEntrascimServicePrincipals#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#secret_path DataEntrascimServicePrincipals#secret_path}
  */
  readonly secretPath: string;
}

export function dataEntrascimServicePrincipalsConnectionAuthClientSecretToTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthClientSecret | cdktf.IResolvable): any {
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


export function dataEntrascimServicePrincipalsConnectionAuthClientSecretToHclTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthClientSecret | cdktf.IResolvable): any {
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

export class DataEntrascimServicePrincipalsConnectionAuthClientSecretOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnectionAuthClientSecret | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalsConnectionAuthClientSecret | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalsConnectionAuthManagedIdentity {
}

export function dataEntrascimServicePrincipalsConnectionAuthManagedIdentityToTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalsConnectionAuthManagedIdentityToHclTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalsConnectionAuthManagedIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnectionAuthManagedIdentity | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalsConnectionAuthManagedIdentity | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity {
  /**
  * File of the token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#token_file_path DataEntrascimServicePrincipals#token_file_path}
  */
  readonly tokenFilePath: string;
}

export function dataEntrascimServicePrincipalsConnectionAuthWorkloadIdentityToTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    token_file_path: cdktf.stringToTerraform(struct!.tokenFilePath),
  }
}


export function dataEntrascimServicePrincipalsConnectionAuthWorkloadIdentityToHclTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
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

export class DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimServicePrincipalsConnectionAuth {
  /**
  * The account signed in with the Azure CLI.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#azure_cli DataEntrascimServicePrincipals#azure_cli}
  */
  readonly azureCli: DataEntrascimServicePrincipalsConnectionAuthAzureCli;
  /**
  * A client certificate, in a file or kept in Infisical.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#client_certificate DataEntrascimServicePrincipals#client_certificate}
  */
  readonly clientCertificate: DataEntrascimServicePrincipalsConnectionAuthClientCertificate;
  /**
  * A client secret kept in Infisical.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#client_secret DataEntrascimServicePrincipals#client_secret}
  */
  readonly clientSecret: DataEntrascimServicePrincipalsConnectionAuthClientSecret;
  /**
  * The managed identity of the machine.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#managed_identity DataEntrascimServicePrincipals#managed_identity}
  */
  readonly managedIdentity: DataEntrascimServicePrincipalsConnectionAuthManagedIdentity;
  /**
  * A federated token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#workload_identity DataEntrascimServicePrincipals#workload_identity}
  */
  readonly workloadIdentity: DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity;
}

export function dataEntrascimServicePrincipalsConnectionAuthToTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    azure_cli: dataEntrascimServicePrincipalsConnectionAuthAzureCliToTerraform(struct!.azureCli),
    client_certificate: dataEntrascimServicePrincipalsConnectionAuthClientCertificateToTerraform(struct!.clientCertificate),
    client_secret: dataEntrascimServicePrincipalsConnectionAuthClientSecretToTerraform(struct!.clientSecret),
    managed_identity: dataEntrascimServicePrincipalsConnectionAuthManagedIdentityToTerraform(struct!.managedIdentity),
    workload_identity: dataEntrascimServicePrincipalsConnectionAuthWorkloadIdentityToTerraform(struct!.workloadIdentity),
  }
}


export function dataEntrascimServicePrincipalsConnectionAuthToHclTerraform(struct?: DataEntrascimServicePrincipalsConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    azure_cli: {
      value: dataEntrascimServicePrincipalsConnectionAuthAzureCliToHclTerraform(struct!.azureCli),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalsConnectionAuthAzureCli",
    },
    client_certificate: {
      value: dataEntrascimServicePrincipalsConnectionAuthClientCertificateToHclTerraform(struct!.clientCertificate),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalsConnectionAuthClientCertificate",
    },
    client_secret: {
      value: dataEntrascimServicePrincipalsConnectionAuthClientSecretToHclTerraform(struct!.clientSecret),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalsConnectionAuthClientSecret",
    },
    managed_identity: {
      value: dataEntrascimServicePrincipalsConnectionAuthManagedIdentityToHclTerraform(struct!.managedIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalsConnectionAuthManagedIdentity",
    },
    workload_identity: {
      value: dataEntrascimServicePrincipalsConnectionAuthWorkloadIdentityToHclTerraform(struct!.workloadIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataEntrascimServicePrincipalsConnectionAuthOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnectionAuth | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalsConnectionAuth | cdktf.IResolvable | undefined) {
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
  private _azureCli = new DataEntrascimServicePrincipalsConnectionAuthAzureCliOutputReference(this, "azure_cli");
  public get azureCli() {
    return this._azureCli;
  }
  public putAzureCli(value: DataEntrascimServicePrincipalsConnectionAuthAzureCli) {
    this._azureCli.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get azureCliInput() {
    return this._azureCli.internalValue;
  }

  // client_certificate - computed: false, optional: false, required: true
  private _clientCertificate = new DataEntrascimServicePrincipalsConnectionAuthClientCertificateOutputReference(this, "client_certificate");
  public get clientCertificate() {
    return this._clientCertificate;
  }
  public putClientCertificate(value: DataEntrascimServicePrincipalsConnectionAuthClientCertificate) {
    this._clientCertificate.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientCertificateInput() {
    return this._clientCertificate.internalValue;
  }

  // client_secret - computed: false, optional: false, required: true
  private _clientSecret = new DataEntrascimServicePrincipalsConnectionAuthClientSecretOutputReference(this, "client_secret");
  public get clientSecret() {
    return this._clientSecret;
  }
  public putClientSecret(value: DataEntrascimServicePrincipalsConnectionAuthClientSecret) {
    this._clientSecret.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientSecretInput() {
    return this._clientSecret.internalValue;
  }

  // managed_identity - computed: false, optional: false, required: true
  private _managedIdentity = new DataEntrascimServicePrincipalsConnectionAuthManagedIdentityOutputReference(this, "managed_identity");
  public get managedIdentity() {
    return this._managedIdentity;
  }
  public putManagedIdentity(value: DataEntrascimServicePrincipalsConnectionAuthManagedIdentity) {
    this._managedIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get managedIdentityInput() {
    return this._managedIdentity.internalValue;
  }

  // workload_identity - computed: false, optional: false, required: true
  private _workloadIdentity = new DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentityOutputReference(this, "workload_identity");
  public get workloadIdentity() {
    return this._workloadIdentity;
  }
  public putWorkloadIdentity(value: DataEntrascimServicePrincipalsConnectionAuthWorkloadIdentity) {
    this._workloadIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get workloadIdentityInput() {
    return this._workloadIdentity.internalValue;
  }
}
export interface DataEntrascimServicePrincipalsConnection {
  /**
  * How the connection signs in; null means as the provider does.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#auth DataEntrascimServicePrincipals#auth}
  */
  readonly auth: DataEntrascimServicePrincipalsConnectionAuth;
  /**
  * Client id of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#client_id DataEntrascimServicePrincipals#client_id}
  */
  readonly clientId: string;
  /**
  * Cloud of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#cloud DataEntrascimServicePrincipals#cloud}
  */
  readonly cloud: string;
  /**
  * Tenant of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#tenant_id DataEntrascimServicePrincipals#tenant_id}
  */
  readonly tenantId: string;
}

export function dataEntrascimServicePrincipalsConnectionToTerraform(struct?: DataEntrascimServicePrincipalsConnection | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    auth: dataEntrascimServicePrincipalsConnectionAuthToTerraform(struct!.auth),
    client_id: cdktf.stringToTerraform(struct!.clientId),
    cloud: cdktf.stringToTerraform(struct!.cloud),
    tenant_id: cdktf.stringToTerraform(struct!.tenantId),
  }
}


export function dataEntrascimServicePrincipalsConnectionToHclTerraform(struct?: DataEntrascimServicePrincipalsConnection | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    auth: {
      value: dataEntrascimServicePrincipalsConnectionAuthToHclTerraform(struct!.auth),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimServicePrincipalsConnectionAuth",
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

export class DataEntrascimServicePrincipalsConnectionOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimServicePrincipalsConnection | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimServicePrincipalsConnection | cdktf.IResolvable | undefined) {
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
  private _auth = new DataEntrascimServicePrincipalsConnectionAuthOutputReference(this, "auth");
  public get auth() {
    return this._auth;
  }
  public putAuth(value: DataEntrascimServicePrincipalsConnectionAuth) {
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
export interface DataEntrascimServicePrincipalsServicePrincipalsJobs {
}

export function dataEntrascimServicePrincipalsServicePrincipalsJobsToTerraform(struct?: DataEntrascimServicePrincipalsServicePrincipalsJobs): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalsServicePrincipalsJobsToHclTerraform(struct?: DataEntrascimServicePrincipalsServicePrincipalsJobs): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalsServicePrincipalsJobsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataEntrascimServicePrincipalsServicePrincipalsJobs | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalsServicePrincipalsJobs | undefined) {
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

export class DataEntrascimServicePrincipalsServicePrincipalsJobsList extends cdktf.ComplexList {

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
  public get(index: number): DataEntrascimServicePrincipalsServicePrincipalsJobsOutputReference {
    return new DataEntrascimServicePrincipalsServicePrincipalsJobsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface DataEntrascimServicePrincipalsServicePrincipals {
}

export function dataEntrascimServicePrincipalsServicePrincipalsToTerraform(struct?: DataEntrascimServicePrincipalsServicePrincipals): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimServicePrincipalsServicePrincipalsToHclTerraform(struct?: DataEntrascimServicePrincipalsServicePrincipals): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimServicePrincipalsServicePrincipalsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataEntrascimServicePrincipalsServicePrincipals | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimServicePrincipalsServicePrincipals | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }

  // app_id - computed: true, optional: false, required: false
  public get appId() {
    return this.getStringAttribute('app_id');
  }

  // display_name - computed: true, optional: false, required: false
  public get displayName() {
    return this.getStringAttribute('display_name');
  }

  // jobs - computed: true, optional: false, required: false
  private _jobs = new DataEntrascimServicePrincipalsServicePrincipalsJobsList(this, "jobs", false);
  public get jobs() {
    return this._jobs;
  }

  // object_id - computed: true, optional: false, required: false
  public get objectId() {
    return this.getStringAttribute('object_id');
  }
}

export class DataEntrascimServicePrincipalsServicePrincipalsList extends cdktf.ComplexList {

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
  public get(index: number): DataEntrascimServicePrincipalsServicePrincipalsOutputReference {
    return new DataEntrascimServicePrincipalsServicePrincipalsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals entrascim_service_principals}
*/
export class DataEntrascimServicePrincipals extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "entrascim_service_principals";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataEntrascimServicePrincipals resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataEntrascimServicePrincipals to import
  * @param importFromId The id of the existing DataEntrascimServicePrincipals that should be imported. Refer to the {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataEntrascimServicePrincipals to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "entrascim_service_principals", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/service_principals entrascim_service_principals} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataEntrascimServicePrincipalsConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataEntrascimServicePrincipalsConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'entrascim_service_principals',
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
    this._connection.internalValue = config.connection;
    this._search = config.search;
    this._withProvisioning = config.withProvisioning;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // connection - computed: false, optional: true, required: false
  private _connection = new DataEntrascimServicePrincipalsConnectionOutputReference(this, "connection");
  public get connection() {
    return this._connection;
  }
  public putConnection(value: DataEntrascimServicePrincipalsConnection) {
    this._connection.internalValue = value;
  }
  public resetConnection() {
    this._connection.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectionInput() {
    return this._connection.internalValue;
  }

  // search - computed: false, optional: true, required: false
  private _search?: string | undefined; 
  public get search() {
    return this.getStringAttribute('search');
  }
  public set search(value: string) {
    this._search = value;
  }
  public resetSearch() {
    this._search = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get searchInput() {
    return this._search;
  }

  // service_principals - computed: true, optional: false, required: false
  private _servicePrincipals = new DataEntrascimServicePrincipalsServicePrincipalsList(this, "service_principals", false);
  public get servicePrincipals() {
    return this._servicePrincipals;
  }

  // with_provisioning - computed: true, optional: true, required: false
  private _withProvisioning?: boolean | cdktf.IResolvable | undefined; 
  public get withProvisioning() {
    return this.getBooleanAttribute('with_provisioning');
  }
  public set withProvisioning(value: boolean | cdktf.IResolvable) {
    this._withProvisioning = value;
  }
  public resetWithProvisioning() {
    this._withProvisioning = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get withProvisioningInput() {
    return this._withProvisioning;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      connection: dataEntrascimServicePrincipalsConnectionToTerraform(this._connection.internalValue),
      search: cdktf.stringToTerraform(this._search),
      with_provisioning: cdktf.booleanToTerraform(this._withProvisioning),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      connection: {
        value: dataEntrascimServicePrincipalsConnectionToHclTerraform(this._connection.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "DataEntrascimServicePrincipalsConnection",
      },
      search: {
        value: cdktf.stringToHclTerraform(this._search),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      with_provisioning: {
        value: cdktf.booleanToHclTerraform(this._withProvisioning),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
