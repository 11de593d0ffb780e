import type { LogFields, LogLevel } from "../core/log";
import { createHclogLogger } from "./hclog-logger";

function logged(env: Record<string, string>, level: LogLevel, message: string, fields?: LogFields): string[] {
  const lines: string[] = [];
  const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 6) };
  createHclogLogger({ env, write: (line) => lines.push(line), module: "toy", clock }).log(
    level,
    message,
    fields,
  );
  return lines;
}

describe("createHclogLogger", () => {
  it("writes one JSON line as hclog parses it", () => {
    const [line = ""] = logged({ TF_LOG: "INFO" }, "info", "Hello\nthere", {
      count: 2,
      gone: undefined,
      none: null,
    });
    expect(line).toMatch(/^[^\n]*\n$/);
    expect(JSON.parse(line)).toEqual({
      "@level": "info",
      "@message": "Hello\nthere",
      "@module": "toy",
      "@timestamp": "2026-01-02T03:04:05.006000Z",
      count: 2,
      none: null,
    });
  });

  it("lets no field take the place of what hclog needs", () => {
    const [line = ""] = logged({ TF_LOG: "INFO" }, "info", "true", {
      "@level": "error",
      "@message": "false",
    });
    expect(JSON.parse(line)).toMatchObject({ "@level": "info", "@message": "true" });
  });

  it.each<[string, Record<string, string>, LogLevel[]]>([
    ["nothing is set", {}, []],
    ["logs are off", { TF_LOG: "off" }, []],
    ["errors are wanted", { TF_LOG: "ERROR" }, ["error"]],
    ["warnings are wanted", { TF_LOG: "Warn" }, ["warn", "error"]],
    ["all is wanted", { TF_LOG: "trace" }, ["trace", "debug", "info", "warn", "error"]],
    ["JSON is wanted", { TF_LOG: "JSON" }, ["trace", "debug", "info", "warn", "error"]],
    ["the word is unknown", { TF_LOG: "1" }, ["trace", "debug", "info", "warn", "error"]],
    ["the provider's level differs", { TF_LOG: "TRACE", TF_LOG_PROVIDER: "ERROR" }, ["error"]],
    ["only the provider's level is set", { TF_LOG_PROVIDER: "DEBUG" }, ["debug", "info", "warn", "error"]],
    ["the provider's level is empty", { TF_LOG: "ERROR", TF_LOG_PROVIDER: "" }, ["error"]],
    ["the provider's logs are off", { TF_LOG: "TRACE", TF_LOG_PROVIDER: "OFF" }, []],
    ["only core's level is set", { TF_LOG_CORE: "TRACE" }, []],
  ])("writes what Terraform shows when %s", (_, env, levels) => {
    const all: LogLevel[] = ["trace", "debug", "info", "warn", "error"];
    expect(all.filter((level) => logged(env, level, "x").length === 1)).toEqual(levels);
  });

  it.each<[string, string, LogFields]>([
    ["a long message", "x".repeat(100_000), {}],
    ["a long field", "short", { field: "é".repeat(100_000) }],
    ["long escapes", "\u0001".repeat(70_000), {}],
    [
      "many fields",
      "short",
      Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`field${n}`, "y".repeat(200)])),
    ],
  ])("keeps %s below go-plugin's 64 KiB", (_, message, fields) => {
    const [line = ""] = logged({ TF_LOG: "INFO" }, "info", message, fields);
    expect(Buffer.byteLength(line)).toBeLessThan(65_536);
    expect(JSON.parse(line)["@message"].slice(0, 5)).toBe(message.slice(0, 5));
  });
});
