import { recorder } from "./testing/fake-io";
import { createTextLogger } from "./text-logger";

describe("createTextLogger", () => {
  it("writes a line for each message, with what is known beside it", () => {
    const output = recorder();
    const log = createTextLogger(output, "debug");
    log.log("debug", "HTTP request", { method: "GET", status: 200, request_id: undefined, problem: null });
    log.log("error", "Nothing to add");
    expect(output.text).toBe("debug: HTTP request (method=GET status=200)\nerror: Nothing to add\n");
  });

  it.each([
    ["trace", "trace debug info warn error"],
    ["info", "info warn error"],
    ["error", "error"],
  ] as const)("writes from %s on: %s", (least, written) => {
    const output = recorder();
    const log = createTextLogger(output, least);
    for (const level of ["trace", "debug", "info", "warn", "error"] as const) log.log(level, "it");
    expect(output.text.match(/^\w+/gm)?.join(" ")).toBe(written);
  });
});
