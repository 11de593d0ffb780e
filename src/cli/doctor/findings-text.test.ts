import { recorder } from "../testing/fake-io";
import type { CheckResult } from "./check";
import { error, type Finding, ok, skipped, warning } from "./finding";
import { FindingsText } from "./findings-text";

const result = (group: CheckResult["group"], ...findings: readonly Finding[]): CheckResult => ({
  id: "x",
  title: "x",
  group,
  findings,
});

describe("FindingsText", () => {
  it("writes findings under their group, remedies below them", () => {
    const output = recorder();
    const text = new FindingsText(output, {});
    text.write(result("Machine", ok("Fine.")));
    text.write(result("Machine", warning("Old.", "Renew it.\nSoon.")));
    text.write(result("Infisical"));
    text.write(result("Network", error("Down.", "Wait."), skipped("Not seen.")));
    text.end({ ok: 1, warning: 2, error: 1, skipped: 1 });
    expect(output.text).toBe(`Machine
  ok       Fine.
  warning  Old.
           Renew it.
           Soon.

Network
  error    Down.
           Wait.
  skipped  Not seen.

1 error, 2 warnings, 1 not looked at.
`);
  });

  it("keeps lines that a terminal has no room for behind the level", () => {
    const output = Object.assign(recorder(true), { columns: 40 });
    const text = new FindingsText(output, { NO_COLOR: "1" });
    text.write(
      result(
        "Network",
        error("Infisical does not answer at all.", "Look at:\n  its host, its port, the proxy"),
      ),
    );
    expect(output.text).toBe(`Network
  error    Infisical does not answer at
           all.
           Look at:
             its host, its port, the
             proxy
`);
  });

  it.each([
    [0, "Nothing is wrong."],
    [2, "Nothing is wrong; 2 not looked at."],
  ])("says when nothing is wrong, with %d not looked at", (skipped, text) => {
    const output = recorder();
    new FindingsText(output, {}).end({ ok: 3, warning: 0, error: 0, skipped });
    expect(output.text).toBe(`\n${text}\n`);
  });

  it.each([
    ["a terminal", true, {}, true],
    ["a pipe", false, {}, false],
    ["a terminal with NO_COLOR", true, { NO_COLOR: "1" }, false],
    ["a dumb terminal", true, { TERM: "dumb" }, false],
  ])("colours on %s: %#", (_, isTTY, env, colored) => {
    const output = recorder(isTTY);
    new FindingsText(output, env).write(result("Machine", error("Down.", "Wait.")));
    expect(output.text.includes("\u001b[")).toBe(colored);
  });

  it("does not let a name steer the terminal", () => {
    const output = recorder();
    new FindingsText(output, {}).write(result("Machine", ok("a\u001b[31mb\rc\u009bd\u0007")));
    expect(output.text).toBe("Machine\n  ok       a\ufffd[31mb c\ufffdd\ufffd\n");
  });
});
