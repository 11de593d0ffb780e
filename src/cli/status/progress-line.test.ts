import { fakeIo } from "../testing/fake-io";
import { progressLine } from "./progress-line";

describe("progressLine", () => {
  function written(options: Parameters<typeof fakeIo>[0], total: number): readonly string[] {
    const io = fakeIo(options);
    const progress = progressLine(io, total);
    for (let done = 1; done <= total; done++) progress.report(done);
    progress.clear();
    return io.stderr.text.split("\r\u001b[2K");
  }

  it("tells on one line how far it is, not too often, and is gone at the end", () => {
    const lines = written({ isTTY: true }, 1_250);
    expect(lines.length).toBeLessThan(110);
    expect(lines).toContain("checked 1,200 of 1,250");
    expect(lines.slice(-2)).toEqual(["checked 1,250 of 1,250", ""]);
  });

  it.each<[string, Parameters<typeof fakeIo>[0]]>([
    ["where nobody looks", {}],
    ["where a line cannot be cleared", { isTTY: true, env: { TERM: "dumb" } }],
  ])("writes nothing %s", (_, options) => {
    expect(written(options, 3)).toEqual([""]);
  });
});
