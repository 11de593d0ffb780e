import { type JsonAnswer, type JsonRequest, JsonServer } from "../json-server";

/** A note on the one merge request. */
export interface Note {
  readonly id: number;
  readonly author: { readonly id: number };
  body: string;
  /** How often it was written after it was created. */
  updates: number;
}

/** The access token that may write notes. */
export const NOTES_TOKEN = "emulated-gitlab-access-token";
/** Its user. */
const BOT = { id: 17 };
const PAGE = 2;
const NOTES = "/api/v4/projects/42/merge_requests/7/notes";

/** As much of GitLab's API as notes on a merge request need. https://docs.gitlab.com/api/notes/#merge-requests */
export class GitlabServer {
  readonly notes: Note[] = [];
  #server: JsonServer | undefined;

  private constructor() {}

  /** Starts one. */
  static async start(): Promise<GitlabServer> {
    const server = new GitlabServer();
    server.#server = await JsonServer.start((request) => server.#answer(request));
    return server;
  }

  /** `http://127.0.0.1:PORT/api/v4` */
  get api(): string {
    return `${this.#server?.origin}/api/v4`;
  }

  /** Somebody writes a note. */
  note(author: { readonly id: number }, body: string): Note {
    const note = { id: this.notes.length + 1, author, body, updates: 0 };
    this.notes.push(note);
    return note;
  }

  /** Stops it. */
  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  #answer({ method, path, query, token, body }: JsonRequest): JsonAnswer {
    if (token !== NOTES_TOKEN) return [401, { message: "401 Unauthorized" }];
    if (path === "/api/v4/user") return [200, BOT];
    const text = (body as { body?: string } | undefined)?.body ?? "";
    if (method === "GET" && path === NOTES) {
      const from = (Number(query.get("page") ?? 1) - 1) * PAGE;
      return [200, this.notes.slice(from, from + PAGE)];
    }
    if (method === "POST" && path === NOTES) return [201, this.note(BOT, text)];
    const note = this.notes.find(({ id, author }) => path === `${NOTES}/${id}` && author === BOT);
    if (method !== "PUT" || note === undefined) return [404, { message: "404 Not found" }];
    note.body = text;
    note.updates++;
    return [200, note];
  }
}
