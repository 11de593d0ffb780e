import { z } from "zod";

/**
 * The mask of an object of a state file, from its `sensitive_attributes`: lists of steps that lead to what is
 * sensitive, such as `[{"type": "get_attr", "value": "source"}, {"type": "get_attr", "value": "secret_key"}]`. What
 * is not understood of a path covers all below the step before it.
 */
export function maskOf(paths: unknown): unknown {
  const root: Mask = new Map();
  for (const path of z.array(z.unknown()).catch([]).parse(paths)) {
    if (cover(root, z.array(z.unknown()).catch([]).parse(path).slice(0, DEEPEST))) return true;
  }
  return plain(root);
}

/** Our attributes lie less deep; what a longer path leads to is covered from here on. */
const DEEPEST = 16;

type Mask = Map<string, Mask | true>;

const name = z.union([z.string(), z.number().transform(String)]);
const step = z.object({ value: z.union([name, z.object({ value: name }).transform(({ value }) => value)]) });

/** Adds a path to a mask. True when it covers the whole of it. */
function cover(mask: Mask, [first, ...rest]: readonly unknown[]): boolean {
  const parsed = step.safeParse(first);
  if (!parsed.success) return true;
  const key = parsed.data.value;
  const known = mask.get(key);
  if (known === true) return false;
  const below: Mask = known ?? new Map();
  mask.set(key, cover(below, rest) ? true : below);
  return false;
}

function plain(mask: Mask): unknown {
  return Object.fromEntries([...mask].map(([key, below]) => [key, below === true ? true : plain(below)]));
}
