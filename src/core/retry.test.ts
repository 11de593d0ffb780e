import type { Clock } from "./clock";
import { Problem, type ProblemCode } from "./problem";
import { isTransient, retry } from "./retry";

function fakeClock(): Clock & { readonly waits: number[] } {
  let now = 1_000_000;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

const policy = { maxRetries: 4, baseMs: 1000, capMs: 8000 };
const call = (clock: Clock, ms = 600_000) => ({
  signal: new AbortController().signal,
  deadline: clock.now() + ms,
});
const fault = (code: ProblemCode, more: Partial<ConstructorParameters<typeof Problem>[1]> = {}) =>
  new Problem(code, { summary: "s", detail: "d.", ...more });

/** Fails with each of these in turn, then succeeds. */
function failing(...faults: readonly unknown[]) {
  let calls = 0;
  return {
    get calls() {
      return calls;
    },
    run: async () => {
      const next = faults[calls++];
      if (next !== undefined) throw next;
      return "done";
    },
  };
}

describe("retry", () => {
  it("returns the first success without a wait", async () => {
    const clock = fakeClock();
    expect(await retry(failing().run, policy, call(clock), clock)).toBe("done");
    expect(clock.waits).toEqual([]);
  });

  it("waits exponentially with jitter, up to the cap", async () => {
    const clock = fakeClock();
    const operation = failing(...Array.from({ length: 4 }, () => fault("unavailable")));
    await retry(operation.run, { ...policy, capMs: 3000 }, call(clock), clock, () => 1);
    expect(clock.waits).toEqual([1000, 2000, 3000, 3000]);
  });

  it("waits at least half of it", async () => {
    const clock = fakeClock();
    await retry(failing(fault("timeout")).run, policy, call(clock), clock, () => 0);
    expect(clock.waits).toEqual([500]);
  });

  it("gives up after the last try with the last problem", async () => {
    const clock = fakeClock();
    const operation = failing(
      ...Array.from({ length: 9 }, (_, i) => fault("unavailable", { summary: `n${i}` })),
    );
    await expect(retry(operation.run, policy, call(clock), clock)).rejects.toMatchObject({ summary: "n4" });
    expect(operation.calls).toBe(5);
  });

  it("obeys what the server asks for", async () => {
    const clock = fakeClock();
    await retry(failing(fault("throttled", { retryAfterMs: 7000 })).run, policy, call(clock), clock);
    expect(clock.waits).toEqual([7000]);
  });

  it("fails at once, and says so, when the server asks for longer than there is time", async () => {
    const clock = fakeClock();
    const operation = failing(fault("throttled", { retryAfterMs: 90_000, status: 429 }));
    await expect(retry(operation.run, policy, call(clock, 60_000), clock)).rejects.toMatchObject({
      code: "throttled",
      status: 429,
      detail: expect.stringContaining("asked us to wait 90 s"),
    });
    expect(operation.calls).toBe(1);
    expect(clock.waits).toEqual([]);
  });

  it.each([
    "unauthenticated",
    "forbidden",
    "not_found",
    "rejected",
    "invalid_input",
    "untrusted",
    "internal",
  ] as const)("never repeats after %s", async (code) => {
    const clock = fakeClock();
    const operation = failing(fault(code), fault(code));
    await expect(retry(operation.run, policy, call(clock), clock)).rejects.toMatchObject({ code });
    expect(operation.calls).toBe(1);
  });

  it("never repeats after a bug", async () => {
    const clock = fakeClock();
    const operation = failing(new TypeError("x"));
    await expect(retry(operation.run, policy, call(clock), clock)).rejects.toMatchObject({
      code: "internal",
    });
    expect(operation.calls).toBe(1);
  });

  it("does not begin when the run is interrupted", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    controller.abort();
    const operation = failing();
    await expect(
      retry(operation.run, policy, { signal: controller.signal, deadline: clock.now() + 1000 }, clock),
    ).rejects.toMatchObject({ code: "cancelled" });
    expect(operation.calls).toBe(0);
  });
});

it.each([
  ["throttled", 429, true],
  ["unavailable", 503, true],
  ["timeout", undefined, true],
  ["conflict", 409, true],
  ["conflict", 423, true],
  ["conflict", undefined, false],
  ["forbidden", 403, false],
  ["not_found", 404, false],
] as const)("%s %s is transient: %s", (code, status, expected) => {
  expect(isTransient(fault(code, status === undefined ? {} : { status }))).toBe(expected);
});
