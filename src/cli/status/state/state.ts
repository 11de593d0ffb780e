import type { Sync } from "../../../sync/model";
import type { ConnectionAttributes } from "../../terraform/sync-attributes";

/** A sync as a state holds it. */
export interface StoredSync {
  /** `module.apps["eu"].entrascim_sync.slack[0]` */
  readonly address: string;
  readonly attributes: Sync;
  /** Terraform will replace it in the next apply. */
  readonly tainted: boolean;
}

/** A connection as a state holds it. */
export interface StoredConnection {
  readonly address: string;
  readonly attributes: ConnectionAttributes;
}

/** What a state holds of ours. Nothing else of a state is kept. */
export interface StoredState {
  readonly syncs: readonly StoredSync[];
  readonly connections: readonly StoredConnection[];
  /** Texts that Terraform treats as sensitive: good for looking, never to be printed. */
  readonly hidden: readonly string[];
}

/** One object of ours, in whichever of Terraform's two forms it was found. */
export interface StoredObject {
  readonly address: string;
  readonly type: string;
  readonly tainted: boolean;
  readonly attributes: unknown;
  /** `true` covers all below it, an object or array as its members say. */
  readonly mask: unknown;
}
