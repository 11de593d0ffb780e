import { recorder } from "../testing/fake-io";
import { progressLine } from "./progress";

describe("progressLine", () => {
  it("writes over one line, and clears it", () => {
    const output = recorder(true);
    const line = progressLine(output, {});
    line.report(0, 2);
    line.report(2, 2);
    line.clear();
    expect(output.text.split("\r")).toEqual([
      "",
      "\u001b[2KLooking up provisioning jobs: 0 of 2 applications",
      "\u001b[2KLooking up provisioning jobs: 2 of 2 applications",
      "\u001b[2K",
    ]);
  });

  it("does not write for each of a thousand, but for the last", () => {
    const output = recorder(true);
    const line = progressLine(output, {});
    for (let done = 0; done <= 999; done++) line.report(done, 999);
    expect(output.text.split("\r").length).toBeLessThan(60);
    expect(output.text).toContain("999 of 999");
  });

  it.each([
    ["a pipe", false, {}],
    ["a dumb terminal", true, { TERM: "dumb" }],
  ])("writes nothing to %s", (_, isTTY, env) => {
    const output = recorder(isTTY);
    const line = progressLine(output, env);
    line.report(1, 1);
    line.clear();
    expect(output.text).toBe("");
  });
});
