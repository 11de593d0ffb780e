import type { HttpRequest, HttpResponse, Transport } from "../../../src/clients/http/transport";
import { Problem } from "../../../src/core/problem";
import type { FuzzClock } from "./fuzz-clock";
import { type GoldenAnswer, goldenAnswer } from "./golden-answer";

/** Makes the response of an answer; where nothing is to be wrong, {@link asResponse}. */
export type Tamper = (golden: GoldenAnswer, request: HttpRequest, count: number) => HttpResponse;

/** Milliseconds of the fuzzed time that a request takes. */
const REQUEST_MS = 100;

/** More requests than any operation may send before its deadline. */
const MOST_REQUESTS = 20_000;

/** Sends nothing: answers as the clouds would, after what `tamper` does to that. Remembers where it was sent to. */
export class FuzzTransport implements Transport {
  readonly origins = new Set<string>();
  count = 0;
  readonly #clock: FuzzClock;
  readonly #tamper: Tamper;

  constructor(clock: FuzzClock, tamper: Tamper = asResponse) {
    this.#clock = clock;
    this.#tamper = tamper;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.count++;
    if (this.count > MOST_REQUESTS) throw new Error("an operation that sends for ever");
    this.#clock.pass(REQUEST_MS);
    if (!URL.canParse(request.url))
      throw new Problem("invalid_input", { summary: "No URL", detail: "None." });
    this.origins.add(new URL(request.url).origin);
    return this.#tamper(goldenAnswer(request), request, this.count);
  }
}

/** An answer as it is. */
export function asResponse({ status, json }: GoldenAnswer): HttpResponse {
  return {
    status,
    headers: new Map([
      ["content-type", "application/json"],
      ["request-id", "00000000-0000-0000-0000-00000000aaaa"],
    ]),
    body: json === undefined ? "" : JSON.stringify(json),
  };
}
