import { isMeant, type MatchedRequest, type RequestMatch } from "./request-match";

/** A place where the next request that matches is held, so that a test can act meanwhile. */
export interface Pause {
  readonly id: number;
  /** Resolves when a request has arrived and is held. */
  readonly arrived: Promise<void>;
  /** Lets the held request go on, and holds no further one. */
  resume(): void;
}

/** Before the service sees the request, or after it has done what was asked and before it answers. */
export type PauseMoment = "before" | "after";

interface Gate extends Pause {
  readonly match: RequestMatch;
  readonly moment: PauseMoment;
  readonly released: Promise<void>;
  readonly arrive: () => void;
  taken: boolean;
}

/** The pauses that are set; each holds one request. */
export class Pauses {
  readonly #gates = new Map<number, Gate>();
  #lastId = 0;

  /** Holds the next request that matches. */
  set(match: RequestMatch, moment: PauseMoment): Pause {
    const arrival = signal();
    const release = signal();
    const id = ++this.#lastId;
    const resume = () => {
      this.#gates.delete(id);
      release.fire();
    };
    const gate: Gate = {
      id,
      match,
      moment,
      arrived: arrival.fired,
      arrive: arrival.fire,
      released: release.fired,
      resume,
      taken: false,
    };
    this.#gates.set(id, gate);
    return gate;
  }

  find(id: number): Pause | undefined {
    return this.#gates.get(id);
  }

  /** Returns at once, or when the pause that holds this request is over. */
  async pass(request: MatchedRequest, moment: PauseMoment): Promise<void> {
    for (const gate of this.#gates.values()) {
      if (gate.taken || gate.moment !== moment || !isMeant(gate.match, request)) continue;
      gate.taken = true;
      gate.arrive();
      await gate.released;
      return;
    }
  }

  /** Lets everything go on. */
  releaseAll(): void {
    for (const gate of [...this.#gates.values()]) gate.resume();
  }
}

function signal(): { readonly fired: Promise<void>; readonly fire: () => void } {
  let fire: () => void = () => {};
  const fired = new Promise<void>((resolve) => {
    fire = resolve;
  });
  return { fired, fire };
}
