import type { Seed } from "./seed";
import type { EmulatorState } from "./state";

/** Environment variables that point a process at an emulator. */
export type EmulatorEnvironment = Readonly<Record<string, string>>;

/**
 * The environment for the seed's first app, identity and project: Infisical's and Azure's variables, the emulator's
 * addresses, and the file with its certificate authority. What the seed does not have is left out.
 */
export function environmentOf(state: EmulatorState, seed: Seed, caFile: string): EmulatorEnvironment {
  const app = seed.apps[0];
  const universalAuth = seed.identities.find((each) => each.universalAuth !== null)?.universalAuth;
  const variables: Record<string, string | undefined> = {
    INFISICAL_HOST: state.origin,
    INFISICAL_PROJECT_ID: seed.projects[0]?.id,
    INFISICAL_UNIVERSAL_AUTH_CLIENT_ID: universalAuth?.clientId,
    INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET: universalAuth?.clientSecrets[0],
    ARM_TENANT_ID: seed.tenant.id,
    ARM_CLIENT_ID: app?.clientId,
    ARM_CLIENT_SECRET: app?.secrets[0],
    AZURE_AUTHORITY_HOST: state.origin,
    ENTRASCIM_GRAPH_ENDPOINT: state.origin,
    NODE_EXTRA_CA_CERTS: caFile,
  };
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
