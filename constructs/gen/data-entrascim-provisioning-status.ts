// @ts-nocheck
// https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataEntrascimProvisioningStatusConfig extends cdktf.TerraformMetaArguments {
  /**
  * The connection to look with. Default: the provider's credentials.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#connection DataEntrascimProvisioningStatus#connection}
  */
  readonly connection?: DataEntrascimProvisioningStatusConnection | undefined;
  /**
  * Object id of the service principal.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#service_principal_id DataEntrascimProvisioningStatus#service_principal_id}
  */
  readonly servicePrincipalId: string;
}
export interface DataEntrascimProvisioningStatusConnectionAuthAzureCli {
}

export function dataEntrascimProvisioningStatusConnectionAuthAzureCliToTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimProvisioningStatusConnectionAuthAzureCliToHclTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthAzureCli | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimProvisioningStatusConnectionAuthAzureCliOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnectionAuthAzureCli | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimProvisioningStatusConnectionAuthAzureCli | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimProvisioningStatusConnectionAuthClientCertificate {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#environment DataEntrascimProvisioningStatus#environment}
  */
  readonly environment: string;
  /**
  * Key of the secret with its password.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#password_key DataEntrascimProvisioningStatus#password_key}
  */
  readonly passwordKey: string;
  /**
  * File of the certificate and its key.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#path DataEntrascimProvisioningStatus#path}
  */
  readonly path: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#project_id DataEntrascimProvisioningStatus#project_id}
  */
  readonly projectId: string;
  /**
  * Key of the secret with the certificate.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#secret_key DataEntrascimProvisioningStatus#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#secret_path DataEntrascimProvisioningStatus#secret_path}
  */
  readonly secretPath: string;
}

export function dataEntrascimProvisioningStatusConnectionAuthClientCertificateToTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthClientCertificate | cdktf.IResolvable): any {
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


export function dataEntrascimProvisioningStatusConnectionAuthClientCertificateToHclTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthClientCertificate | cdktf.IResolvable): any {
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

export class DataEntrascimProvisioningStatusConnectionAuthClientCertificateOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnectionAuthClientCertificate | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimProvisioningStatusConnectionAuthClientCertificate | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimProvisioningStatusConnectionAuthClientSecret {
  /**
  * Slug of the environment in Infisical, such as `prod`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#environment DataEntrascimProvisioningStatus#environment}
  */
  readonly environment: string;
  /**
  * Id of the Infisical project. Default: the provider's `infisical.project_id`.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#project_id DataEntrascimProvisioningStatus#project_id}
  */
  readonly projectId: string;
  /**
  * Key of the secret.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#secret_key DataEntrascimProvisioningStatus#secret_key}
  */
  readonly secretKey: string;
  /**
  * Folder of the secret in Infisical, starting with a slash.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#secret_path DataEntrascimProvisioningStatus#secret_path}
  */
  readonly secretPath: string;
}

export function dataEntrascimProvisioningStatusConnectionAuthClientSecretToTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthClientSecret | cdktf.IResolvable): any {
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


export function dataEntrascimProvisioningStatusConnectionAuthClientSecretToHclTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthClientSecret | cdktf.IResolvable): any {
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

export class DataEntrascimProvisioningStatusConnectionAuthClientSecretOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnectionAuthClientSecret | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimProvisioningStatusConnectionAuthClientSecret | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimProvisioningStatusConnectionAuthManagedIdentity {
}

export function dataEntrascimProvisioningStatusConnectionAuthManagedIdentityToTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimProvisioningStatusConnectionAuthManagedIdentityToHclTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthManagedIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimProvisioningStatusConnectionAuthManagedIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnectionAuthManagedIdentity | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimProvisioningStatusConnectionAuthManagedIdentity | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity {
  /**
  * File of the token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#token_file_path DataEntrascimProvisioningStatus#token_file_path}
  */
  readonly tokenFilePath: string;
}

export function dataEntrascimProvisioningStatusConnectionAuthWorkloadIdentityToTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    token_file_path: cdktf.stringToTerraform(struct!.tokenFilePath),
  }
}


