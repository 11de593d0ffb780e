import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { Folder, FolderContent, ImportedFolder, InfisicalApi } from "./infisical-api";
import { Remembered } from "./remembered";
import type { SecretVersion } from "./secret-source";

/** The secrets of a folder by their names. */
export type Versions = ReadonlyMap<string, SecretVersion>;

/**
 * What folders hold, without values: one list of each folder for a whole process, and one more with its imports for
 * whoever asks for those.
 */
export class FolderListing {
  readonly #api: InfisicalApi;
  readonly #versions = new Remembered<Versions>();
  readonly #imports = new Remembered<readonly ImportedFolder[]>();

  constructor(api: InfisicalApi) {
    this.#api = api;
  }

  /**
   * The secrets of a folder; none for a folder that does not exist, for which servers answer an empty list or 404.
   * Rejects with `not_found` when Infisical says that the environment or the project does not exist either; the
   * servers that answer an empty list do so for an unknown environment too, and say it of an unknown project alone.
   */
  versions(folder: Folder, call: CallOptions): Promise<Versions> {
    return this.#versions.get(keyOf(folder), call, async (own) => {
      const content = await this.#list(folder, false, own);
      if (content !== null) return new Map(content.secrets.map((secret) => [secret.key, versionOf(secret)]));
      if (folder.path === "/") throw unknownEnvironment(folder);
      await this.#probe(folder, own);
      return new Map();
    });
  }

  /** The imports of a folder, of which a later one hides an earlier; none for a folder that does not exist. */
  imports(folder: Folder, call: CallOptions): Promise<readonly ImportedFolder[]> {
    return this.#imports.get(
      keyOf(folder),
      call,
      async (own) => (await this.#list(folder, true, own))?.imports ?? [],
    );
  }

  /**
   * Settles what a 404 for something in this folder means: rejects with `not_found` when environment or project do
   * not exist; resolves when they do, or that cannot be told. Asks again although they did not exist before.
   */
  async confirmEnvironment(folder: Folder, call: CallOptions): Promise<void> {
    this.#versions.forgive(keyOf(rootOf(folder)));
    await this.#probe(folder, call);
  }

  /** Every environment has a root folder, so a 404 for that is one for the environment. */
  async #probe(folder: Folder, call: CallOptions): Promise<void> {
    try {
      await this.versions(rootOf(folder), call);
    } catch (caught) {
      if (Problem.from(caught).code !== "forbidden") throw caught;
    }
  }

  #list(folder: Folder, imports: boolean, call: CallOptions): Promise<FolderContent | null> {
    return this.#api.list(folder, { values: false, imports }, call);
  }
}

/** Drops what is not of a version: name and value. */
export function versionOf({ id, version, updatedAt, updatedBy }: SecretVersion): SecretVersion {
  return { id, version, updatedAt, updatedBy };
}

/** A text that tells folders apart. */
export function keyOf({ projectId, environment, path }: Folder): string {
  return JSON.stringify([projectId, environment, path]);
}

function rootOf(folder: Folder): Folder {
  return { projectId: folder.projectId, environment: folder.environment, path: "/" };
}

function unknownEnvironment({ projectId, environment }: Folder): Problem {
  return new Problem("not_found", {
    summary: "Infisical does not find the environment",
    detail: `Infisical answered 404 to the request for the secrets of environment ${environment} of project ${projectId}. Check the environment's slug and the project's id, and that the identity has a role in that project.`,
    status: 404,
    vendorCode: "NotFound",
  });
}
