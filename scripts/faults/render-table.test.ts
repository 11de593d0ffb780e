import { ALL_CELLS } from "../../test/faults/cells";
import { type Expectation, expectationOf } from "../../test/faults/expectations";
import type { CellResult } from "../../test/faults/run-cell";
import { type Paint, renderTable } from "./render-table";

const plain: Paint = {
  red: (text) => text,
  green: (text) => text,
  dim: (text) => text,
  bold: (text) => text,
};

function results(change: (id: string) => Partial<Extract<CellResult, { calls: number }>> = () => ({})) {
  return new Map<string, CellResult>(
    ALL_CELLS.map(({ id, call, fault }) => {
      const expected = expectationOf(call, fault);
      if ("notApplicable" in expected) return [id, { status: "not applicable", why: expected.notApplicable }];
      return [
        id,
        {
          status: "passed",
          expected: expected as Expectation,
          calls: expected.tries,
          mismatches: [],
          ...change(id),
        },
      ];
    }),
  );
}

describe("renderTable", () => {
  it("has a line for each fault, with outcome and number of calls, within 160 columns", () => {
    const lines = renderTable(results(), plain).split("\n");
    expect(lines.filter((line) => line.startsWith("503 for good"))).toHaveLength(4);
    expect(lines).toContainEqual(expect.stringMatching(/^reset after it was done .* ✓ ok 2 {2}/));
    expect(lines.filter((line) => line.endsWith(" "))).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(160);
  });

  it("marks what is not as it should be, in red", () => {
    const one = results((id) => (id === "update.put/403" ? { status: "failed", calls: 3 } : {}));
    const text = renderTable(one, { ...plain, red: (cell) => `<${cell}>` });
    expect(text.match(/<.*?>/g)).toEqual([expect.stringMatching(/^<✗ error 3 *>$/)]);
  });

  it("leaves out what was not run", () => {
    const few = new Map([...results()].filter(([id]) => id === "heal.start/500"));
    const text = renderTable(few, plain);
    expect(text).toContain("heal: apply, the job");
    expect(text).not.toMatch(/update:|create:|poll/);
  });
});
