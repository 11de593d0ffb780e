import { inspect } from "node:util";
import type { CallOptions, Clock } from "../../../core/clock";
import { Problem } from "../../../core/problem";
import { Secret } from "../../../core/secret";
import type { HttpRequest, HttpResponse, Transport } from "../../http/transport";
import type { AccessTokens } from "../access-tokens";
import { GraphClient } from "../graph-client";

/** An answer, or a problem that the transport rejects with. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | Problem;

/** Answers in turn, the last again and again. */
export class FakeTransport implements Transport {
  readonly requests: HttpRequest[] = [];
  readonly #answers: Answer[];

  constructor(answers: Answer[]) {
    this.#answers = [...answers];
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.requests.push(request);
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    if (answer === undefined) throw new Error("no answer prepared");
    if (answer instanceof Problem) throw answer;
    const { status, body = "", headers = {} } = answer;
    return {
      status,
      headers: new Map(Object.entries({ "request-id": "00000000-0000-0000-0000-00000000aaaa", ...headers })),
      body: typeof body === "string" ? body : JSON.stringify(body),
    };
  }

  /** `METHOD url token` of each request. */
  get lines(): string[] {
    return this.requests.map(({ method, url, headers }) => `${method} ${url} ${headers.authorization}`);
  }
}

/** Tokens `token-1`, `token-2` and so on; a new one for each renewal of the current. */
export class FakeTokens implements AccessTokens {
  issued = 1;

  async token(): Promise<{ value: Secret }> {
    return { value: new Secret(`token-${this.issued}`) };
  }

  async renew(refused: Secret): Promise<{ value: Secret }> {
    if (refused.equals(new Secret(`token-${this.issued}`))) this.issued++;
    return this.token();
  }
}

export class FakeClock implements Clock {
  readonly slept: number[] = [];
  time = 1_700_000_000_000;

  now(): number {
    return this.time;
  }

  sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.time += ms;
    return Promise.resolve();
  }
}

export const ROOT = "https://graph.example:8443";

/** A client at {@link ROOT} over these answers. */
export function fakeGraph(...answers: Answer[]) {
  const transport = new FakeTransport(answers);
  const tokens = new FakeTokens();
  const clock = new FakeClock();
  const client = new GraphClient({
    root: ROOT,
    tokens,
    transport,
    retry: { maxRetries: 4, baseMs: 1000, capMs: 30_000 },
    timeoutMs: 30_000,
    clock,
    random: () => 0.5,
  });
  const call: CallOptions = { signal: new AbortController().signal, deadline: clock.now() + 300_000 };
  return { client, transport, tokens, clock, call };
}

/** Graph's error envelope. */
export function graphError(status: number, code: string, message = ""): Answer {
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: { date: "2026-01-01T00:00:00", "request-id": "00000000-0000-0000-0000-00000000bbbb" },
      },
    },
  };
}

/** An error of the synchronization service, as text in Graph's envelope. */
export function nestedError(status: number, code: string, message = ""): Answer {
  const inner = { error: { code, message, target: null, details: [], innerError: null } };
  return graphError(status, "UnknownError", JSON.stringify(inner));
}

/** What the promise rejects with, which has to be a problem. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const caught: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof Problem)) throw new Error(`no problem but ${inspect(caught)}`);
  return caught;
}
