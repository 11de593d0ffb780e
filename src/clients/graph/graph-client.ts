import { randomUUID } from "node:crypto";
import type { ZodType } from "zod";
import type { CallOptions, Clock } from "../../core/clock";
import { Problem } from "../../core/problem";
import { isTransient, type RetryPolicy, retry } from "../../core/retry";
import type { Secret } from "../../core/secret";
import { requestIdOf } from "../http/create-transport";
import { Outages } from "../http/outages";
import { eachItem } from "../http/paging";
import { type AnswerContext, checkJson, parseJson } from "../http/parse-json";
import { isRedirect, redirectProblem } from "../http/redirect";
import { retryAfterMs } from "../http/retry-after";
import type { HttpResponse, Transport } from "../http/transport";
import type { AccessTokens } from "./access-tokens";
import { readFault } from "./graph-fault";
import { type GraphSubject, graphProblem } from "./graph-problem";

/** What a {@link GraphClient} works with. */
export interface GraphClientOptions {
  /** Root without version and trailing slash: `https://graph.microsoft.com`. */
  readonly root: string;
  readonly tokens: AccessTokens;
  readonly transport: Transport;
  readonly retry: RetryPolicy;
  /** Milliseconds for one request. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly random?: (() => number) | undefined;
}

/** One call. `path` follows `/v1.0`, with whatever stands in it percent-encoded; or it is a page's absolute link. */
export interface GraphCall {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Which problems are worth another try; default: all that are transient. */
  readonly retryable?: (problem: Problem) => boolean;
  /** A status that is given back like a success, for the caller to judge. */
  readonly tolerated?: number;
  readonly subject: GraphSubject;
}

/**
 * Calls Microsoft Graph v1.0: signs requests, tries transient faults again, and turns error answers into problems.
 * A 401 gets one fresh token, unless that is known not to help. Redirects are `untrusted`. What is out of order for
 * several in a row is tried once by those after them ({@link Outages}).
 */
export class GraphClient {
  readonly #options: GraphClientOptions;
  readonly #outages: Outages;
  /** A fresh token that was refused, and with which code: another fresh one would be as well. */
  #hopeless: { readonly token: Secret; readonly code: string | null } | null = null;
  /** Problems of what tries again by itself: once that has given up, another try would only begin it anew. */
  readonly #givenUp = new WeakSet<Problem>();

  constructor(options: GraphClientOptions) {
    this.#options = options;
    this.#outages = new Outages(options.clock);
  }

  /** The answer: a success, or the status that is tolerated. */
  send(request: GraphCall, call: CallOptions): Promise<HttpResponse> {
    return this.#retry(() => this.#attempt(request, call), request, call);
  }

  /**
   * The same for a call that Graph answers with 204 alone: `unexpected_response` for a success that cannot be Graph's,
   * such as the login page of a network.
   */
  async write(request: GraphCall, call: CallOptions): Promise<HttpResponse> {
    const response = await this.send(request, call);
    if (response.status !== request.tolerated) checkJson(response.body, contextOf(request, response));
    return response;
  }

  /** The same for what must not be done twice: before each further try, `isDone` looks whether the last one did it. */
  async sendOnce(request: GraphCall, isDone: () => Promise<boolean>, call: CallOptions): Promise<void> {
    const attempt = async (tries: number) => {
      if (tries === 0 || !(await this.#final(isDone()))) await this.#attempt(request, call);
    };
    await this.#retry(attempt, request, call);
  }

  /** The answer as a typed value. */
  async read<T>(request: GraphCall, schema: ZodType<T>, call: CallOptions): Promise<T> {
    const response = await this.send(request, call);
    return parseJson(response.body, schema, contextOf(request, response));
  }

  /** All items of a collection, over all its pages, which have to be on Graph's own origin. */
  async list<T>(request: GraphCall, item: ZodType<T>, call: CallOptions): Promise<T[]> {
    const { collectionOf } = await import("./graph-schemas");
    const pages = eachItem(this.#url(request.path), async (url) => {
      const page = await this.read({ ...request, path: url }, collectionOf(item), call);
      return { items: page.value, next: page["@odata.nextLink"] ?? null };
    });
    const items: T[] = [];
    for await (const each of pages) items.push(each);
    return items;
  }

  #retry<T>(attempt: (tries: number) => Promise<T>, request: GraphCall, call: CallOptions): Promise<T> {
    const { retry: policy, clock, random } = this.#options;
    const isWorthIt = request.retryable ?? policy.retryable ?? isTransient;
    const retryable = (problem: Problem) => !this.#givenUp.has(problem) && isWorthIt(problem);
    return this.#outages.run(kindOf(request), { ...policy, retryable }, (deserved) =>
      retry(attempt, deserved, call, clock, random),
    );
  }

