import { fakeIo } from "../testing/fake-io";
import { progressLine } from "./progress-line";

describe("progressLine", () => {
  function written(options: Parameters<typeof fakeIo>[0], total: number, verbose = false): readonly string[] {
    const io = fakeIo(options);
    const progress = progressLine(io, "Looking at syncs", { verbose });
    for (let done = 0; done <= total; done++) progress.report(done, total);
    progress.clear();
    return io.stderr.text.split("\r\u001b[2K");
  }

  it("tells on one line how far it is, not too often, and is gone at the end", () => {
    const lines = written({ isTTY: true }, 1_250);
    expect(lines.length).toBeLessThan(110);
    expect(lines).toContain("Looking at syncs: 1,200 of 1,250");
    expect(lines.slice(-2)).toEqual(["Looking at syncs: 1,250 of 1,250", ""]);
  });

  it.each<[string, Parameters<typeof fakeIo>[0], boolean]>([
    ["where nobody looks", {}, false],
    ["where a line cannot be cleared", { isTTY: true, env: { TERM: "dumb" } }, false],
    ["where each request is told", { isTTY: true }, true],
  ])("writes nothing %s", (_, options, verbose) => {
    expect(written(options, 3, verbose)).toEqual([""]);
  });

  it("counts up to nothing, too", () => {
    expect(written({ isTTY: true }, 0)).toEqual(["", "Looking at syncs: 0 of 0", ""]);
  });
});
