import { randomUUID } from "node:crypto";
import { type JsonAnswer, type JsonRequest, JsonServer } from "../json-server";

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
  #server: JsonServer | undefined;

  private constructor(readonly issue: IssueToken) {}

  /** Starts one, which makes identity tokens by `issue`. */
  static async start(issue: IssueToken): Promise<GithubServer> {
    const server = new GithubServer(issue);
    server.#server = await JsonServer.start((request) => server.#answer(request));
    return server;
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    return this.#server?.origin ?? "";
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

  /** Stops it. */
  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  #answer({ path, query, token, body }: JsonRequest): JsonAnswer {
    const job = this.#tokens.get(token);
    if (job === undefined) return [401, { message: "Bad credentials" }];
    if (path === "/token") {
      if (!job.mayRequestTokens) return [403, { message: "The job has no permission id-token." }];
      const audience = query.get("audience") ?? "https://github.com/contoso";
      return [200, { value: this.issue(job.subject, audience) }];
    }
    const request = body as GraphqlRequest;
    return [200, this.#graphql(request.query, request.variables, job)];
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
      this.comment(BOT, body);
      return { data: { addComment: { commentEdge: { node: { url: "https://github.com/comment" } } } } };
    }
    const comment = this.comments.find(({ id, author }) => id === variables.id && author === BOT);
    if (comment === undefined) {
      return { data: null, errors: [{ type: "NOT_FOUND", message: "There is no such comment." }] };
    }
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
