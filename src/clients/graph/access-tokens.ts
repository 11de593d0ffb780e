import type { CallOptions } from "../../core/clock";
import type { Secret } from "../../core/secret";

/** Where the Graph client gets its bearer tokens. Both methods throw a `Problem` when there is none to be had. */
export interface AccessTokens {
  /** A token that is good for a while yet. */
  token(call: CallOptions): Promise<{ readonly value: Secret }>;
  /** Another token than the one that Graph refused. */
  renew(refused: Secret, call: CallOptions): Promise<{ readonly value: Secret }>;
}
