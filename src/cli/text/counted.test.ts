import { counted } from "./counted";

describe("counted", () => {
  it.each([
    [0, "0 syncs"],
    [1, "1 sync"],
    [2, "2 syncs"],
    [1_250, "1250 syncs"],
  ])("%d", (count, text) => expect(counted(count, "sync")).toBe(text));
});