export function dataEntrascimProvisioningStatusConnectionAuthWorkloadIdentityToHclTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity | cdktf.IResolvable): any {
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

export class DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentityOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity | cdktf.IResolvable | undefined) {
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
export interface DataEntrascimProvisioningStatusConnectionAuth {
  /**
  * The account signed in with the Azure CLI.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#azure_cli DataEntrascimProvisioningStatus#azure_cli}
  */
  readonly azureCli: DataEntrascimProvisioningStatusConnectionAuthAzureCli;
  /**
  * A client certificate, in a file or kept in Infisical.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#client_certificate DataEntrascimProvisioningStatus#client_certificate}
  */
  readonly clientCertificate: DataEntrascimProvisioningStatusConnectionAuthClientCertificate;
  /**
  * A client secret kept in Infisical.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#client_secret DataEntrascimProvisioningStatus#client_secret}
  */
  readonly clientSecret: DataEntrascimProvisioningStatusConnectionAuthClientSecret;
  /**
  * The managed identity of the machine.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#managed_identity DataEntrascimProvisioningStatus#managed_identity}
  */
  readonly managedIdentity: DataEntrascimProvisioningStatusConnectionAuthManagedIdentity;
  /**
  * A federated token.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#workload_identity DataEntrascimProvisioningStatus#workload_identity}
  */
  readonly workloadIdentity: DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity;
}

export function dataEntrascimProvisioningStatusConnectionAuthToTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    azure_cli: dataEntrascimProvisioningStatusConnectionAuthAzureCliToTerraform(struct!.azureCli),
    client_certificate: dataEntrascimProvisioningStatusConnectionAuthClientCertificateToTerraform(struct!.clientCertificate),
    client_secret: dataEntrascimProvisioningStatusConnectionAuthClientSecretToTerraform(struct!.clientSecret),
    managed_identity: dataEntrascimProvisioningStatusConnectionAuthManagedIdentityToTerraform(struct!.managedIdentity),
    workload_identity: dataEntrascimProvisioningStatusConnectionAuthWorkloadIdentityToTerraform(struct!.workloadIdentity),
  }
}


