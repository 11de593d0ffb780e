import { recorder } from "../testing/fake-io";
import { renderTable } from "./table";

describe("renderTable", () => {
  const head = ["NAME", "STATUS"];
  const rows = [
    ["servicenow", "synced"],
    ["slack", "rotated"],
  ];

  it("sets columns apart by spaces when piped", () => {
    expect(renderTable(head, rows, recorder(), {})).toBe(
      ["NAME        STATUS", "servicenow  synced", "slack       rotated", ""].join("\n"),
    );
  });

  it("sets columns apart by lines on a terminal", () => {
    expect(renderTable(head, rows, recorder(true), { NO_COLOR: "1" })).toBe(
      ["NAME       │ STATUS", "servicenow │ synced", "slack      │ rotated", ""].join("\n"),
    );
  });

  it.each([
    ["colours", "\u001b[31mred\u001b[39m", "\u001b[31mred\u001b[39m    x"],
    ["a script of wide characters", "人事", "人事   x"],
    ["a character above another", "Zu\u0308g", "Zu\u0308g    x"],
  ])("counts the columns of %s as terminals do", (_, cell, line) => {
    expect(
      renderTable(
        ["A", "B"],
        [
          [cell, "x"],
          ["green", "y"],
        ],
        recorder(),
        {},
      ).split("\n")[1],
    ).toBe(line);
  });

  it("prints the head alone where there are no rows", () => {
    expect(renderTable(head, [], recorder(), {})).toBe("NAME  STATUS\n");
  });

  it("takes many rows", () => {
    const many = Array.from({ length: 20_000 }, (_, row) => [`${row}`, "→ 日本"]);
    expect(renderTable(head, many, recorder(), {}).split("\n")).toHaveLength(20_002);
  });
});
