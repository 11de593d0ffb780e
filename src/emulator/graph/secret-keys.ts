/** Members of `synchronizationSecret`: `graph-synchronization.csdl.xml`. Case counts. */
export const SECRET_KEYS: ReadonlySet<string> = new Set(
  (
    "None UserName Password SecretToken AppKey BaseAddress ClientIdentifier ClientSecret SingleSignOnType Sandbox " +
    "Url Domain ConsumerKey ConsumerSecret TokenKey TokenExpiration Oauth2AccessToken " +
    "Oauth2AccessTokenCreationTime Oauth2RefreshToken SyncAll InstanceName Oauth2ClientId Oauth2ClientSecret " +
    "CompanyId UpdateKeyOnSoftDelete SynchronizationSchedule SystemOfRecord SandboxName EnforceDomain " +
    "SyncNotificationSettings SkipOutOfScopeDeletions Oauth2AuthorizationCode Oauth2RedirectUri " +
    "ApplicationTemplateIdentifier Oauth2TokenExchangeUri Oauth2AuthorizationUri AuthenticationType Server " +
    "PerformInboundEntitlementGrants HardDeletesEnabled SyncAgentCompatibilityKey SyncAgentADContainer " +
    "ValidateDomain TestReferences ConnectionString"
  ).split(" "),
);

/** Keys whose values a GET masks. Documentation names none; these are the ones that hold credentials. */
export const MASKED_KEYS: ReadonlySet<string> = new Set([
  "Password",
  "SecretToken",
  "AppKey",
  "ClientSecret",
  "ConsumerSecret",
  "TokenKey",
  "Oauth2AccessToken",
  "Oauth2RefreshToken",
  "Oauth2ClientSecret",
  "Oauth2AuthorizationCode",
  "ConnectionString",
]);

/** What stands instead of a masked value. */
export const MASK = "*";
