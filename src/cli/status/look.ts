import type { Clients, Tenant } from "../../clients/clients";
import { Limiter } from "../../clients/http/limiter";
import type { CallOptions, Clock } from "../../core/clock";
import { Problem } from "../../core/problem";
import type { Observation } from "../../sync/assess";
import type { Connection, Sync, SyncSource } from "../../sync/model";
import { observeDestination, observeSource } from "../../sync/observe";
import { CircuitBreaker } from "./circuit-breaker";

/** What a look at the two ends of a sync found. */
export type Look =
  | { readonly kind: "seen"; readonly observation: Observation }
  /** The application was read, its source could not be. */
  | { readonly kind: "half_seen"; readonly destination: DestinationState; readonly problem: Problem }
  /** The application could not be read. */
  | { readonly kind: "unseen"; readonly problem: Problem }
  /** The service principal does not exist any more, for certain. */
  | { readonly kind: "gone" }
  /** An import that was not applied: state does not know its connection, so nothing was looked at. */
  | { readonly kind: "not_applied" };

type SourceState = Observation["source"];
type DestinationState = Omit<Observation, "source">;

/** How a look at many syncs is done. */
export interface LookOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How many applications are looked at at the same time. */
  readonly concurrency: number;
  /** Told after each sync how many of all are done. */
  readonly onProgress: (done: number, total: number) => void;
}

/** As long as a refresh of the provider may take. */
const LOOK_MS = 2 * 60_000;

/**
 * Looks at all syncs, as a refresh does: a list of each folder, a sign-in of each connection, and two requests to
 * Microsoft Graph for each sync. What cannot be reached, or refuses us, is part of the result and stops nothing else;
 * a folder or connection that fails is not asked again for each of its syncs.
 *
 * Rejects with `cancelled` alone, as soon as the signal aborts.
 */
export function lookAtAll(
  syncs: readonly Sync[],
  clients: Clients,
  options: LookOptions,
): Promise<readonly Look[]> {
  const round = new Round(clients, options);
  let done = 0;
  return Promise.all(
    syncs.map(async (sync) => {
      const look = await round.look(sync);
      options.onProgress(++done, syncs.length);
      return look;
    }),
  );
}

interface Reached {
  readonly tenant: Tenant;
  readonly breaker: CircuitBreaker;
}

/** What the looks at many syncs share. */
class Round {
  readonly #clients: Clients;
  readonly #options: LookOptions;
  readonly #limiter: Limiter;
  /** The first look at a source of each folder. */
  readonly #folders = new Map<string, Promise<SourceState | Problem>>();
  readonly #tenants = new Map<Tenant, Promise<Reached | Problem>>();

  constructor(clients: Clients, options: LookOptions) {
    this.#clients = clients;
    this.#options = options;
    this.#limiter = new Limiter(options.concurrency);
  }

  async look({ id, source, destination }: Sync): Promise<Look> {
    const connection = destination?.connection ?? null;
    const objectId = destination?.service_principal_id ?? id;
    if (connection === null || objectId === null) return { kind: "not_applied" };
    const [atSource, atDestination] = await Promise.all([
      this.#source(source),
      this.#destination(objectId, connection),
    ]);
    if (atDestination instanceof Problem) return { kind: "unseen", problem: atDestination };
    if (atDestination === null) return { kind: "gone" };
    if (atSource instanceof Problem) {
      return { kind: "half_seen", destination: atDestination, problem: atSource };
    }
    return { kind: "seen", observation: { source: atSource, ...atDestination } };
  }

  async #source(source: SyncSource | null): Promise<SourceState | Problem> {
    if (source === null) return "none";
    const folder = JSON.stringify([source.project_id, source.environment, source.secret_path]);
    const read = () => problemOr(observeSource(source, this.#clients.source, this.#call()));
    const known = this.#folders.get(folder);
    if (known === undefined) {
      const first = read();
      this.#folders.set(folder, first);
      return first;
    }
    const found = await known;
    // What is wrong with one source alone says nothing about its folder.
    return found instanceof Problem && found.code !== "invalid_input" ? found : read();
  }

  async #destination(objectId: string, connection: Connection): Promise<DestinationState | null | Problem> {
    const reached = await this.#reach(connection);
    if (reached instanceof Problem) return reached;
    const { tenant, breaker } = reached;
    const look = () => breaker.run(() => observeDestination(objectId, tenant.destination, this.#call()));
    return problemOr(this.#limiter.run(look, this.#options.signal));
  }

  /** Signs in before there are requests by the hundred, once for all syncs of a connection. */
  async #reach(connection: Connection): Promise<Reached | Problem> {
    if (signsInUnknowably(connection)) return unknownSignIn();
    let tenant: Tenant;
    try {
      tenant = this.#clients.tenant(connection);
    } catch (caught) {
      return Problem.from(caught);
    }
    const known = this.#tenants.get(tenant);
    if (known !== undefined) return known;
    const breaker = new CircuitBreaker(this.#options.concurrency);
    const reached = problemOr(tenant.signIn(this.#call()).then(() => ({ tenant, breaker })));
    this.#tenants.set(tenant, reached);
    return reached;
  }

  #call(): CallOptions {
    const { clock, signal } = this.#options;
    return { signal, deadline: clock.now() + LOOK_MS };
  }
}

/** An `auth` without any kind of sign-in that is known: a newer version of the provider wrote it. */
function signsInUnknowably({ auth }: Connection): boolean {
  return auth !== null && Object.values(auth).every((kind) => kind === null);
}

/** Other credentials must not take the place of those that the connection names. */
function unknownSignIn(): Problem {
  return new Problem("invalid_input", {
    summary: "The connection signs in in a way that is not known",
    detail: "Its auth block in the state has no kind of sign-in that this version knows. Update entrascim.",
  });
}

/** What was found or why it was not; an interruption is passed on. */
async function problemOr<T>(found: Promise<T>): Promise<T | Problem> {
  try {
    return await found;
  } catch (caught) {
    const problem = Problem.from(caught);
    if (problem.code === "cancelled") throw problem;
    return problem;
  }
}
