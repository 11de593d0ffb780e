import { ManagedIdentityCredential, type ManagedIdentityCredentialClientIdOptions } from "@azure/identity";
import { ManagedIdentityApplication } from "@azure/msal-node";

/**
 * A managed identity's credential that shares nothing with those before it.
 *
 * MSAL keeps the first credential's HTTP client and its token cache for the whole process, and answers every later
 * identity with the token of the first: two connections would act as one identity. Both are thrown away here, so the
 * credential must be used up before the next one is made.
 */
export function createManagedIdentity(
  options: ManagedIdentityCredentialClientIdOptions,
): ManagedIdentityCredential {
  Reflect.set(ManagedIdentityApplication, "nodeStorage", undefined);
  const credential = new ManagedIdentityCredential(options);
  const client = member(member(credential, "managedIdentityApp"), "managedIdentityClient");
  const shared = member(client, "constructor");
  if (typeof shared === "function") Reflect.set(shared, "identitySource", undefined);
  return credential;
}

function member(holder: unknown, name: string): unknown {
  return typeof holder === "object" && holder !== null ? Reflect.get(holder, name) : undefined;
}
