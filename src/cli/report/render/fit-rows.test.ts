import { fitRows } from "./fit-rows";

const must = (name: string) => ({ item: name, full: name.repeat(10), brief: name });
const may = (name: string) => ({ item: name, full: name.repeat(10), brief: null });

describe("fitRows", () => {
  it("takes all that fit", () => {
    expect(fitRows([must("a"), may("b")], 22)).toEqual({ rows: ["aaaaaaaaaa", "bbbbbbbbbb"], left: [] });
  });

  it("leaves out what may be left out, from the end", () => {
    expect(fitRows([must("a"), may("b"), may("c")], 32)).toEqual({
      rows: ["aaaaaaaaaa", "bbbbbbbbbb"],
      left: ["c"],
    });
  });

  it("shortens what must stay, rather than leave it out", () => {
    expect(fitRows([must("a"), must("b"), may("c")], 14)).toEqual({ rows: ["a", "b"], left: ["c"] });
    expect(fitRows([must("a"), must("b"), may("c")], 15)).toEqual({
      rows: ["a", "b", "cccccccccc"],
      left: [],
    });
  });

  it("leaves no holes", () => {
    const long = { item: "long", full: "x".repeat(30), brief: null };
    expect(fitRows([may("a"), long, may("b")], 25)).toEqual({ rows: ["aaaaaaaaaa"], left: ["long", "b"] });
  });

  it("tells even of what must stay when there is no room at all", () => {
    expect(fitRows([must("a"), must("b")], 3)).toEqual({ rows: ["a"], left: ["b"] });
  });
});
