import type { CallOptions } from "../../core/clock";
import type { Folder, InfisicalApi, StoredSecret } from "./infisical-api";
import { Remembered } from "./remembered";

/** Reads of a folder that ask for one secret each; later ones share a list. */
const READS_BY_NAME = 3;

type Secrets = ReadonlyMap<string, StoredSecret>;

/**
 * Reads values of one folder with few requests, since Infisical limits requests and not what they return: the first
 * three reads by name, all others from one list of the folder, made for the process when the fourth asks. Its values
 * are in memory only, as `Secret`.
 *
 * A value can so be as old as the first push of the process. Where it must be newer, because the same run rotates the
 * secret, the read is `fresh` and asks by name; a key that the list does not have is asked for by name as well.
 */
export class FolderReader {
  readonly #folder: Folder;
  readonly #api: InfisicalApi;
  readonly #listed = new Remembered<Secrets>();
  #reads = 0;

  constructor(folder: Folder, api: InfisicalApi) {
    this.#folder = folder;
    this.#api = api;
  }

  /** The newest version of a secret with its value, or null. Rejects with {@link InfisicalApi}'s problems. */
  async read(key: string, fresh: boolean, call: CallOptions): Promise<StoredSecret | null> {
    if (!fresh && ++this.#reads > READS_BY_NAME) {
      const listed = (await this.#list(call)).get(key);
      if (listed !== undefined) return listed;
    }
    return this.#api.read({ ...this.#folder, key }, { version: null, expand: false }, call);
  }

  #list(call: CallOptions): Promise<Secrets> {
    return this.#listed.get("values", call, async (own) => {
      const content = await this.#api.list(this.#folder, { values: true, imports: false }, own);
      return new Map(content?.secrets.map((secret) => [secret.key, secret]));
    });
  }
}
