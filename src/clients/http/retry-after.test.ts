import { retryAfterMs } from "./retry-after";

const NOW = Date.parse("2026-01-01T00:00:00Z");

describe("retryAfterMs", () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ "retry-after": "7" }, 7000],
    [{ "retry-after": " 1.5 " }, 1500],
    [{ "retry-after": "0" }, undefined],
    [{ "retry-after": "-1" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "1 week" }, undefined],
    [{ "retry-after": "1e9" }, undefined],
    [{ "retry-after": "9".repeat(40) }, undefined],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" }, 60_000],
    [{ "retry-after": "Wed, 31 Dec 2025 23:59:00 GMT" }, undefined],
    // The server's clock is two hours ahead, or behind.
    [{ "retry-after": "Thu, 01 Jan 2026 02:00:07 GMT", date: "Thu, 01 Jan 2026 02:00:00 GMT" }, 7000],
    [{ "retry-after": "Wed, 31 Dec 2025 22:00:07 GMT", date: "Wed, 31 Dec 2025 22:00:00 GMT" }, 7000],
    [{ "x-ratelimit-reset": String(NOW / 1000 + 7212), date: "Thu, 01 Jan 2026 02:00:00 GMT" }, 12_000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT", date: "today" }, 60_000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT", date: "Thu, nonsense GMT" }, 60_000],
    [{ "retry-after": "Thu, nonsense GMT" }, undefined],
    [{ "x-ratelimit-reset": "30" }, 30_000],
    [{ "x-ratelimit-reset": String(NOW / 1000 + 12) }, 12_000],
    [{ "x-ratelimit-reset": String(NOW / 1000 - 12) }, undefined],
    [{ "x-ratelimit-reset": "tomorrow" }, undefined],
    [{ "retry-after": "2", "x-ratelimit-reset": "30" }, 2000],
    [{ "retry-after": "0", "x-ratelimit-reset": "30" }, 30_000],
    [{ "retry-after": "nonsense", "x-ratelimit-reset": "30" }, 30_000],
  ])("%j: %s", (headers, expected) => {
    expect(retryAfterMs({ status: 429, headers: new Map(Object.entries(headers)) }, NOW)).toBe(expected);
  });

  it.each<[Record<string, string>, number | undefined]>([
    [{ "retry-after": "7", "x-ratelimit-reset": "30" }, 7000],
    [{ "x-ratelimit-reset": "30" }, undefined],
  ])("of a 503 with %j: %s", (headers, expected) => {
    expect(retryAfterMs({ status: 503, headers: new Map(Object.entries(headers)) }, NOW)).toBe(expected);
  });
});
