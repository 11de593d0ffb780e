import fc from "fast-check";
import { MARK } from "../clouds/planted";
import { hostileRaw, rawKey } from "./hostile-raw";
import { type Raw, RawMap } from "./raw-value";

/** One change somewhere in a tree. `at` counts its nodes from the root on, and goes round. */
export interface RawChange {
  readonly at: number;
  readonly change:
    | { readonly kind: "replace"; readonly by: Raw }
    | { readonly kind: "remove" | "duplicate" | "wrap" }
    | { readonly kind: "rename"; readonly key: Raw }
    | { readonly kind: "add"; readonly key: Raw; readonly value: Raw };
}

/** Changes of trees. */
export const rawChange: fc.Arbitrary<RawChange> = fc.record({
  at: fc.nat(400),
  change: fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant("replace" as const), by: hostileRaw }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("remove", "duplicate", "wrap") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), key: rawKey }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("add" as const), key: rawKey, value: hostileRaw }),
    },
  ),
});

/** The tree with the changes made, one after the other. */
export function changeRaw(raw: Raw, changes: readonly RawChange[]): Raw {
  return changes.reduce((tree, { at, change }) => changeAt(tree, at % sizeOf(tree), change), raw);
}

function sizeOf(raw: Raw): number {
  if (raw instanceof RawMap) return raw.entries.reduce((sum, [, value]) => sum + sizeOf(value), 1);
  return Array.isArray(raw) ? raw.reduce((sum: number, item: Raw) => sum + sizeOf(item), 1) : 1;
}

function changeAt(raw: Raw, at: number, change: RawChange["change"]): Raw {
  if (at === 0) return changeNode(raw, change);
  let left = at - 1;
  if (raw instanceof RawMap) {
    return new RawMap(
      raw.entries.flatMap((entry) => {
        const [key, value] = entry;
        const size = sizeOf(value);
        const here = left >= 0 && left < size;
        const inside = left;
        left -= size;
        if (!here) return [entry];
        if (inside > 0) return [[key, changeAt(value, inside, change)] as const];
        if (change.kind === "remove") return [];
        if (change.kind === "duplicate") return [entry, entry];
        // A secret under another name would rightly be shown.
        if (change.kind === "rename") return [[change.key, isPlanted(value) ? null : value] as const];
        return [[key, changeNode(value, change)] as const];
      }),
    );
  }
  return (raw as readonly Raw[]).map((item) => {
    const size = sizeOf(item);
    const here = left >= 0 && left < size;
    const inside = left;
    left -= size;
    return here ? changeAt(item, inside, change) : item;
  });
}

function isPlanted(raw: Raw): boolean {
  if (raw instanceof RawMap) return raw.entries.some(([, value]) => isPlanted(value));
  return Array.isArray(raw) ? raw.some(isPlanted) : typeof raw === "string" && raw.includes(MARK);
}

function changeNode(raw: Raw, change: RawChange["change"]): Raw {
  switch (change.kind) {
    case "replace":
      return change.by;
    case "add":
      return raw instanceof RawMap
        ? new RawMap([...raw.entries, [change.key, change.value]])
        : [raw, change.value];
    case "wrap":
      return [raw];
    case "duplicate":
      return [raw, raw];
    default:
      return null;
  }
}
