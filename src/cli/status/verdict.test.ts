import { Problem } from "../../core/problem";
import { NeedsAttention } from "../needs-attention";
import type { StatusReport, SyncReport } from "./status-report";
import { verdictOf } from "./verdict";

const well = { healthy: true, status: "synced", jobs: [] };
const rotated = { healthy: false, status: "rotated", jobs: [] };
const refused = { healthy: false, status: "refused", jobs: null };
const unreachable = { healthy: false, status: "unreachable", jobs: null };
const halfSeen = { healthy: false, status: "unreachable", jobs: [] };
const unknown = { healthy: false, status: "unknown", jobs: null };

function verdict(...syncs: readonly object[]): string | null {
  const healthy = syncs.every((sync) => (sync as SyncReport).healthy);
  const found = verdictOf({ healthy, syncs } as unknown as StatusReport);
  if (found instanceof NeedsAttention) return "attention";
  return found instanceof Problem ? found.code : null;
}

describe("verdictOf", () => {
  it.each<[string, readonly object[], string | null]>([
    ["all is well", [well, well], null],
    ["one needs attention", [well, rotated], "attention"],
    ["one could not be looked at", [well, refused], "attention"],
    ["all needs attention", [rotated], "attention"],
    ["all were refused", [refused, refused], "unauthenticated"],
    ["none could be reached", [unreachable], "unavailable"],
    ["some were refused and the others out of reach", [unreachable, refused], "unauthenticated"],
    ["the applications were seen, and their sources were not", [halfSeen, halfSeen], "attention"],
    ["one is not known for another reason", [refused, unknown], "attention"],
  ])("when %s", (_, syncs, expected) => {
    expect(verdict(...syncs)).toBe(expected);
  });
});
