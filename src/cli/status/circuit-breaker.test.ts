import { Problem, type ProblemCode } from "../../core/problem";
import { problem } from "../../sync/testing/fakes";
import { CircuitBreaker } from "./circuit-breaker";

describe("CircuitBreaker", () => {
  async function calls(...answers: readonly (ProblemCode | "ok")[]) {
    const breaker = new CircuitBreaker(2);
    const sent: string[] = [];
    const outcomes: string[] = [];
    for (const answer of answers) {
      const call = breaker.run(async () => {
        sent.push(answer);
        if (answer !== "ok") throw problem(answer);
        return answer;
      });
      outcomes.push(await call.catch((caught: unknown) => Problem.from(caught).code));
    }
    return { sent: sent.length, outcomes };
  }

  it.each<[string, readonly (ProblemCode | "ok")[], number]>([
    ["lets everything through while all is well", ["ok", "ok", "ok"], 3],
    ["sends nothing after two failures in a row", ["unavailable", "timeout", "ok", "ok"], 2],
    ["begins anew after a success", ["unavailable", "ok", "throttled", "ok"], 4],
    [
      "begins anew after an answer that is no failure of the server",
      ["timeout", "forbidden", "timeout", "ok"],
      4,
    ],
    ["does not mind refusals", ["forbidden", "not_found", "forbidden", "ok"], 4],
  ])("%s", async (_, answers, sent) => {
    expect((await calls(...answers)).sent).toBe(sent);
  });

  it("fails with the last problem", async () => {
    const { outcomes } = await calls("unavailable", "timeout", "ok");
    expect(outcomes).toEqual(["unavailable", "timeout", "timeout"]);
  });
});
