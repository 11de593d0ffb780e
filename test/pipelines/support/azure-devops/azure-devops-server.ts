import { type JsonAnswer, type JsonRequest, JsonServer } from "../json-server";

/** A thread of the one pull request; it has one comment. */
export interface Thread {
  readonly id: number;
  status: string;
  readonly author: string;
  content: string;
  /** How often its comment was written after it was created. */
  updates: number;
}

/** The job's own token. */
export const ACCESS_TOKEN = "emulated-job-access-token";
const BUILD_SERVICE = "b0000000-0000-4000-8000-000000000001";
const THREADS = "/contoso/infrastructure/_apis/git/repositories/repository-id/pullRequests/7/threads";

/**
 * As much of Azure DevOps as jobs talk to: tokens of service connections, and threads of a pull request.
 * https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads
 */
export class AzureDevopsServer {
  readonly threads: Thread[] = [];
  /** False: the build service has not the permission. */
  mayComment = true;
  #server: JsonServer | undefined;

  private constructor(readonly issue: (subject: string) => string) {}

  /** Starts one, which makes identity tokens by `issue`. */
  static async start(issue: (subject: string) => string): Promise<AzureDevopsServer> {
    const server = new AzureDevopsServer(issue);
    server.#server = await JsonServer.start((request) => server.#answer(request));
    return server;
  }

  /** Of the organization; it ends with a slash, as Azure Pipelines has it. */
  get collection(): string {
    return `${this.#server?.origin}/contoso/`;
  }

  /** Somebody begins a thread. */
  thread(author: string, content: string, status = "active"): Thread {
    const thread = { id: this.threads.length + 1, author, content, status, updates: 0 };
    this.threads.push(thread);
    return thread;
  }

  /** Stops it. */
  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  #answer(request: JsonRequest): JsonAnswer {
    const { method, path, query, token } = request;
    if (token !== ACCESS_TOKEN) return [401, { message: "The token is not accepted." }];
    if (method === "POST" && path === "/contoso/oidctoken") {
      const subject = `sc://contoso/infrastructure/${query.get("serviceConnectionId")}`;
      return [200, { oidcToken: this.issue(subject) }];
    }
    if (path === "/contoso/_apis/connectionData") return [200, { authenticatedUser: { id: BUILD_SERVICE } }];
    if (query.get("api-version") !== "7.1") return [400, { message: "api-version is required." }];
    if (method === "GET" && path === THREADS) return [200, { value: this.threads.map(shown) }];
    if (!this.mayComment)
      return [403, { message: "TF401027: You need the Git 'PullRequestContribute' permission." }];
    return this.#write(request);
  }

  #write({ method, path, body }: JsonRequest): JsonAnswer {
    const sent = body as { status?: string; content?: string; comments?: { content: string }[] };
    if (method === "POST" && path === THREADS) {
      return [200, shown(this.thread(BUILD_SERVICE, sent.comments?.[0]?.content ?? "", sent.status))];
    }
    const thread = this.threads.find(({ id }) => path.startsWith(`${THREADS}/${id}`));
    if (method !== "PATCH" || thread === undefined) return [404, { message: "There is no such thread." }];
    if (path === `${THREADS}/${thread.id}`) thread.status = sent.status ?? thread.status;
    else if (path === `${THREADS}/${thread.id}/comments/1` && thread.author === BUILD_SERVICE) {
      thread.content = sent.content ?? "";
      thread.updates++;
    } else return [403, { message: "The comment is somebody else's." }];
    return [200, shown(thread)];
  }
}

function shown({ id, status, author, content }: Thread): unknown {
  return { id, status, isDeleted: false, comments: [{ id: 1, content, author: { id: author } }] };
}
