import { Diagnostics } from "../diagnostics";
import { type Plain, value } from "../toy-provider.test-support";
import { UNKNOWN } from "../value";
import { checkResult } from "./check-result";

describe("a result held against its plan", () => {
  it.each<[string, Plain, Plain, (string | number)[][]]>([
    ["as planned", { a: "x", b: [1] }, { a: "x", b: [1] }, []],
    ["unknown and decided", { a: UNKNOWN, b: [UNKNOWN] }, { a: "x", b: [1] }, []],
    ["unknown and null", { a: UNKNOWN }, { a: null }, []],
    ["another value", { a: "x" }, { a: "y" }, [["a"]]],
    ["null for a value", { a: "x" }, { a: null }, [["a"]]],
    ["a value for null", { a: null }, { a: "x" }, [["a"]]],
    ["an object for null", { a: null }, { a: { b: 1 } }, [["a"]]],
    ["null for an object", { a: { b: UNKNOWN } }, { a: null }, [["a"]]],
    [
      "each that differs",
      { a: "x", b: { c: 1, d: UNKNOWN } },
      { a: "y", b: { c: 2, d: 3 } },
      [["a"], ["b", "c"]],
    ],
    ["an element", { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }, [["a", 1, "b"]]],
    ["another length", { a: [UNKNOWN] }, { a: [] }, [["a"]]],
  ])("%s", (_, planned, result, paths) => {
    const diagnostics = new Diagnostics();
    checkResult(value(planned), value(result), diagnostics);
    expect(diagnostics.items.map((item) => item.path)).toEqual(paths);
    expect(diagnostics.hasErrors).toBe(paths.length > 0);
  });
});
