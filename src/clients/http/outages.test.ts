import { Problem, type ProblemCode } from "../../core/problem";
import type { RetryPolicy } from "../../core/retry";
import { Outages } from "./outages";

const POLICY: RetryPolicy = { maxRetries: 4, baseMs: 1, capMs: 1 };

function setup() {
  const clock = { now: () => clock.time, sleep: async () => {}, time: 0 };
  const outages = new Outages(clock);
  const fail = (code: ProblemCode, kind = "GET jobs") =>
    outages
      .run(kind, POLICY, async () => {
        throw new Problem(code, { summary: "s", detail: "d" });
      })
      .catch((caught: Problem) => caught.code);
  /** The retries that the next operation of a kind gets; it succeeds. */
  const retries = (kind = "GET jobs") => outages.run(kind, POLICY, async ({ maxRetries }) => maxRetries);
  return { clock, fail, retries };
}

async function down() {
  const world = setup();
  for (let count = 0; count < 3; count += 1) expect(await world.fail("unavailable")).toBe("unavailable");
  return world;
}

describe("Outages", () => {
  it("gives every try to what has not failed, and after two failures", async () => {
    const { fail, retries } = setup();
    await fail("unavailable");
    await fail("timeout");
    expect(await retries()).toBe(4);
  });

  it("gives one try after three failures in a row, until one succeeds", async () => {
    const { retries } = await down();
    expect(await retries()).toBe(0);
    expect(await retries()).toBe(4);
  });

  it("stands for half a minute after the last failure", async () => {
    const { clock, fail, retries } = await down();
    clock.time = 29_000;
    await fail("unavailable");
    clock.time = 58_000;
    expect(await retries()).toBe(0);
    const other = await down();
    other.clock.time = 30_000;
    expect(await other.retries()).toBe(4);
  });

  it("concerns one kind alone", async () => {
    const { retries } = await down();
    expect(await retries("PUT secrets")).toBe(4);
  });

  it.each<ProblemCode>(["forbidden", "not_found", "throttled", "conflict", "cancelled"])(
    "is not seen in what fails with %s",
    async (code) => {
      const { fail, retries } = setup();
      for (let count = 0; count < 5; count += 1) await fail(code);
      expect(await retries()).toBe(4);
    },
  );
});
