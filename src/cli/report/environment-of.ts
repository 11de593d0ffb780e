import type { Sync } from "../../sync/model";

/** An environment that a sync belongs to, and what says so. */
export interface Belonging {
  readonly environment: string;
  readonly because: string;
}

/**
 * The environments whose names are understood where they are a part of a name: those that Infisical's references in
 * this plan name, and `prod` and `production`. A part that is only like an environment ("test" of "test-rail") is
 * none as long as nothing is kept in an environment of that name.
 */
export function knownEnvironments(syncs: readonly Sync[]): ReadonlySet<string> {
  const named = syncs.flatMap((sync) => [sync.source?.environment ?? null, credentialEnvironment(sync)]);
  return new Set(["prod", "production", ...named.filter((name) => name !== null)]);
}

/**
 * Which environment a sync belongs to, by the first of these that says it: the name of the sync, the name of its
 * connection (a part between hyphens that is a known environment; several different ones say nothing), and where the
 * connection's own credential lies in Infisical. Null when nothing says it.
 */
export function environmentOf(
  sync: Sync,
  connectionName: string | null,
  known: ReadonlySet<string>,
): Belonging | null {
  const ofSync = environmentIn(sync.name, known);
  if (ofSync !== null) return { environment: ofSync, because: `its name is ${sync.name}` };
  const ofConnection = environmentIn(connectionName, known);
  if (ofConnection !== null)
    return { environment: ofConnection, because: `its connection is ${connectionName}` };
  const ofCredential = credentialEnvironment(sync);
  return ofCredential === null
    ? null
    : { environment: ofCredential, because: "that is where the credential of its connection lies" };
}

/** True for one environment under two names, too. */
export function sameEnvironment(a: string, b: string): boolean {
  return (ALIASES.get(a) ?? a) === (ALIASES.get(b) ?? b);
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ["production", "prod"],
  ["development", "dev"],
  ["stage", "staging"],
]);

function environmentIn(name: string | null, known: ReadonlySet<string>): string | null {
  // An environment's own name may have hyphens.
  const padded = `-${name ?? ""}-`;
  const [first, ...others] = [...known].filter((environment) => padded.includes(`-${environment}-`));
  if (first === undefined || others.some((other) => !sameEnvironment(other, first))) return null;
  return first;
}

function credentialEnvironment({ destination }: Sync): string | null {
  const auth = destination?.connection?.auth ?? null;
  return auth?.client_secret?.environment ?? auth?.client_certificate?.environment ?? null;
}
