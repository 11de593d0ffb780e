import type { Remote } from "./remote";

/** A server, and an address on it that can be asked without any credential. */
export interface ServerAddress {
  readonly name: "Infisical" | "Microsoft's sign-in" | "Microsoft Graph";
  readonly url: string;
  /** The statuses that such a server answers there. */
  readonly answers: readonly number[];
}

/** Infisical's address. Throws as `resolveInfisicalSettings` does. */
export function infisicalServer(remote: Remote): ServerAddress {
  return { name: "Infisical", url: `${remote.infisical().host}/api/status`, answers: [200] };
}

/** The address of the tenant's sign-in. Throws as `resolveEndpoints` does. */
export function authorityServer(remote: Remote): ServerAddress {
  const { authorityHost, tenantId } = remote.endpoints();
  return {
    name: "Microsoft's sign-in",
    url: `${authorityHost}/${tenantId ?? "common"}/v2.0/.well-known/openid-configuration`,
    // 400 is what it says of a tenant that it does not know, which the sign-in explains.
    answers: [200, 400],
  };
}

/** Graph's address. Throws as `resolveEndpoints` does. */
export function graphServer(remote: Remote): ServerAddress {
  return {
    name: "Microsoft Graph",
    url: `${remote.endpoints().graphRoot}/v1.0/servicePrincipals?$top=1`,
    answers: [401],
  };
}

/** All three. */
export function servers(remote: Remote): readonly ServerAddress[] {
  return [infisicalServer(remote), authorityServer(remote), graphServer(remote)];
}
