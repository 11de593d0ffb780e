import { meaningOf } from "./aadsts";

describe("meaningOf", () => {
  it.each<[string, readonly number[], number | null]>([
    ["the one that is known", [7000215], 7000215],
    ["the first that is known", [50000, 700016, 90002], 700016],
    ["none where none is known", [50000], null],
    ["none where none is named", [], null],
  ])("takes %s", (_, codes, expected) => {
    expect(meaningOf(codes)?.code ?? null).toBe(expected);
  });

  it("says what to do, in sentences", () => {
    for (const code of [7000215, 7000222, 700016, 90002, 700027, 70021, 53003]) {
      expect(meaningOf([code])?.summary).toMatch(/^[A-Z].*[^.]$/);
      expect(meaningOf([code])?.remedy).toMatch(/\.$/);
    }
  });
});
