import type { CallOptions, Clock } from "../core/clock";

const WRITE_MS = 60_000;

/**
 * The time for a write and its check, which belong together: an interruption waits for both. They get half a minute
 * even where the operation has less left, and no more than a minute.
 */
export function uninterrupted(call: CallOptions, clock: Clock): CallOptions {
  return {
    signal: new AbortController().signal,
    deadline: Math.min(Math.max(call.deadline, clock.now() + WRITE_MS / 2), clock.now() + WRITE_MS),
  };
}
