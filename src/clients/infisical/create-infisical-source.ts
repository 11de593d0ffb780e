import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { AuthorizedHttp } from "./authorized-http";
import { FolderListing, keyOf, versionOf } from "./folder-listing";
import { FolderReader } from "./folder-reader";
import { InfisicalApi, type StoredSecret } from "./infisical-api";
import { InfisicalHttp, type InfisicalHttpOptions } from "./infisical-http";
import { type AzureTokenSource, logIn } from "./log-in";
import { managedIdentityToken } from "./managed-identity-token";
import type { SecretLocation, SecretSource, SecretValue } from "./secret-source";
import { Session, type TokenSupply } from "./session";
import type { InfisicalSettings } from "./settings";

/** What a source is made of. */
export interface InfisicalSourceOptions extends InfisicalHttpOptions {
  readonly settings: InfisicalSettings;
  /** Where the login "azure" gets its token; default: the machine's managed identity. */
  readonly azureToken?: AzureTokenSource;
}

/** Infisical as the source of tokens. */
export interface InfisicalSource extends SecretSource {
  /** Logs in now, unless a login stands. A token that was given is taken as it is; the first request tries it. */
  logIn(call: CallOptions): Promise<void>;
  /** Lets go of what was read, so that the next calls ask Infisical again; the login stays. */
  forget(): void;
}

/**
 * Infisical as the source of tokens. Making it touches no network; the first call that needs a login throws the
 * problem when the settings have none. One login and one value-free list of each folder serve the whole process, also
 * when a thousand syncs ask at once; how new values are, {@link FolderReader} says.
 *
 * Beside what {@link SecretSource} lists, `describe`, `keys` and `read` reject with `not_found` when Infisical says that
 * the environment or project does not exist, and with `invalid_input` when Infisical finds the location malformed.
 */
export function createInfisicalSource(options: InfisicalSourceOptions): InfisicalSource {
  const http = new InfisicalHttp(options);
  const session = new Session(tokenSupply(options, http), options.clock);
  const api = new InfisicalApi(options.settings.host, new AuthorizedHttp(http, session));
  let listing = new FolderListing(api);
  const readers = new Map<string, FolderReader>();

  const readerOf = (location: SecretLocation): FolderReader => {
    const key = keyOf(location);
    const reader = readers.get(key) ?? new FolderReader(location, api);
    readers.set(key, reader);
    return reader;
  };

  return {
    describe: async (location, call) => (await listing.versions(location, call)).get(location.key) ?? null,

    keys: async (folder, call) => [...(await listing.versions(folder, call)).keys()].sort(),

    read: async (location, version, call, fresh = false) => {
      const secret =
        version === null
          ? await readerOf(location).read(location.key, fresh, call)
          : await api.read(location, { version, expand: false }, call);
      if (secret !== null) return resolved(secret, location, version, api, call);
      await listing.confirmEnvironment(location, call);
      return null;
    },

    importedFrom: async (location, call) => {
      const imports = await listing.imports(location, call);
      const from = imports.findLast(({ keys }) => keys.includes(location.key));
      return from === undefined ? null : `folder ${from.path} of environment ${from.environment}`;
    },

    logIn: async (call) => {
      await session.token(call);
    },

    forget: () => {
      listing = new FolderListing(api);
      readers.clear();
    },
  };
}

function tokenSupply({ settings, azureToken }: InfisicalSourceOptions, http: InfisicalHttp): TokenSupply {
  const { host, organizationSlug, login } = settings;
  if (login instanceof Problem) return { kind: "login", logIn: () => Promise.reject(login) };
  if (login.method === "token") {
    return { kind: "token", token: { token: login.token, usableUntil: Number.POSITIVE_INFINITY } };
  }
  const needs = { host, organizationSlug, http, azureToken: azureToken ?? managedIdentityToken(http) };
  return { kind: "login", logIn: (call) => logIn(login, needs, call) };
}

/**
 * What Infisical would expand: `${KEY}`, `${env.folder.KEY}`, and across projects `${@project.…}` or `${project::…}`.
 *
 * https://infisical.com/docs/documentation/platform/secret-reference
 */
const REFERENCE = /\$\{[\w.@:-]+\}/;

/** The value that is meant: as it is, or with its references expanded. Null when the secret has gone meanwhile. */
async function resolved(
  secret: StoredSecret,
  location: SecretLocation,
  version: number | null,
  api: InfisicalApi,
  call: CallOptions,
): Promise<SecretValue | null> {
  const value = visible(secret, location);
  if (!REFERENCE.test(value.reveal())) return { ...versionOf(secret), value, expanded: false };
  const again = await api.read(location, { version, expand: true }, call);
  if (again === null) return null;
  const whole = visible(again, location);
  if (!REFERENCE.test(whole.reveal())) return { ...versionOf(again), value: whole, expanded: true };
  throw unusable(
    location,
    "refers to another secret, and Infisical did not expand all of its references. Check that the secrets it refers to exist and do not refer to each other in a circle.",
  );
}

function visible(secret: StoredSecret, location: SecretLocation): NonNullable<StoredSecret["value"]> {
  if (secret.value !== null) return secret.value;
  throw unusable(
    location,
    'is hidden from this identity. It needs a role in the project that allows "Read Value" on secrets of that environment and folder.',
  );
}

function unusable({ key, path, environment }: SecretLocation, why: string): Problem {
  return new Problem("unusable_token", {
    summary: "The value cannot be used",
    detail: `The value of ${key} in folder ${path} of environment ${environment} ${why}`,
  });
}
