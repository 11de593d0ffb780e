import type { EmulatorState } from "../state";
import { InfisicalError } from "./infisical-error";
import type { RateLimits } from "./infisical-state";

const WINDOW_MS = 60_000;

/** Counts a request against its budget and gives the headers that tell the rest; 429 when the budget is spent. */
export function countAgainst(state: EmulatorState, budget: keyof RateLimits): Record<string, string> {
  const now = state.clock.now();
  const limit = state.infisical.limits[budget];
  const current = state.infisical.windows.get(budget);
  const window =
    current !== undefined && now - current.began < WINDOW_MS ? current : { began: now, count: 0 };
  state.infisical.windows.set(budget, window);
  const reset = Math.ceil((window.began + WINDOW_MS - now) / 1000);
  const headers = (remaining: number) => ({
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  });
  if (window.count >= limit) {
    throw new InfisicalError(
      429,
      "RateLimitExceeded",
      `Rate limit exceeded. Please try again in ${reset} seconds`,
      undefined,
      { ...headers(0), "retry-after": String(reset) },
    );
  }
  window.count += 1;
  return headers(limit - window.count);
}
