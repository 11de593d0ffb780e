import { Problem } from "../../core/problem";
import { fakeClock, problem } from "../../sync/testing/fakes";
import type { StatusReport } from "./status-report";
import { watch } from "./watch";

/** Runs until the answers are used up, and is interrupted then. */
function watched(...answers: readonly (string | Problem)[]) {
  const interrupt = new AbortController();
  const clock = fakeClock();
  const shown: string[] = [];
  const failures: string[] = [];
  const left = [...answers];
  const result = watch({
    clock,
    signal: interrupt.signal,
    intervalMs: 30_000,
    look: async () => {
      const answer = left.shift();
      if (left.length === 0) interrupt.abort();
      if (answer instanceof Problem) throw answer;
      return { checked_at: answer } as StatusReport;
    },
    show: async ({ checked_at }) => void shown.push(checked_at),
    onFailure: ({ code }) => failures.push(code),
  });
  return result.then(
    (last) => ({ last, shown, failures, waits: clock.waits }),
    (caught: unknown) => ({ thrown: Problem.from(caught).code, shown, failures }),
  );
}

describe("watch", () => {
  it("looks, waits and looks again, and gives what the last look found", async () => {
    expect(await watched("1", "2", "3")).toEqual({
      last: { checked_at: "3" },
      shown: ["1", "2", "3"],
      failures: [],
      waits: [30_000, 30_000],
    });
  });

  it("ends with the problem of the first look", async () => {
    expect(await watched(problem("not_found"), "2")).toEqual({
      thrown: "not_found",
      shown: [],
      failures: [],
    });
  });

  it("goes on after a look that failed later", async () => {
    expect(await watched("1", problem("conflict"), "3")).toMatchObject({
      last: { checked_at: "3" },
      shown: ["1", "3"],
      failures: ["conflict"],
    });
  });

  it("ends with the problem of the last look", async () => {
    expect(await watched("1", problem("conflict"))).toMatchObject({ last: { code: "conflict" } });
  });

  it("gives the last report when a look is interrupted, and no failure", async () => {
    expect(await watched("1", problem("cancelled"))).toMatchObject({
      last: { checked_at: "1" },
      failures: [],
    });
  });

  it("has nothing to give when the first look is interrupted", async () => {
    expect(await watched(problem("cancelled"))).toMatchObject({ thrown: "cancelled" });
  });
});
