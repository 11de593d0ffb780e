import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import type { CallOptions } from "../../core/clock";
import { Problem } from "../../core/problem";
import { isRedirect, redirectProblem } from "../http/redirect";
import type { Transport } from "../http/transport";
import { readRefusal, type TokenRefusal } from "./token-answer";

/**
 * Sends what @azure/identity asks for over our transport, and remembers why it failed, since the library keeps status
 * and `error_codes` to itself. One for each token request.
 */
export class IdentityHttpClient implements HttpClient {
  readonly #transport: Transport;
  readonly #call: CallOptions;
  readonly #timeoutMs: number;
  readonly #now: () => number;
  #failure: Problem | TokenRefusal | null = null;
  #answered = false;

  constructor(transport: Transport, call: CallOptions, timeoutMs: number, now: () => number) {
    this.#transport = transport;
    this.#call = call;
    this.#timeoutMs = timeoutMs;
    this.#now = now;
  }

  /** What the last request failed with; null when it succeeded or none was made. */
  get failure(): Problem | TokenRefusal | null {
    return this.#failure;
  }

  /** True once something was answered with success. */
  get answered(): boolean {
    return this.#answered;
  }

  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    this.#failure = null;
    try {
      return await this.#exchange(request);
    } catch (caught) {
      this.#failure = Problem.from(caught);
      throw this.#failure;
    }
  }

  async #exchange(request: PipelineRequest): Promise<PipelineResponse> {
    const response = await this.#transport.send({
      method: methodOf(request),
      url: request.url,
      headers: request.headers.toJSON(),
      ...(typeof request.body === "string" && request.body !== "" ? { body: request.body } : {}),
      signal: this.#call.signal,
      timeoutMs: this.#timeoutMs,
    });
    if (isRedirect(response)) throw redirectProblem(request.url, response);
    if (response.status >= 200 && response.status < 300) this.#answered = true;
    else this.#failure = await readRefusal(response, this.#now());
    return {
      request,
      status: response.status,
      headers: createHttpHeaders(Object.fromEntries(response.headers)),
      bodyAsText: response.body,
    };
  }
}

function methodOf(request: PipelineRequest): "GET" | "POST" {
  if (request.method === "GET" || request.method === "POST") return request.method;
  throw new Problem("internal", {
    summary: "This is a bug",
    detail: `The sign-in library wants to send ${request.method}, which no sign-in needs.`,
  });
}
