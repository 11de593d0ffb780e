import type { RunReport } from "../../test/fuzz/fuzz-property";

/** What a process that runs a property is told. */
export interface ToChild {
  readonly name: string;
  readonly cases: number;
  readonly seed: number;
  readonly path?: string | undefined;
}

/** What it says: that a case begins, and how all ended. */
export type FromChild =
  | { readonly kind: "case"; readonly count: number }
  | { readonly kind: "end"; readonly report: RunReport; readonly peakBytes: number };
