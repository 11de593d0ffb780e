/** Levels as Terraform names them, from the most to the least talkative. */
export type LogLevel = "trace" | "debug" | "info" | "warn" | "error";

/** What may stand beside a message: short, allow-listed facts. A `Secret` is not one of the types, on purpose. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured logging. Messages are constant text; what varies goes into the fields. */
export interface Logger {
  log(level: LogLevel, message: string, fields?: LogFields): void;
}

/** A logger that writes nothing. */
export const silentLogger: Logger = { log: () => {} };
