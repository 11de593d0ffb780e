import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A comment on the one pull request. */
export interface Comment {
  readonly id: string;
  readonly author: string;
  body: string;
  /** How often it was written after it was created. */
  updates: number;
}

/** Who may do what with a job's token. */
interface JobToken {
  readonly subject: string;
  readonly mayComment: boolean;
  readonly mayRequestTokens: boolean;
}

/** Makes an identity token of GitHub Actions. */
type IssueToken = (subject: string, audience: string) => string;

const BOT = "github-actions";
const PAGE = 2;

interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | null>>;
}

/**
 * What of GitHub jobs talk to: identity tokens by job, and as much of GraphQL as comments on a pull request need.
 * https://docs.github.com/graphql/reference/objects#pullrequest
 */
export class GithubServer {
  readonly comments: Comment[] = [];
  /** As in a pull request of a fork, or of Dependabot: whatever the workflow says, tokens can only read. */
  readOnly = false;
  readonly #tokens = new Map<string, JobToken>();
  readonly #server: Server;

  constructor(readonly issue: IssueToken) {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Listens on a free port of 127.0.0.1. */
  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A token for a job, good for `subject`, with the job's permissions. */
  token(subject: string, permissions: Readonly<Record<string, string>>): string {
    const token = randomUUID();
    this.#tokens.set(token, {
      subject,
      mayComment: permissions["pull-requests"] === "write",
      mayRequestTokens: permissions["id-token"] === "write",
    });
    return token;
  }

  /** Somebody else comments. */
  comment(author: string, body: string): void {
    this.comments.push({ id: `IC_${randomUUID()}`, author, body, updates: 0 });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", "http://localhost");
    const token = this.#tokens.get((request.headers.authorization ?? "").replace("Bearer ", ""));
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (token === undefined) return void answer(401, { message: "Bad credentials" });
    if (url.pathname === "/token") {
      if (!token.mayRequestTokens) return void answer(403, { message: "no permission id-token" });
      const audience = url.searchParams.get("audience") ?? "https://github.com/contoso";
      return void answer(200, { value: this.issue(token.subject, audience) });
    }
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { query, variables } = JSON.parse(body) as GraphqlRequest;
    answer(200, this.#graphql(query, variables, token));
  }

  #graphql(query: string, variables: GraphqlRequest["variables"], { mayComment }: JobToken): unknown {
    if (query.startsWith("query")) return { data: { repository: { pullRequest: this.#page(variables) } } };
    if (!mayComment || this.readOnly) {
      return {
        data: null,
        errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
      };
    }
    const body = variables.body ?? "";
    if (query.includes("addComment(")) {
      this.comments.push({ id: `IC_${randomUUID()}`, author: BOT, body, updates: 0 });
      return { data: { addComment: { commentEdge: { node: { url: "https://github.com/comment" } } } } };
    }
    const comment = this.comments.find(({ id, author }) => id === variables.id && author === BOT);
    if (comment === undefined)
      return { data: null, errors: [{ type: "NOT_FOUND", message: "no such comment" }] };
    comment.body = body;
    comment.updates++;
    return { data: { updateIssueComment: { issueComment: { url: "https://github.com/comment" } } } };
  }

  #page({ after }: GraphqlRequest["variables"]): unknown {
    const from = Number(after ?? 0);
    const nodes = this.comments.slice(from, from + PAGE);
    return {
      id: "PR_1",
      comments: {
        nodes: nodes.map(({ id, body, author }) => ({ id, body, viewerDidAuthor: author === BOT })),
        pageInfo: { hasNextPage: from + PAGE < this.comments.length, endCursor: String(from + PAGE) },
      },
    };
  }
}