  async #final<T>(operation: Promise<T>): Promise<T> {
    try {
      return await operation;
    } catch (caught) {
      const problem = Problem.from(caught);
      this.#givenUp.add(problem);
      throw problem;
    }
  }

  async #attempt(request: GraphCall, call: CallOptions): Promise<HttpResponse> {
    this.#checkDeadline(request, call);
    const { tokens } = this.#options;
    const token = (await this.#final(tokens.token(call))).value;
    const response = await this.#exchange(request, token, call);
    if (response.status !== 401) return this.#succeeded(response, request);
    const { code } = await readFault(response);
    if (this.#hopeless?.code === code && this.#hopeless.token.equals(token)) {
      return this.#succeeded(response, request);
    }
    const fresh = (await this.#final(tokens.renew(token, call))).value;
    const second = await this.#exchange(request, fresh, call);
    if (second.status === 401) this.#hopeless = { token: fresh, code: (await readFault(second)).code };
    return this.#succeeded(second, request);
  }

  async #exchange(request: GraphCall, token: Secret, call: CallOptions): Promise<HttpResponse> {
    const { exchangeWithGraph } = await import("./graph-exchange");
    return exchangeWithGraph(
      {
        method: request.method,
        url: this.#url(request.path),
        headers: {
          accept: "application/json",
          "client-request-id": randomUUID(),
          ...(request.body === undefined ? {} : { "content-type": "application/json" }),
          ...request.headers,
        },
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: call.signal,
        timeoutMs: request.timeoutMs ?? this.#options.timeoutMs,
      },
      token,
      this.#options.transport,
    );
  }

  async #succeeded(response: HttpResponse, request: GraphCall): Promise<HttpResponse> {
    const { status } = response;
    if ((status >= 200 && status < 300) || status === request.tolerated) return response;
    if (isRedirect(response)) throw redirectProblem(this.#url(request.path), response);
    const fault = await readFault(response);
    const wait = retryAfterMs(response, this.#options.clock.now());
    throw graphProblem(fault, request.subject, wait);
  }

  #url(path: string): string {
    return path.startsWith("/") ? `${this.#options.root}/v1.0${path}` : path;
  }

  #checkDeadline(request: GraphCall, call: CallOptions): void {
    if (this.#options.clock.now() < call.deadline) return;
    throw new Problem("timeout", {
      summary: "The operation ran out of time",
      detail: `There was no time left for ${request.subject.doing}. Run again, or raise the operation's timeout.`,
    });
  }
}

/** The endpoint, whichever service principal and job it is asked about. */
function kindOf({ method, path }: GraphCall): string {
  const endpoint = path
    .replace(/\?.*$/s, "")
    .replace(/\/servicePrincipals\/[^/]+/, "/servicePrincipals/*")
    .replace(/\/jobs\/[^/]+\//, "/jobs/*/");
  return `${method} ${endpoint}`;
}

function contextOf({ subject }: GraphCall, { status, headers }: HttpResponse): AnswerContext {
  return {
    call: `a request of ours to Microsoft Graph (${subject.doing})`,
    status,
    requestId: requestIdOf(headers),
  };
}
