import { Problem } from "../core/problem";
import { Diagnostics } from "./diagnostics";
import { string } from "./schema";

describe("diagnostics", () => {
  it("keep their order and each once", () => {
    const diagnostics = new Diagnostics();
    diagnostics.warning("W", "w.");
    diagnostics.error("E", "e.", ["a", 0]);
    diagnostics.error("E", "e.", ["a", 0]);
    diagnostics.error("E", "e.", ["a", 1]);
    diagnostics.warning("W", "w.");
    expect(diagnostics.items.map((item) => [item.severity, item.path])).toEqual([
      ["warning", undefined],
      ["error", ["a", 0]],
      ["error", ["a", 1]],
    ]);
  });

  it("have errors when there is one", () => {
    const diagnostics = new Diagnostics();
    diagnostics.warning("W", "w.");
    expect(diagnostics.hasErrors).toBe(false);
    diagnostics.thrown(new Problem("forbidden", { summary: "F", detail: "f.", requestId: "r" }));
    expect(diagnostics.hasErrors).toBe(true);
    expect(diagnostics.items.at(-1)).toEqual({
      severity: "error",
      summary: "F",
      detail: "f. (request id r)",
    });
  });

  it.each([[new Error("s3cr3t")], ["s3cr3t"], [null], [{ message: "s3cr3t" }]])(
    "never tell what a foreign error says: %p",
    (caught) => {
      const diagnostics = new Diagnostics();
      diagnostics.thrown(caught);
      expect(JSON.stringify(diagnostics.items)).not.toContain("s3cr3t");
    },
  );

  it("end their paths where the schema ends that they point into", () => {
    const diagnostics = new Diagnostics();
    const shape = { attributes: { name: string({ mode: "required", description: "Name." }) }, blocks: {} };
    diagnostics.error("before", "b.", ["infisical", "host"]);
    diagnostics.pointInto(shape);
    diagnostics.error("own", "o.", ["name"]);
    diagnostics.thrown(
      new Problem("untrusted", { summary: "other", detail: "o.", path: ["infisical", "host"] }),
    );
    expect(diagnostics.items.map(({ summary, path }) => [summary, path])).toEqual([
      ["before", ["infisical", "host"]],
      ["own", ["name"]],
      ["other", undefined],
    ]);
  });
});
