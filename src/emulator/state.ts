import type { EmulatorClock } from "./emulator-clock";
import type { EntraState } from "./entra/entra-state";
import type { GraphState } from "./graph/graph-state";
import type { InfisicalState } from "./infisical/infisical-state";
import type { Outbound } from "./provisioning/outbound";
import type { ScimState } from "./scim/scim-state";

/** All that the emulated services know, and the two ways in which they reach out. */
export interface EmulatorState {
  /** Where the emulator listens, such as `https://127.0.0.1:8443`. */
  readonly origin: string;
  readonly clock: EmulatorClock;
  readonly entra: EntraState;
  readonly graph: GraphState;
  readonly infisical: InfisicalState;
  readonly scim: ScimState;
  /** Every access and identity token that was handed out, in clear, the first one first. */
  readonly issuedTokens: string[];
  /** What a client did that the real services would not, or that documentation warns against; one line each. */
  readonly violations: string[];
  /** How Entra reaches applications. */
  readonly outbound: Outbound;
  /** Runs work after the answer has been sent. */
  readonly background: (work: () => Promise<void>) => void;
}
