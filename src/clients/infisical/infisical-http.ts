import type { CallOptions, Clock } from "../../core/clock";
import type { Logger } from "../../core/log";
import { type RetryPolicy, retry } from "../../core/retry";
import { Outages } from "../http/outages";
import { isRedirect, redirectProblem } from "../http/redirect";
import type { HttpRequest, HttpResponse, Transport } from "../http/transport";
import { readError, transientProblem } from "./fault";

/** What is needed to send a request. */
export interface InfisicalHttpOptions {
  readonly transport: Transport;
  /** Further tries after the first. */
  readonly maxRetries: number;
  /** Milliseconds for one request. */
  readonly requestTimeoutMs: number;
  readonly clock: Clock;
  readonly log: Logger;
  /** Jitter of waits, from 0 up to 1. */
  readonly random?: () => number;
}

/** A request, without what every request has. */
export interface InfisicalRequest {
  readonly method: HttpRequest["method"];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The call, after "to", for messages. */
  readonly call: string;
  /** Milliseconds and further tries, where they differ. */
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
}

/**
 * Sends a request, again after a transient fault. Answers with any status that may not pass by itself, for its caller
 * to judge. Rejects with the transport's problems, those of transient answers once the tries or the time are used up,
 * and `untrusted` for a redirect. What is out of order for several in a row is tried once by those after them.
 */
export class InfisicalHttp {
  readonly #options: InfisicalHttpOptions;
  readonly #policy: RetryPolicy;
  readonly #outages: Outages;

  constructor(options: InfisicalHttpOptions) {
    this.#options = options;
    this.#policy = { maxRetries: options.maxRetries, baseMs: 1000, capMs: 30_000 };
    this.#outages = new Outages(options.clock);
  }

  get clock(): Clock {
    return this.#options.clock;
  }

  get log(): Logger {
    return this.#options.log;
  }

  send(request: InfisicalRequest, call: CallOptions): Promise<HttpResponse> {
    const { clock, random } = this.#options;
    const policy = { ...this.#policy, maxRetries: request.maxRetries ?? this.#policy.maxRetries };
    return this.#outages.run(kindOf(request), policy, (deserved) =>
      retry(() => this.#once(request, call), deserved, call, clock, random),
    );
  }

  async #once(request: InfisicalRequest, call: CallOptions): Promise<HttpResponse> {
    const response = await this.#options.transport.send({
      method: request.method,
      url: request.url,
      headers: {
        accept: "application/json",
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: call.signal,
      timeoutMs: request.timeoutMs ?? this.#options.requestTimeoutMs,
    });
    if (response.status < 300) return response;
    if (isRedirect(response)) throw redirectProblem(request.url, response);
    const transient = transientProblem(await readError(response, this.clock.now()), request.call);
    if (transient !== null) throw transient;
    return response;
  }
}

/** The endpoint, whichever secret it is asked for. */
function kindOf({ method, url }: InfisicalRequest): string {
  return `${method} ${new URL(url).pathname.replace(/\/secrets\/(raw\/)?[^/]+$/, "/secrets/$1*")}`;
}
