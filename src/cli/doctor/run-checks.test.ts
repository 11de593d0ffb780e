import { Problem } from "../../core/problem";
import type { Check, CheckResult } from "./check";
import { error, ok, skipped, warning } from "./finding";
import { runChecks } from "./run-checks";
import { fakeContext, lines } from "./testing/fake-context";

const check = (id: string, run: Check["run"], needs: readonly string[] = []): Check => ({
  id,
  group: "Machine",
  title: `the ${id}`,
  needs,
  run,
});

async function all(checks: readonly Check[], context = fakeContext()): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for await (const result of runChecks(checks, context)) results.push(result);
  return results;
}

describe("runChecks", () => {
  it("starts all at once, and gives them in order", async () => {
    const started: string[] = [];
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const results = await all([
      check("first", async () => {
        started.push("first");
        await slow;
        return [ok("1")];
      }),
      check("second", () => {
        started.push("second");
        release();
        return [ok("2")];
      }),
    ]);
    expect(started).toEqual(["first", "second"]);
    expect(results.map(({ id }) => id)).toEqual(["first", "second"]);
  });

  it("gives a result before a later check is done", async () => {
    const never = check("second", () => new Promise(() => {}));
    const iterator = runChecks([check("first", () => [ok("1")]), never], fakeContext());
    expect((await iterator.next()).value).toMatchObject({ id: "first" });
  });

  it.each([
    ["an error", error("e", "r"), ["skipped: The second: not looked at, since it needs the first."]],
    ["a skipped one", skipped("s"), ["skipped: The second: not looked at, since it needs the first."]],
    ["a warning", warning("w", "r"), ["ok: ran"]],
    ["nothing wrong", ok("o"), ["ok: ran"]],
  ])("goes on after %s: %#", async (_, finding, expected) => {
    const [, second] = await all([
      check("first", () => [finding]),
      check("second", () => [ok("ran")], ["first"]),
    ]);
    expect(lines(second?.findings ?? [])).toEqual(expected);
  });

  it("skips what needs something that was skipped", async () => {
    const results = await all([
      check("a", () => [error("e", "r")]),
      check("b", () => [ok("b")], ["a"]),
      check("c", () => [ok("c")], ["b"]),
    ]);
    expect(lines(results[2]?.findings ?? [])).toEqual([
      "skipped: The c: not looked at, since it needs the b.",
    ]);
  });

  it("runs what needs a check that was left out", async () => {
    const [result] = await all([check("b", () => [ok("b")], ["a"])]);
    expect(lines(result?.findings ?? [])).toEqual(["ok: b"]);
  });

  it("turns what is thrown into an error, without a foreign message", async () => {
    const [own, foreign] = await all([
      check("own", () => {
        throw new Problem("not_found", { summary: "Nothing there", detail: "Put it there." });
      }),
      check("foreign", () => Promise.reject(new TypeError("s3cret is no URL"))),
    ]);
    expect(own?.findings).toEqual([{ level: "error", message: "Nothing there.", remedy: "Put it there." }]);
    expect(lines(foreign?.findings ?? [])).toEqual(["error: This is a bug."]);
    expect(JSON.stringify(foreign)).not.toContain("s3cret");
  });

  it("ends with an interruption", async () => {
    const context = { ...fakeContext(), signal: AbortSignal.abort() };
    await expect(all([check("a", () => [ok("1")])], context)).rejects.toMatchObject({ code: "cancelled" });
  });
});
