import { encodeDiagnostics } from "./diagnostics-codec";

const text = { summary: "s", detail: "d" };

describe("encodeDiagnostics", () => {
  it("tells errors and warnings apart", () => {
    const severities = encodeDiagnostics([
      { severity: "error", ...text },
      { severity: "warning", ...text },
    ]).map(({ severity }) => severity);
    expect(severities).toEqual([1, 2]);
  });

  it("keeps lines apart and replaces what a terminal would obey", () => {
    const [encoded] = encodeDiagnostics([
      { severity: "error", summary: 'got "\u001b[2J\n"', detail: "One:\n  \u001b[31mtwo\r" },
    ]);
    expect(encoded).toMatchObject({
      summary: 'got "\ufffd[2J\ufffd"',
      detail: "One:\n  \ufffd[31mtwo\ufffd",
    });
  });

  it.each([
    ["no path", undefined],
    ["the root", []],
  ])("leaves the attribute out for %s", (_, path) => {
    const [encoded] = encodeDiagnostics([
      { severity: "error", ...text, ...(path === undefined ? {} : { path }) },
    ]);
    expect(encoded).toEqual({ severity: 1, ...text, attribute: undefined });
  });

  it("writes names as attributes and numbers as indexes", () => {
    const [encoded] = encodeDiagnostics([{ severity: "error", ...text, path: ["jobs", 0, "id"] }]);
    expect(encoded?.attribute?.steps.map(({ selector }) => selector)).toEqual([
      { $case: "attributeName", value: "jobs" },
      { $case: "elementKeyInt", value: 0 },
      { $case: "attributeName", value: "id" },
    ]);
  });
});
