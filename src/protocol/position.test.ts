import { Problem } from "../core/problem";
import type { Type } from "../framework/value";
import { describeType, Position } from "./position";

describe("Position", () => {
  it("names the place of a misfit", () => {
    const at = Position.root.down("jobs").down(0).down().down("id");
    expect(at.misfit("a string").detail).toMatch(/^The value of jobs\[0\]\.id should be a string\./);
  });

  it("names the whole at the root", () => {
    expect(Position.root.misfit("an object").detail).toMatch(/^The value should be an object\./);
  });

  it("does not go down without end", () => {
    const run = () => {
      let at = Position.root;
      for (let depth = 0; depth < 1_000; depth++) at = at.down();
    };
    expect(run).toThrow(Problem);
    expect(run).toThrow("less deeply");
  });
});

describe("describeType", () => {
  it.each<[Type, string]>([
    ["string", "a string"],
    [["list", "bool"], "a list"],
  ])("puts %j in words", (type, words) => {
    expect(describeType(type)).toBe(words);
  });
});
