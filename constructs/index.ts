export {
  AzureEntraIdConnection,
  type AzureEntraIdConnectionAttributes,
  type AzureEntraIdConnectionProps,
  type IAzureEntraIdConnection,
} from "./azure-entra-id-connection";
export {
  AzureEntraIdScimSync,
  type AzureEntraIdScimSyncProps,
  type ScimSyncTimeouts,
  type ScimToken,
} from "./azure-entra-id-scim-sync";
export type { AzureSettings } from "./azure-settings";
export {
  ConnectionAuth,
  type InfisicalCertificateOptions,
  type WorkloadIdentityOptions,
} from "./connection-auth";
export { ConstructError } from "./construct-error";
export {
  EnterpriseApp,
  type EnterpriseAppLookupOptions,
  type EnterpriseAppOptions,
  type IServicePrincipal,
} from "./enterprise-app";
export {
  EntrascimProvider,
  type EntrascimProviderProps,
  type HttpSettings,
  type InfisicalSettings,
} from "./entrascim-provider";
export {
  InfisicalAuth,
  type InfisicalAzureAuthOptions,
  type InfisicalKubernetesAuthOptions,
  type InfisicalOidcAuthOptions,
  type InfisicalUniversalAuthOptions,
} from "./infisical-auth";
export { InfisicalSecret, type InfisicalSecretProps } from "./infisical-secret";
export { LocalProviderApp, type LocalProviderAppConfig } from "./local-provider-app";
export { PromotionStack } from "./promotion-stack";
export type {
  IStateBackend,
  PromotedApplication,
  PromotionDestination,
  PromotionRequirements,
  PromotionStage,
  PromotionSyncOptions,
} from "./promotion-stage";
export { ScimPromotion, type ScimPromotionProps } from "./scim-promotion";
export { SecretReference, type SecretVariableOptions } from "./secret-reference";
