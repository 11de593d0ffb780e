import {
  AzureCliCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  type TokenCredential,
} from "@azure/identity";
import { silenceAzureSdk } from "./azure-logging";
import type { IdentityHttpClient } from "./identity-http-client";
import { createManagedIdentity } from "./managed-identity";
import type { ReadyCredential } from "./ready-credential";
import type { SignInPlan } from "./sign-in-plan";

/**
 * The credential of @azure/identity for one token request. It is never used twice: after a run of 5xx the library
 * fails locally and without a reason, and it keeps tokens that Graph has refused.
 *
 * Its own retries and redirects are off. Importing this module loads the library, so import it lazily.
 */
export function createAzureCredential(
  plan: SignInPlan,
  ready: ReadyCredential,
  httpClient: IdentityHttpClient,
  processTimeoutMs: number,
): TokenCredential {
  silenceAzureSdk();
  const options = {
    authorityHost: plan.authorityHost,
    // Instance discovery asks Microsoft's public cloud about the authority, whatever authority that is.
    disableInstanceDiscovery: plan.customAuthority,
    httpClient,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    loggingOptions: { enableUnsafeSupportLogging: false, allowLoggingAccountIdentifiers: false },
  };
  switch (ready.kind) {
    case "client_secret":
      return new ClientSecretCredential(plan.tenantId, ready.clientId, ready.secret.reveal(), options);
    case "client_certificate":
      return new ClientCertificateCredential(
        plan.tenantId,
        ready.clientId,
        { certificate: ready.pem.reveal() },
        options,
      );
    case "workload_identity": {
      const { token } = ready;
      return new ClientAssertionCredential(
        plan.tenantId,
        ready.clientId,
        () => Promise.resolve(token.reveal()),
        options,
      );
    }
    case "managed_identity":
      return createManagedIdentity(
        ready.clientId === null ? options : { ...options, clientId: ready.clientId },
      );
    case "azure_cli":
      return new AzureCliCredential({ tenantId: plan.tenantId, processTimeoutInMs: processTimeoutMs });
  }
}
