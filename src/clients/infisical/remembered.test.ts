import { cancelled } from "../../core/clock";
import { Problem, type ProblemCode } from "../../core/problem";
import { Remembered } from "./remembered";

const call = { signal: new AbortController().signal, deadline: 1 };
const problem = (code: ProblemCode) => new Problem(code, { summary: "s", detail: "d" });

/** Computations that come to these, in turn, and how many there were. */
function computing(...outcomes: (string | Problem)[]) {
  let count = 0;
  return {
    count: () => count,
    compute: async () => {
      const outcome = outcomes[count++] ?? "later";
      if (outcome instanceof Problem) throw outcome;
      return outcome;
    },
  };
}

describe("Remembered", () => {
  it("computes once for each key", async () => {
    const remembered = new Remembered<string>();
    const { compute, count } = computing("first", "second");
    expect(await Promise.all(["a", "a", "a"].map((key) => remembered.get(key, call, compute)))).toEqual([
      "first",
      "first",
      "first",
    ]);
    expect(await remembered.get("b", call, compute)).toBe("second");
    expect(await remembered.get("a", call, compute)).toBe("first");
    expect(count()).toBe(2);
  });

  it.each<[ProblemCode, boolean]>([
    ["forbidden", true],
    ["unauthenticated", true],
    ["not_found", true],
    ["unexpected_response", true],
    ["unavailable", false],
    ["timeout", false],
    ["throttled", false],
  ])("keeps the problem %s: %s", async (code, kept) => {
    const remembered = new Remembered<string>();
    const { compute } = computing(problem(code));
    await expect(remembered.get("a", call, compute)).rejects.toMatchObject({ code });
    const again = remembered.get("a", call, compute);
    await (kept ? expect(again).rejects.toMatchObject({ code }) : expect(again).resolves.toBe("later"));
  });

  it("does not keep an interruption", async () => {
    const remembered = new Remembered<string>();
    const interrupted = new AbortController();
    const compute = async () => {
      interrupted.abort();
      throw cancelled();
    };
    const first = remembered.get("a", { ...call, signal: interrupted.signal }, compute);
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    expect(await remembered.get("a", call, computing("fine").compute)).toBe("fine");
  });

  it("forgives problems alone", async () => {
    const remembered = new Remembered<string>();
    const { compute } = computing(problem("not_found"), "found");
    await expect(remembered.get("a", call, compute)).rejects.toMatchObject({ code: "not_found" });
    remembered.forgive("a");
    expect(await remembered.get("a", call, compute)).toBe("found");
    remembered.forgive("a");
    expect(await remembered.get("a", call, compute)).toBe("found");
  });
});
