import { setMaxListeners } from "node:events";

/**
 * Calls `listener` once when `signal` aborts; what is returned takes it back. A run has one signal for everything that
 * waits in it, so the number of listeners is no sign of a leak and Node's warning about it is turned off.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  setMaxListeners(0, signal);
  signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}
