import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A process that lives longer than this has many objects to look after; most are gone before. */
const LONG_RUN_MS = 1_500;

/**
 * Has V8 keep the heap of a long run small: without it the garbage of a thousand syncs is let grow to 180 MiB before
 * it is collected. Not earlier, because V8 refuses code caches that were made with other flags, and by then everything
 * is loaded. Flags and their effect: decision 7.
 */
export function keepHeapLean(): void {
  setTimeout(() => {
    setFlagsFromString("--optimize-for-size");
    setFlagsFromString("--semi-space-growth-factor=1");
    collectGarbage();
  }, LONG_RUN_MS).unref();
}

/** The first full collection comes late by itself, and the limits of the next ones follow from it. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") collect();
}
