import type { Clients } from "../clients/clients";
import type { Clock } from "../core/clock";
import { Problem } from "../core/problem";
import { ProcessMemory } from "./process-memory";

/** What resources and data sources are given once the provider is configured. */
export interface Runtime {
  /** Null while the provider's configuration holds values that are not known yet; then nothing is called. */
  readonly clients: Clients | null;
  /** The provider's attributes that are not known yet, as paths. */
  readonly unknown: readonly string[];
  readonly clock: Clock;
  readonly memory: ProcessMemory;
}

/** A runtime with nothing remembered. */
export function createRuntime(clients: Clients | null, unknown: readonly string[], clock: Clock): Runtime {
  return { clients, unknown, clock, memory: new ProcessMemory() };
}

/** The clients, for those who cannot go on without. Throws `invalid_input` that names what is unknown. */
export function requireClients(runtime: Runtime): Clients {
  if (runtime.clients !== null) return runtime.clients;
  throw new Problem("invalid_input", {
    summary: "The provider's configuration is not known yet",
    detail: `${runtime.unknown.join(", ")} in the provider block ${runtime.unknown.length === 1 ? "depends" : "depend"} on something that this run has still to create. Apply that first (terraform apply -target=…), or configure the provider from variables.`,
  });
}
