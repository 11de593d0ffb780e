import type { HttpRequest, HttpResponse, Transport } from "../../src/clients/http/transport";
import type { Call } from "./calls";
import type { CellClock } from "./cell-clock";
import type { Fault, Strike } from "./faults";
import { type Counts, nameOf, type RequestName } from "./requests";

/** Brings a strike about for the request that is sent next. */
export type BringAbout = (strike: Strike, request: HttpRequest) => void;

/** What strikes, at which call. */
export interface Aim {
  readonly call: Call;
  readonly fault: Fault;
  readonly strike: () => Strike;
}

/** Time without any request after which nothing more will come of what was left to run on. */
const QUIET_MS = 5;

/**
 * Sends over the real transport, counts what is sent by name, and has the aimed-at requests struck. The time that a
 * request waits in vain is short, and counts as long as it was meant to be.
 */
export class FaultyTransport implements Transport {
  readonly #counts: Partial<Record<RequestName, number>> = {};
  readonly #inner: Transport;
  readonly #clock: CellClock;
  readonly #bringAbout: BringAbout;
  readonly #aim: Aim | null;
  #underWay = 0;

  constructor(inner: Transport, clock: CellClock, bringAbout: BringAbout, aim: Aim | null) {
    this.#inner = inner;
    this.#clock = clock;
    this.#bringAbout = bringAbout;
    this.#aim = aim;
  }

  /** What was sent so far; what Entra's library looks up of an authority that is not Microsoft's left out. */
  get counts(): Counts {
    const { discovery: _, ...counts } = this.#counts;
    return counts;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const name = nameOf(request);
    const count = (this.#counts[name] ?? 0) + 1;
    this.#counts[name] = count;
    this.#underWay++;
    try {
      const strike = this.#strikeOf(name, count, request);
      return await (strike === null ? this.#inner.send(onePerPage(request)) : this.#struck(strike, request));
    } finally {
      this.#underWay--;
    }
  }

  /** Resolves when nothing is under way, and nothing follows from what was. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < QUIET_MS; calm = this.#underWay === 0 ? calm + 5 : 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #strikeOf(name: RequestName, count: number, request: HttpRequest): Strike | null {
    const aim = this.#aim;
    if (aim === null || aim.call.request !== name || count < aim.call.nth) return null;
    if (aim.fault.lasts === "once" && count > aim.call.nth) return null;
    // The older routes of Infisical are there for servers that lack the newer.
    if (aim.fault.trouble === "no such route" && request.url.includes("/api/v3/")) return null;
    return aim.strike();
  }

  async #struck(strike: Strike, request: HttpRequest): Promise<HttpResponse> {
    if (strike.by === "closed port") {
      const url = new URL(request.url);
      url.port = "1";
      return this.#inner.send({ ...request, url: url.href });
    }
    this.#bringAbout(strike, request);
    const timeoutMs = strike.by === "emulator" ? strike.timeoutMs : undefined;
    if (timeoutMs === undefined) return this.#inner.send(onePerPage(request));
    try {
      return await this.#inner.send({ ...request, timeoutMs });
    } finally {
      await this.#clock.pass(request.timeoutMs);
    }
  }
}

/** Two applications fill two pages. */
function onePerPage(request: HttpRequest): HttpRequest {
  return { ...request, url: request.url.replace("$top=999", "$top=1") };
}
