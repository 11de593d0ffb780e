import { fitColumns } from "./fit-columns";

describe("fitColumns", () => {
  const row = ["a".repeat(30), "b".repeat(12), "c".repeat(4)];

  it("leaves alone what fits", () => {
    expect(fitColumns([row], 30 + 12 + 4 + 2 * 3, 3)).toEqual([row]);
  });

  it("lets the widest column give way, in all rows alike", () => {
    expect(fitColumns([row, ["x", "y", "z"]], 42, 3)).toEqual([
      [`${"a".repeat(19)}…`, "b".repeat(12), "c".repeat(4)],
      ["x", "y", "z"],
    ]);
  });

  it("makes wide columns equally wide before it cuts narrow ones", () => {
    expect(fitColumns([row], 30, 3)[0]?.map((cell) => cell.length)).toEqual([10, 10, 4]);
  });

  it("cuts no column below what can be read", () => {
    expect(fitColumns([row], 5, 3)[0]?.map((cell) => cell.length)).toEqual([8, 8, 4]);
  });

  it("keeps whole what must be", () => {
    expect(fitColumns([row], 42, 3, [0])[0]?.map((cell) => cell.length)).toEqual([30, 8, 4]);
  });

  it("makes nothing of nothing", () => {
    expect(fitColumns([], 80, 3)).toEqual([]);
  });
});
