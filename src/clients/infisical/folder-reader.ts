import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { untilAborted } from "../http/single-flight";
import type { Folder, InfisicalApi, StoredSecret } from "./infisical-api";

/** Reads of a folder that ask for one secret each; later ones share lists. */
const READS_BY_NAME = 3;

interface Reader {
  readonly key: string;
  readonly call: CallOptions;
  readonly resolve: (secret: StoredSecret | null) => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Reads values of one folder with few requests: the first three reads by name, all others by lists of the folder.
 * Infisical limits requests, not what they return.
 *
 * No value is older than the read that returns it, so that a secret which the same run rotates is read as it is
 * afterwards: a list serves those who asked before it left, also when it leaves again after a fault, and whoever asks
 * while it is under way waits for the next one. Of a list only the secrets that were asked for are kept.
 */
export class FolderReader {
  readonly #folder: Folder;
  readonly #api: InfisicalApi;
  #reads = 0;
  #waiting: Reader[] = [];
  #serving = false;

  constructor(folder: Folder, api: InfisicalApi) {
    this.#folder = folder;
    this.#api = api;
  }

  /** The newest version of a secret with its value, or null. Rejects with {@link InfisicalApi}'s problems. */
  read(key: string, call: CallOptions): Promise<StoredSecret | null> {
    this.#reads++;
    if (this.#reads <= READS_BY_NAME) {
      return this.#api.read({ ...this.#folder, key }, { version: null, expand: false }, call);
    }
    const served = new Promise<StoredSecret | null>((resolve, reject) => {
      this.#waiting.push({ key, call, resolve, reject });
    });
    void this.#serve();
    return untilAborted(served, call.signal);
  }

  async #serve(): Promise<void> {
    if (this.#serving) return;
    this.#serving = true;
    while (this.#waiting.length > 0) await this.#serveWaiting();
    this.#serving = false;
  }

  async #serveWaiting(): Promise<void> {
    this.#waiting = this.#waiting.filter(({ call }) => !call.signal.aborted);
    const patient = this.#waiting.toSorted((a, b) => b.call.deadline - a.call.deadline)[0];
    if (patient === undefined) return;
    const served: Reader[] = [];
    const board = () => served.push(...this.#waiting.splice(0));
    try {
      const content = await this.#api.list(
        this.#folder,
        { values: true, imports: false, onSend: board },
        patient.call,
      );
      const secrets = new Map(content?.secrets.map((secret) => [secret.key, secret]));
      for (const { key, resolve } of served) resolve(secrets.get(key) ?? null);
    } catch (caught) {
      // Nothing left when even the login failed: that is the answer for all who wait.
      if (served.length === 0) board();
      this.#refuse(served, caught, patient);
    }
  }

  /** When the run of the one whose time limit was used was interrupted, the others are served by another list. */
  #refuse(served: readonly Reader[], caught: unknown, patient: Reader): void {
    const interrupted = Problem.from(caught).code === "cancelled" && patient.call.signal.aborted;
    for (const reader of served) {
      if (interrupted && !reader.call.signal.aborted) this.#waiting.push(reader);
      else reader.reject(caught);
    }
  }
}