export function dataEntrascimProvisioningStatusConnectionAuthToHclTerraform(struct?: DataEntrascimProvisioningStatusConnectionAuth | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    azure_cli: {
      value: dataEntrascimProvisioningStatusConnectionAuthAzureCliToHclTerraform(struct!.azureCli),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimProvisioningStatusConnectionAuthAzureCli",
    },
    client_certificate: {
      value: dataEntrascimProvisioningStatusConnectionAuthClientCertificateToHclTerraform(struct!.clientCertificate),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimProvisioningStatusConnectionAuthClientCertificate",
    },
    client_secret: {
      value: dataEntrascimProvisioningStatusConnectionAuthClientSecretToHclTerraform(struct!.clientSecret),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimProvisioningStatusConnectionAuthClientSecret",
    },
    managed_identity: {
      value: dataEntrascimProvisioningStatusConnectionAuthManagedIdentityToHclTerraform(struct!.managedIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimProvisioningStatusConnectionAuthManagedIdentity",
    },
    workload_identity: {
      value: dataEntrascimProvisioningStatusConnectionAuthWorkloadIdentityToHclTerraform(struct!.workloadIdentity),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class DataEntrascimProvisioningStatusConnectionAuthOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnectionAuth | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimProvisioningStatusConnectionAuth | cdktf.IResolvable | undefined) {
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
  private _azureCli = new DataEntrascimProvisioningStatusConnectionAuthAzureCliOutputReference(this, "azure_cli");
  public get azureCli() {
    return this._azureCli;
  }
  public putAzureCli(value: DataEntrascimProvisioningStatusConnectionAuthAzureCli) {
    this._azureCli.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get azureCliInput() {
    return this._azureCli.internalValue;
  }

  // client_certificate - computed: false, optional: false, required: true
  private _clientCertificate = new DataEntrascimProvisioningStatusConnectionAuthClientCertificateOutputReference(this, "client_certificate");
  public get clientCertificate() {
    return this._clientCertificate;
  }
  public putClientCertificate(value: DataEntrascimProvisioningStatusConnectionAuthClientCertificate) {
    this._clientCertificate.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientCertificateInput() {
    return this._clientCertificate.internalValue;
  }

  // client_secret - computed: false, optional: false, required: true
  private _clientSecret = new DataEntrascimProvisioningStatusConnectionAuthClientSecretOutputReference(this, "client_secret");
  public get clientSecret() {
    return this._clientSecret;
  }
  public putClientSecret(value: DataEntrascimProvisioningStatusConnectionAuthClientSecret) {
    this._clientSecret.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clientSecretInput() {
    return this._clientSecret.internalValue;
  }

  // managed_identity - computed: false, optional: false, required: true
  private _managedIdentity = new DataEntrascimProvisioningStatusConnectionAuthManagedIdentityOutputReference(this, "managed_identity");
  public get managedIdentity() {
    return this._managedIdentity;
  }
  public putManagedIdentity(value: DataEntrascimProvisioningStatusConnectionAuthManagedIdentity) {
    this._managedIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get managedIdentityInput() {
    return this._managedIdentity.internalValue;
  }

  // workload_identity - computed: false, optional: false, required: true
  private _workloadIdentity = new DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentityOutputReference(this, "workload_identity");
  public get workloadIdentity() {
    return this._workloadIdentity;
  }
  public putWorkloadIdentity(value: DataEntrascimProvisioningStatusConnectionAuthWorkloadIdentity) {
    this._workloadIdentity.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get workloadIdentityInput() {
    return this._workloadIdentity.internalValue;
  }
}
export interface DataEntrascimProvisioningStatusConnection {
  /**
  * How the connection signs in; null means as the provider does.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#auth DataEntrascimProvisioningStatus#auth}
  */
  readonly auth: DataEntrascimProvisioningStatusConnectionAuth;
  /**
  * Client id of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#client_id DataEntrascimProvisioningStatus#client_id}
  */
  readonly clientId: string;
  /**
  * Cloud of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#cloud DataEntrascimProvisioningStatus#cloud}
  */
  readonly cloud: string;
  /**
  * Tenant of the connection.
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#tenant_id DataEntrascimProvisioningStatus#tenant_id}
  */
  readonly tenantId: string;
}

export function dataEntrascimProvisioningStatusConnectionToTerraform(struct?: DataEntrascimProvisioningStatusConnection | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    auth: dataEntrascimProvisioningStatusConnectionAuthToTerraform(struct!.auth),
    client_id: cdktf.stringToTerraform(struct!.clientId),
    cloud: cdktf.stringToTerraform(struct!.cloud),
    tenant_id: cdktf.stringToTerraform(struct!.tenantId),
  }
}


export function dataEntrascimProvisioningStatusConnectionToHclTerraform(struct?: DataEntrascimProvisioningStatusConnection | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    auth: {
      value: dataEntrascimProvisioningStatusConnectionAuthToHclTerraform(struct!.auth),
      isBlock: true,
      type: "struct",
      storageClassType: "DataEntrascimProvisioningStatusConnectionAuth",
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

export class DataEntrascimProvisioningStatusConnectionOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable | undefined;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): DataEntrascimProvisioningStatusConnection | cdktf.IResolvable | undefined {
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

  public set internalValue(value: DataEntrascimProvisioningStatusConnection | cdktf.IResolvable | undefined) {
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
  private _auth = new DataEntrascimProvisioningStatusConnectionAuthOutputReference(this, "auth");
  public get auth() {
    return this._auth;
  }
  public putAuth(value: DataEntrascimProvisioningStatusConnectionAuth) {
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
export interface DataEntrascimProvisioningStatusJobs {
}

export function dataEntrascimProvisioningStatusJobsToTerraform(struct?: DataEntrascimProvisioningStatusJobs): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function dataEntrascimProvisioningStatusJobsToHclTerraform(struct?: DataEntrascimProvisioningStatusJobs): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class DataEntrascimProvisioningStatusJobsOutputReference extends cdktf.ComplexObject {
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

  public get internalValue(): DataEntrascimProvisioningStatusJobs | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: DataEntrascimProvisioningStatusJobs | undefined) {
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

  // last_success_at - computed: true, optional: false, required: false
  public get lastSuccessAt() {
    return this.getStringAttribute('last_success_at');
  }

  // quarantine_reason - computed: true, optional: false, required: false
  public get quarantineReason() {
    return this.getStringAttribute('quarantine_reason');
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

export class DataEntrascimProvisioningStatusJobsList extends cdktf.ComplexList {

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
  public get(index: number): DataEntrascimProvisioningStatusJobsOutputReference {
    return new DataEntrascimProvisioningStatusJobsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status entrascim_provisioning_status}
*/
export class DataEntrascimProvisioningStatus extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "entrascim_provisioning_status";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataEntrascimProvisioningStatus resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataEntrascimProvisioningStatus to import
  * @param importFromId The id of the existing DataEntrascimProvisioningStatus that should be imported. Refer to the {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the DataEntrascimProvisioningStatus to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "entrascim_provisioning_status", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/entrascim/entrascim/0.1.0/docs/data-sources/provisioning_status entrascim_provisioning_status} Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataEntrascimProvisioningStatusConfig
  */
  public constructor(scope: Construct, id: string, config: DataEntrascimProvisioningStatusConfig) {
    super(scope, id, {
      terraformResourceType: 'entrascim_provisioning_status',
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
    this._servicePrincipalId = config.servicePrincipalId;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // connection - computed: false, optional: true, required: false
  private _connection = new DataEntrascimProvisioningStatusConnectionOutputReference(this, "connection");
  public get connection() {
    return this._connection;
  }
  public putConnection(value: DataEntrascimProvisioningStatusConnection) {
    this._connection.internalValue = value;
  }
  public resetConnection() {
    this._connection.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectionInput() {
    return this._connection.internalValue;
  }

  // healthy - computed: true, optional: false, required: false
  public get healthy() {
    return this.getBooleanAttribute('healthy');
  }

  // jobs - computed: true, optional: false, required: false
  private _jobs = new DataEntrascimProvisioningStatusJobsList(this, "jobs", false);
  public get jobs() {
    return this._jobs;
  }

  // service_principal_id - computed: false, optional: false, required: true
  private _servicePrincipalId?: string | undefined; 
  public get servicePrincipalId() {
    return this.getStringAttribute('service_principal_id');
  }
  public set servicePrincipalId(value: string) {
    this._servicePrincipalId = value;
  }
  // Temporarily expose input value. Use with caution.
  public get servicePrincipalIdInput() {
    return this._servicePrincipalId;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      connection: dataEntrascimProvisioningStatusConnectionToTerraform(this._connection.internalValue),
      service_principal_id: cdktf.stringToTerraform(this._servicePrincipalId),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      connection: {
        value: dataEntrascimProvisioningStatusConnectionToHclTerraform(this._connection.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "DataEntrascimProvisioningStatusConnection",
      },
      service_principal_id: {
        value: cdktf.stringToHclTerraform(this._servicePrincipalId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
