import { marker, parseName } from "./marker";

describe("parseName", () => {
  it.each(["prod", "eu/prod", "a-b_c.d", "A1", "x".repeat(100)])("takes %s", (name) => {
    expect(parseName(name)).toBe(name);
    expect(marker(name)).toBe(`<!-- entrascim report: ${name} -->`);
  });

  it.each(["", " ", "a b", "a--b", "-a", "a-", "-->", "a\nb", "é", "x".repeat(101)])("refuses %j", (name) => {
    expect(() => parseName(name)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });
});
