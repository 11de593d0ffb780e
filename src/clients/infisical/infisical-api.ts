import type { ZodType } from "zod";
import type { CallOptions } from "../../core/clock";
import { oneLine } from "../../core/one-line";
import { Problem } from "../../core/problem";
import { Secret } from "../../core/secret";
import { parseJson } from "../http/parse-json";
import type { HttpResponse } from "../http/transport";
import type { Answer, AuthorizedHttp } from "./authorized-http";
import { type CallDescription, isNotFound, isRouteMissing, problemOf } from "./fault";
import type { SecretLocation, SecretVersion } from "./secret-source";
import type { WireSecret } from "./wire";

/** A folder of secrets. */
export type Folder = Omit<SecretLocation, "key">;

/** A secret as Infisical answers it. */
export interface StoredSecret extends SecretVersion {
  readonly key: string;
  /** Null when it was not asked for, or is hidden from us. */
  readonly value: Secret | null;
}

/** Secrets that a folder imports from another one, by name. */
export interface ImportedFolder {
  readonly environment: string;
  readonly path: string;
  readonly keys: readonly string[];
}

/** A folder's own secrets and its imports; of two imports that have a name, the later one counts. */
export interface FolderContent {
  readonly secrets: readonly StoredSecret[];
  readonly imports: readonly ImportedFolder[];
}

/** Which parts of a folder to list. */
export interface ListOptions {
  readonly values: boolean;
  readonly imports: boolean;
}

/** What Infisical answers instead of a value that the identity may not read. */
const HIDDEN = "<hidden-by-infisical>";

const ROUTES = {
  4: { path: "/api/v4/secrets", project: "projectId" },
  3: { path: "/api/v3/secrets/raw", project: "workspaceId" },
} as const;

/**
 * The calls that read secrets: version 4 of the API, or version 3 for servers that do not have it yet, which is found
 * out by a 404 that is not Infisical's own. Flags are always sent, because their defaults differ between servers,
 * and the one for imports in both spellings.
 *
 * Rejects with `unauthenticated` and `forbidden` when Infisical refuses us, `invalid_input` when it refuses what was
 * asked for, `unexpected_response` (also for another version than the one that was asked for), and the problems of {@link AuthorizedHttp}.
 *
 * https://infisical.com/docs/api-reference/endpoints/secrets/list
 */
export class InfisicalApi {
  readonly #host: string;
  readonly #http: AuthorizedHttp;
  #version: 3 | 4 = 4;

  constructor(host: string, http: AuthorizedHttp) {
    this.#host = host;
    this.#http = http;
  }

  /** The secrets of a folder; null when there is no such folder, environment or project. */
  async list(folder: Folder, options: ListOptions, call: CallOptions): Promise<FolderContent | null> {
    const needed = options.values ? '"Describe Secret" and "Read Value"' : '"Describe Secret"';
    const description: CallDescription = {
      call: `the request for the secrets of folder ${folder.path} in environment ${folder.environment}`,
      permission: `The identity needs a role in the project that allows ${needed} on secrets of that environment and folder.`,
    };
    const query = {
      viewSecretValue: String(options.values),
      expandSecretReferences: "false",
      recursive: "false",
      ...importFlags(options.imports),
    };
    const response = await this.#get(folder, "", query, description, call);
    if (response === null) return null;
    const { secretsAnswer } = await import("./wire");
    const { secrets, imports } = parse(response, secretsAnswer, description);
    return {
      secrets: secrets
        .filter(({ type }) => type !== "personal")
        .map((secret) => stored(secret, options.values)),
      imports: (imports ?? []).map(({ environment, secretPath, secrets: imported }) => ({
        environment,
        path: secretPath,
        keys: imported.map(({ secretKey }) => secretKey),
      })),
    };
  }

  /** One secret with its value, of this version or the newest; null when there is none. Imports are not followed. */
  async read(
    location: SecretLocation,
    options: { readonly version: number | null; readonly expand: boolean },
    call: CallOptions,
  ): Promise<StoredSecret | null> {
    // In a URL a dot segment is resolved away, and something else would be asked for; no secret has such a name.
    if (location.key === "." || location.key === "..") return null;
    const referred = options.expand ? ", and on every secret that its value refers to" : "";
    const description: CallDescription = {
      call: `the request for secret ${location.key} of folder ${location.path} in environment ${location.environment}`,
      permission: `The identity needs a role in the project that allows "Describe Secret" and "Read Value" on that secret${referred}.`,
    };
    const query = {
      type: "shared",
      viewSecretValue: "true",
      expandSecretReferences: String(options.expand),
      ...importFlags(false),
      ...(options.version === null ? {} : { version: String(options.version) }),
    };
    const response = await this.#get(
      location,
      `/${encodeURIComponent(location.key)}`,
      query,
      description,
      call,
    );
    if (response === null) return null;
    const { secretAnswer } = await import("./wire");
    const { secret } = parse(response, secretAnswer, description);
    if (options.version !== null && secret.version !== options.version) {
      throw otherVersion(description, options.version, secret.version);
    }
    return stored(secret, true);
  }

  /** The answer, or null for Infisical's own 404. */
  async #get(
    folder: Folder,
    path: string,
    query: Readonly<Record<string, string>>,
    description: CallDescription,
    call: CallOptions,
  ): Promise<HttpResponse | null> {
    const ask = (version: 3 | 4): Promise<Answer> => {
      const route = ROUTES[version];
      const { environment, path: secretPath, projectId } = folder;
      const parameters = new URLSearchParams({
        [route.project]: projectId,
        environment,
        secretPath,
        ...query,
      });
      return this.#http.get(`${this.#host}${route.path}${path}?${parameters}`, description.call, call);
    };
    const asked = this.#version;
    let answer = await ask(asked);
    if (asked === 4 && lacksRoute(answer)) {
      answer = await ask(3);
      if (!lacksRoute(answer)) this.#version = 3;
    }
    if (answer.ok) return answer.response;
    if (isNotFound(answer.error)) return null;
    throw problemOf(answer.error, description);
  }
}

function lacksRoute(answer: Answer): boolean {
  return !answer.ok && isRouteMissing(answer.error);
}

/** One server reads the one spelling and ignores the other. */
function importFlags(imports: boolean): Record<string, string> {
  return { include_imports: String(imports), includeImports: String(imports) };
}

/** In an answer without values every secret is marked hidden, so the mark counts only where values were asked for. */
function stored(secret: WireSecret, withValue: boolean): StoredSecret {
  const { secretValue } = secret;
  const hidden = secret.secretValueHidden === true || secretValue == null || secretValue === HIDDEN;
  return {
    key: secret.secretKey,
    id: secret.id,
    version: secret.version,
    updatedAt: secret.updatedAt ?? null,
    updatedBy: secret.actor?.name == null ? null : oneLine(secret.actor.name),
    value: withValue && !hidden ? new Secret(secretValue) : null,
  };
}

/** A server that passed the version over would have the newest pushed under the name of the pinned one. */
function otherVersion({ call }: CallDescription, asked: number, answered: number): Problem {
  return new Problem("unexpected_response", {
    summary: "Infisical answered with another version",
    detail: `Version ${asked} is pinned, and Infisical answered with version ${answered} to ${call}. This server does not give out earlier versions: leave source.version out, or update the server.`,
  });
}

function parse<T>(response: HttpResponse, schema: ZodType<T>, { call }: CallDescription): T {
  return parseJson(response.body, schema, { call: `${call} of Infisical`, status: response.status });
}
