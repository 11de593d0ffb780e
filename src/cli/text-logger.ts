import type { Logger, LogLevel } from "../core/log";
import type { CliOutput } from "./cli-io";

const LEVELS: readonly LogLevel[] = ["trace", "debug", "info", "warn", "error"];

/** A logger for people: one line for each message of `least` and above, `debug: HTTP request (method=GET status=200)`. */
export function createTextLogger(output: CliOutput, least: LogLevel): Logger {
  return {
    log(level, message, fields = {}) {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
      const facts = Object.entries(fields).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [`${name}=${value}`],
      );
      output.write(`${level}: ${message}${facts.length === 0 ? "" : ` (${facts.join(" ")})`}\n`);
    },
  };
}
