import { createSecretKey, randomBytes } from "node:crypto";
import type { EmulatorClock } from "./emulator-clock";
import { AZURE_DEVOPS_ISSUER, GITHUB_ISSUER, KUBERNETES_ISSUER } from "./entra/identity-token";
import type { Outbound } from "./provisioning/outbound";
import type { Seed } from "./seed";
import type { SigningKey } from "./signing-key";
import type { EmulatorState } from "./state";

/** What a state is made of beside its seed. */
export interface StateParts {
  readonly origin: string;
  readonly clock: EmulatorClock;
  readonly signingKey: SigningKey;
  readonly outbound: Outbound;
  readonly background: (work: () => Promise<void>) => void;
}

/** A state that knows the seed's tenant and nothing else yet. */
export function createState(
  parts: StateParts,
  seed: Pick<Seed, "tenant" | "managedIdentity">,
): EmulatorState {
  const { origin, clock, signingKey, outbound, background } = parts;
  const issuers = [GITHUB_ISSUER, AZURE_DEVOPS_ISSUER, KUBERNETES_ISSUER];
  return {
    origin,
    clock,
    entra: {
      tenant: seed.tenant,
      apps: new Map(),
      tokenLifetimeSeconds: 3599,
      revokedTokens: new Set(),
      issuedTokens: new Set(),
      signingKey,
      issuers: new Map(issuers.map((issuer) => [issuer, signingKey.publicKey])),
      managedIdentity: { clientId: seed.managedIdentity, header: randomBytes(16).toString("hex") },
      pipelineToken: randomBytes(16).toString("hex"),
    },
    graph: {
      servicePrincipals: new Map(),
      switches: { replaceSecrets: false, startLiftsQuarantine: true },
      audiences: (asked) => [
        ...new Set([origin, asked, asked.replace(/\/\/[a-z]+\.emulator\.test/, "//graph.emulator.test")]),
      ],
    },
    infisical: {
      organizationSlug: "contoso",
      projects: new Map(),
      identities: new Map(),
      tokens: new Map(),
      tokenKey: createSecretKey(randomBytes(32)),
      limits: { secrets: 10_000, writes: 10_000 },
      windows: new Map(),
      switches: { v4: true },
    },
    scim: { applications: new Map() },
    issuedTokens: [],
    violations: [],
    outbound,
    background,
  };
}
