import type { KeyObject } from "node:crypto";

/** One version of a secret. */
export interface SecretVersionRecord {
  readonly version: number;
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly actor: Actor;
}

/** Who changed a secret. */
export interface Actor {
  readonly actorId: string;
  readonly actorType: "user" | "identity";
  readonly name: string;
}

/** A secret; the last of its versions is the newest. */
export interface SecretRecord {
  readonly id: string;
  key: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  updatedAt: number;
  readonly versions: SecretVersionRecord[];
}

/** A folder of an environment. */
export interface Folder {
  readonly id: string;
  /** By key. */
  readonly secrets: Map<string, SecretRecord>;
  /** Folders that are imported, the first one first. */
  readonly imports: { readonly environment: string; readonly path: string }[];
}

/** A project: environments by slug, their folders by path. */
export interface Project {
  readonly id: string;
  readonly slug: string;
  readonly environments: Map<string, Map<string, Folder>>;
}

/** What an identity may do below a path of an environment. `*` stands for any environment. */
export interface Permission {
  readonly environment: string;
  /** The folder and everything below it; `/` is everywhere. */
  readonly path: string;
  readonly describe: boolean;
  readonly readValue: boolean;
}

/** How an identity may log in with a token of somebody else. */
export interface TokenLogin {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** A machine identity. */
export interface MachineIdentity {
  readonly id: string;
  readonly name: string;
  /** Universal auth; null where it is not set up. */
  readonly universalAuth: { readonly clientId: string; clientSecrets: string[] } | null;
  readonly oidcAuth: TokenLogin | null;
  readonly kubernetesAuth: TokenLogin | null;
  /** Azure auth: the audience that is asked for, and the service principals (object ids) that may log in. */
  readonly azureAuth: { readonly resource: string; readonly objectIds: readonly string[] } | null;
  /** By project id; a project that is missing is one that the identity is no member of. */
  readonly permissions: Map<string, readonly Permission[]>;
  accessTokenTtlSeconds: number;
  accessTokenMaxTtlSeconds: number;
  /** Requests that a token is good for; 0 is unlimited. */
  accessTokenUsesLimit: number;
  /** Failed universal logins in a row. */
  failures: number;
  lastFailureAt: number;
  lockedUntil: number;
}

/** An access token that was handed out. */
export interface AccessTokenRecord {
  readonly id: string;
  readonly identityId: string;
  readonly firstIssuedAt: number;
  uses: number;
  revoked: boolean;
}

/** Request budgets per minute; what exceeds them is answered 429. */
export interface RateLimits {
  /** Secret reads. */
  secrets: number;
  /** Logins. */
  writes: number;
}

/** What the emulated Infisical knows. */
export interface InfisicalState {
  readonly organizationSlug: string;
  readonly projects: Map<string, Project>;
  readonly identities: Map<string, MachineIdentity>;
  /** By token id. */
  readonly tokens: Map<string, AccessTokenRecord>;
  readonly tokenKey: KeyObject;
  readonly limits: RateLimits;
  /** Requests of the current minute, by budget. */
  readonly windows: Map<keyof RateLimits, { began: number; count: number }>;
  readonly switches: {
    /** Serves `/api/v4/secrets`; an old server has no such route. */
    v4: boolean;
  };
}
