import { renderTable } from "./table";
import { recorder } from "./testing/fake-io";

describe("renderTable", () => {
  const head = ["NAME", "STATUS"];
  const rows = [
    ["servicenow", "synced"],
    ["slack", "two\nlines"],
  ];

  it("sets columns apart by spaces when piped", async () => {
    expect(await renderTable(head, rows, recorder(), {})).toBe(
      ["NAME        STATUS", "servicenow  synced", "slack       two", "            lines", ""].join("\n"),
    );
  });

  it("sets columns apart by lines on a terminal", async () => {
    const text = await renderTable(head, rows, recorder(true), { NO_COLOR: "1" });
    expect(text.split("\n")[1]).toBe("servicenow │ synced");
  });

  it("counts colours as no width", async () => {
    const text = await renderTable(
      head,
      [
        ["\u001b[31mred\u001b[39m", "x"],
        ["green", "y"],
      ],
      recorder(),
      {},
    );
    expect(text).toContain("\u001b[31mred\u001b[39m    x");
  });

  it("prints the head alone where there are no rows", async () => {
    expect(await renderTable(head, [], recorder(), {})).toBe("NAME  STATUS\n");
  });
});
